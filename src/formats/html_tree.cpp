// formats/html_tree.cpp -- walking the flat tree. Building it: html_builder.h.
#include "formats/html_tree.h"

#include <utility>

#include "base/strings.h"
#include "formats/html_builder.h"

namespace dateline::formats {

struct HtmlTree::Storage {
  TextArena text;
};

HtmlTree::HtmlTree() : storage_(std::make_unique<Storage>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

base::Result<HtmlTree> HtmlTree::parse(std::string_view utf8, const HtmlLimits& limits) {
  if (utf8.size() > limits.max_bytes) {
    return base::Error{base::ErrorCode::kTooLarge, "page of " + std::to_string(utf8.size()) + " bytes, limit is " +
                                                       std::to_string(limits.max_bytes)};
  }
  FlatHtml flat;
  DATELINE_CHECKED(build_html(utf8, limits, flat));
  HtmlTree tree;
  tree.storage_->text = std::move(flat.text);
  tree.nodes_ = std::move(flat.nodes);
  tree.attributes_ = std::move(flat.attributes);
  tree.unbuilt_ = flat.unbuilt;
  return tree;
}

std::string_view HtmlTree::attribute(NodeIndex index, std::string_view name) const {
  const HtmlNode& node = nodes_[index];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const HtmlAttribute& candidate = attributes_[node.first_attribute + i];
    if (candidate.name == name) return candidate.value;
  }
  return {};
}

bool HtmlTree::has_attribute(NodeIndex index, std::string_view name) const {
  return attribute(index, name).data() != nullptr;
}

HtmlAttribute HtmlTree::attribute_at(NodeIndex index, std::size_t which) const {
  return attributes_[nodes_[index].first_attribute + which];
}

NodeIndex HtmlTree::first_child(NodeIndex index) const {
  return index + 1 < nodes_[index].subtree_end ? index + 1 : kNoNode;
}

NodeIndex HtmlTree::next_sibling(NodeIndex index) const {
  const HtmlNode& node = nodes_[index];
  if (node.parent == kNoNode || node.subtree_end >= nodes_[node.parent].subtree_end) return kNoNode;
  return node.subtree_end;
}

std::string HtmlTree::text_below(NodeIndex index) const {
  std::string text;
  const NodeIndex end = nodes_[index].subtree_end;
  for (NodeIndex i = index; i < end;) {
    const HtmlNode& node = nodes_[i];
    if (node.tag == Tag::kScript || node.tag == Tag::kStyle) {
      i = node.subtree_end;
      continue;
    }
    if (node.kind == NodeKind::kText) text += node.text;
    ++i;
  }
  return base::collapse_whitespace(text);
}

}  // namespace dateline::formats

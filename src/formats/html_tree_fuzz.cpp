// formats/html_tree_fuzz.cpp -- any bytes, mended to UTF-8, make a sound tree; the charset scan reads them as they are.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "formats/html_tree.h"

namespace {

using dateline::formats::HtmlLimits;
using dateline::formats::HtmlNode;
using dateline::formats::HtmlTree;
using dateline::formats::kNoNode;
using dateline::formats::NodeIndex;
using dateline::formats::NodeKind;
using dateline::formats::Tag;

void check_node(const HtmlTree& tree, NodeIndex index) {
  const HtmlNode& node = tree.node(index);
  CHECK(node.subtree_end > index && node.subtree_end <= tree.nodes().size());
  CHECK(dateline::base::is_utf8(node.text));
  if (index == 0) {
    CHECK(node.kind == NodeKind::kDocument && node.parent == kNoNode && node.subtree_end == tree.nodes().size());
    return;
  }
  CHECK(node.parent < index);
  const HtmlNode& parent = tree.node(node.parent);
  CHECK(node.subtree_end <= parent.subtree_end);
  CHECK(parent.kind == NodeKind::kElement || parent.kind == NodeKind::kDocument);
  if (node.kind == NodeKind::kElement) {
    CHECK(node.tag != Tag::kNone && !node.text.empty());
  } else {
    CHECK(node.tag == Tag::kNone && node.subtree_end == index + 1);
  }
  for (std::size_t i = 0; i < tree.attribute_count(index); ++i) {
    const auto attribute = tree.attribute_at(index, i);
    CHECK(!attribute.name.empty() && dateline::base::is_utf8(attribute.name) &&
          dateline::base::is_utf8(attribute.value));
    CHECK(tree.attribute(index, attribute.name).data() == attribute.value.data());
  }
}

/// Walking by children and siblings visits the nodes of the array, in order.
void check_walk(const HtmlTree& tree) {
  std::vector<NodeIndex> open = {0};
  NodeIndex expected = 0;
  while (!open.empty()) {
    const NodeIndex index = open.back();
    CHECK(index == expected++);
    open.pop_back();
    if (const NodeIndex next = tree.next_sibling(index); next != kNoNode) open.push_back(next);
    if (const NodeIndex child = tree.first_child(index); child != kNoNode) open.push_back(child);
  }
  CHECK(expected == tree.nodes().size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)dateline::formats::declared_charset(bytes);
  const std::string page = dateline::base::mend_utf8(bytes);
  // The third runs out of steps on the way; where, the page decides.
  const std::size_t few_steps = size * 97 % 8192;
  constexpr std::array<std::string_view, 3> kWanted = {"class", "href", "type"};
  for (const HtmlLimits& limits : {HtmlLimits{}, HtmlLimits{.max_depth = 12}, HtmlLimits{.free_steps = few_steps},
                                   HtmlLimits{.attributes = kWanted}}) {
    const auto tree = HtmlTree::parse(page, limits);
    CHECK(tree.ok());
    if (const NodeIndex rest = tree->unbuilt(); rest != kNoNode) {
      CHECK(tree->node(tree->node(rest).parent).tag == Tag::kBody);
    }
    bool body = false;
    for (NodeIndex i = 0; i < tree->nodes().size(); ++i) {
      check_node(*tree, i);
      body = body || tree->node(i).tag == Tag::kBody;
    }
    CHECK(body);
    check_walk(*tree);
    CHECK(dateline::base::is_utf8(tree->text_below(0)));
  }
  return 0;
}

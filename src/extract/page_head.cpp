#include "extract/page_head.h"

#include "base/strings.h"

namespace dateline::extract {
namespace {

using formats::HtmlTree;
using formats::NodeIndex;
using formats::NodeKind;
using formats::Tag;

constexpr std::size_t kMaxPlaces = 64;
constexpr std::size_t kMaxMetas = 2000;

void keep(std::vector<NodeIndex>& places, NodeIndex index) {
  if (places.size() < kMaxPlaces) places.push_back(index);
}

bool has_token(std::string_view tokens, std::string_view wanted) {
  for (std::string_view token : base::split_words(tokens)) {
    if (base::equals_ignoring_case(token, wanted)) return true;
  }
  return false;
}

void read_meta(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  const std::string_view content = base::trim(tree.attribute(index, "content"));
  if (content.empty() || head.metas.size() >= kMaxMetas) return;
  for (std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = base::trim(tree.attribute(index, key));
    if (!name.empty()) head.metas.emplace_back(base::ascii_lower(name), content);
  }
}

void read_link(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  if (head.canonical.empty() && has_token(tree.attribute(index, "rel"), "canonical")) {
    head.canonical = base::trim(tree.attribute(index, "href"));
  }
  if (head.image.empty() && has_token(tree.attribute(index, "rel"), "image_src")) {
    head.image = base::trim(tree.attribute(index, "href"));
  }
}

void read_script(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  if (!base::contains_ignoring_case(tree.attribute(index, "type"), "ld+json")) return;
  const NodeIndex child = tree.first_child(index);
  if (child != formats::kNoNode && tree.node(child).kind == NodeKind::kText && head.json_ld.size() < kMaxPlaces) {
    head.json_ld.push_back(tree.node(child).text);
  }
}

void read_classes(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  for (std::string_view key : {"class", "id"}) {
    const std::string_view words = tree.attribute(index, key);
    if (words.empty()) continue;
    const std::string lower = base::ascii_lower(words);
    const auto has = [&lower](std::string_view word) { return lower.find(word) != std::string::npos; };
    if (has("author") || has("autor") || has("byline") || has("verfasser")) keep(head.author_places, index);
    if (has("date") || has("datum") || has("time") || has("publish") || has("fecha") || has("posted"))
      keep(head.date_places, index);
    if (has("breadcrumb")) keep(head.breadcrumbs, index);
    if (has("headline") || has("title") || has("titel") || has("titulo")) keep(head.headline_places, index);
  }
}

void keep_property(std::string_view word, NodeIndex index, PageHead& head) {
  if (head.properties.size() < kMaxPlaces * 4) head.properties.emplace_back(word, index);
}

void read_properties(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  for (std::string_view word : base::split_words(tree.attribute(index, "itemprop"))) keep_property(word, index, head);
  if (tree.node(index).tag != Tag::kMeta) {
    for (std::string_view word : base::split_words(tree.attribute(index, "property"))) {
      keep_property(word.substr(word.rfind(':') + 1), index, head);
    }
  }
  const std::string_view rel = tree.attribute(index, "rel");
  if (rel.empty()) return;
  if (has_token(rel, "author")) keep(head.author_links, index);
  if (has_token(rel, "tag")) keep(head.tag_links, index);
  if (head.license.empty() && has_token(rel, "license")) head.license = base::trim(tree.attribute(index, "href"));
}

}  // namespace

std::string_view PageHead::meta(std::string_view name) const {
  for (const auto& [known, content] : metas) {
    if (known == name) return content;
  }
  return {};
}

std::vector<std::string_view> PageHead::all_metas(std::string_view name) const {
  std::vector<std::string_view> out;
  for (const auto& [known, content] : metas) {
    if (known == name) out.push_back(content);
  }
  return out;
}

PageHead read_head(const HtmlTree& tree) {
  PageHead head;
  const auto& nodes = tree.nodes();
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != NodeKind::kElement) continue;
    switch (nodes[i].tag) {
      case Tag::kHtml:
        head.language = tree.attribute(i, "lang");
        break;
      case Tag::kTitle:
        if (head.title.empty()) head.title = tree.text_below(i);
        break;
      case Tag::kMeta:
        read_meta(tree, i, head);
        break;
      case Tag::kLink:
        read_link(tree, i, head);
        break;
      case Tag::kScript:
        read_script(tree, i, head);
        break;
      case Tag::kH1:
        keep(head.main_headings, i);
        break;
      case Tag::kTime:
        keep(head.times, i);
        break;
      default:
        break;
    }
    if (nodes[i].attribute_count == 0) continue;
    read_properties(tree, i, head);
    if (nodes[i].tag != Tag::kBody && nodes[i].tag != Tag::kHtml && nodes[i].tag != Tag::kLink)
      read_classes(tree, i, head);
  }
  return head;
}

}  // namespace dateline::extract

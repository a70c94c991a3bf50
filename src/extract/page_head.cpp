#include "extract/page_head.h"

#include <algorithm>
#include <array>
#include <cstdint>

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

void read_meta(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  const std::string_view content = base::trim(tree.attribute(index, "content"));
  if (content.empty() || head.metas.size() >= kMaxMetas) return;
  for (std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = base::trim(tree.attribute(index, key));
    if (!name.empty()) head.metas.emplace_back(base::ascii_lower(name), content);
  }
}

void read_link(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  if (head.canonical.empty() && base::has_word(tree.attribute(index, "rel"), "canonical")) {
    head.canonical = base::trim(tree.attribute(index, "href"));
  }
  if (head.image.empty() && base::has_word(tree.attribute(index, "rel"), "image_src")) {
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

// Which of the letters a to z are in `text`, as bits.
constexpr std::uint32_t letters_in(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) {
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'z') letters |= 1u << (lower - 'a');
  }
  return letters;
}

struct ClassWord {
  constexpr explicit ClassWord(std::string_view text) : word(text), letters(letters_in(text)) {}
  std::string_view word;
  std::uint32_t letters;
};

constexpr std::array kAuthorWords{ClassWord("author"), ClassWord("autor"), ClassWord("byline"), ClassWord("verfasser")};
constexpr std::array kDateWords{ClassWord("date"),    ClassWord("datum"), ClassWord("time"),
                                ClassWord("publish"), ClassWord("fecha"), ClassWord("posted")};
constexpr std::array kBreadcrumbWords{ClassWord("breadcrumb")};
constexpr std::array kHeadlineWords{ClassWord("headline"), ClassWord("title"), ClassWord("titel"), ClassWord("titulo")};

// Finds words in a class or id. Most do not even have the letters.
class ClassWords {
 public:
  explicit ClassWords(std::string_view words) : words_(words), letters_(letters_in(words)) {}

  template <std::size_t kCount>
  bool has_any(const std::array<ClassWord, kCount>& list) {
    return std::any_of(list.begin(), list.end(), [this](const ClassWord& wanted) {
      if ((letters_ & wanted.letters) != wanted.letters) return false;
      if (lower_.empty()) lower_ = base::ascii_lower(words_);
      return lower_.find(wanted.word) != std::string::npos;
    });
  }

 private:
  std::string_view words_;
  std::uint32_t letters_;
  std::string lower_;  ///< Made when it is needed.
};

void read_classes(std::string_view words, NodeIndex index, PageHead& head) {
  if (words.empty()) return;
  ClassWords classes(words);
  if (classes.has_any(kAuthorWords)) keep(head.author_places, index);
  if (classes.has_any(kDateWords)) keep(head.date_places, index);
  if (classes.has_any(kBreadcrumbWords)) keep(head.breadcrumbs, index);
  if (classes.has_any(kHeadlineWords)) keep(head.headline_places, index);
}

void keep_property(std::string_view word, NodeIndex index, PageHead& head) {
  if (head.properties.size() < kMaxPlaces * 4) head.properties.emplace_back(word, index);
}

void read_relation(const HtmlTree& tree, NodeIndex index, std::string_view rel, PageHead& head) {
  if (base::has_word(rel, "author")) keep(head.author_links, index);
  if (base::has_word(rel, "tag")) keep(head.tag_links, index);
  if (head.license.empty() && base::has_word(rel, "license")) head.license = base::trim(tree.attribute(index, "href"));
}

// In one pass over the attributes: most elements have some, and hardly any of these.
void read_attributes(const HtmlTree& tree, NodeIndex index, PageHead& head) {
  const Tag tag = tree.node(index).tag;
  const bool is_place = tag != Tag::kBody && tag != Tag::kHtml && tag != Tag::kLink;
  for (std::size_t i = 0; i < tree.attribute_count(index); ++i) {
    const auto [name, value] = tree.attribute_at(index, i);
    if (name == "class" || name == "id") {
      if (is_place) read_classes(value, index, head);
    } else if (name == "itemprop") {
      for (std::string_view word : base::split_words(value)) keep_property(word, index, head);
    } else if (name == "property" && tag != Tag::kMeta) {
      for (std::string_view word : base::split_words(value)) {
        keep_property(word.substr(word.rfind(':') + 1), index, head);
      }
    } else if (name == "rel") {
      read_relation(tree, index, value, head);
    }
  }
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
    if (nodes[i].attribute_count > 0) read_attributes(tree, i, head);
  }
  return head;
}

}  // namespace dateline::extract

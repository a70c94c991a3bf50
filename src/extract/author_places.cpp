#include "extract/author_places.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "extract/element_hints.h"
#include "extract/line_features.h"
#include "extract/spaced_text.h"

namespace dateline::extract {
namespace {

using formats::HtmlTree;
using formats::NodeIndex;
using formats::NodeKind;
using formats::Tag;

constexpr std::size_t kMaxBylineBytes = 160;
constexpr std::size_t kMaxPieces = 24;
constexpr std::size_t kByWordBytes = 24;
constexpr std::size_t kMaxHandleBytes = 30;
constexpr std::size_t kMaxNodes = 400;  // Looked at below one place.

// A run of text below a place, and the element right around it.
struct Piece {
  std::string text;
  NodeIndex parent = 0;
};

std::vector<Piece> pieces_of(const HtmlTree& tree, NodeIndex place) {
  std::vector<Piece> pieces;
  const NodeIndex end = std::min<NodeIndex>(tree.node(place).subtree_end, place + kMaxNodes);
  for (NodeIndex i = place; i < end && pieces.size() < kMaxPieces;) {
    const formats::HtmlNode& node = tree.node(i);
    if (node.tag == Tag::kScript || node.tag == Tag::kStyle || node.tag == Tag::kSvg || node.tag == Tag::kButton) {
      i = node.subtree_end;
      continue;
    }
    if (node.kind == NodeKind::kText) {
      std::string text = base::collapse_whitespace(node.text);
      if (!text.empty()) pieces.push_back({std::move(text), node.parent});
    }
    ++i;
  }
  return pieces;
}

bool is_joint(std::string_view text) {
  constexpr std::array<std::string_view, 11> kJoints{",", ";", "|", "&", "/", "and", "und", "et", "y", "e", "en"};
  return std::any_of(kJoints.begin(), kJoints.end(),
                     [text](std::string_view joint) { return base::equals_ignoring_case(text, joint); });
}

bool is_like(const HtmlTree& tree, NodeIndex a, NodeIndex b) {
  return tree.node(a).tag == tree.node(b).tag && tree.attribute(a, "class") == tree.attribute(b, "class");
}

// The line that a place begins with, as far as it goes on with names: "By", "Jane Roe", "and", "John Doe".
std::string leading_line(const HtmlTree& tree, NodeIndex place) {
  std::string line;
  const Piece* name = nullptr;
  bool open = true;  // A name may follow.
  const std::vector<Piece> pieces = pieces_of(tree, place);
  // Dates and labels may stand before "By", and before nothing else.
  const auto by = std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return is_by_word(piece.text); });
  for (auto at = by == pieces.end() ? pieces.begin() : by; at != pieces.end(); ++at) {
    const Piece& piece = *at;
    if (line.empty() && is_joint(piece.text)) continue;
    if (is_joint(piece.text) || (line.empty() && is_by_word(piece.text))) {
      line += (line.empty() ? "" : " ") + piece.text;
      open = true;
      continue;
    }
    const bool list = parse_byline(piece.text).has_value() || looks_like_name(piece.text);
    if (!list) break;
    if (!open) {
      if (name == nullptr || !is_like(tree, name->parent, piece.parent)) break;
      line += ',';
    }
    line += (line.empty() ? "" : " ") + piece.text;
    name = &piece;
    open = piece.text.ends_with(",");
  }
  return name == nullptr ? std::string() : line;
}

bool is_handle(std::string_view text) {
  if (text.size() < 2 || text.size() > kMaxHandleBytes || text.find_first_of(" :/@()|") != std::string_view::npos)
    return false;
  const LineFeatures f = look_at(text);
  return f.letters >= 2 && f.wording.whole == kNoWording && f.digits <= f.letters;
}

// "Jane Roe", "Von Jane Roe und John Doe", "Jane Roe, John Doe".
std::optional<Byline> read_line(const std::string& line, AuthorMark mark) {
  if (line.empty() || line.size() > kMaxBylineBytes) return std::nullopt;
  if (auto byline = parse_byline(line)) return byline;
  Byline byline{line, {}};
  for (std::string& name : split_authors(line)) {
    const bool one_word = name.find(' ') == std::string::npos;
    if (looks_like_name(name) && (mark == AuthorMark::kMarked || !one_word || !byline.authors.empty()))
      byline.authors.push_back(std::move(name));
    else
      break;
  }
  if (byline.authors.empty() && mark == AuthorMark::kMarked && is_handle(line)) byline.authors.push_back(line);
  if (byline.authors.empty()) return std::nullopt;
  return byline;
}

// What is marked as the name of the person that a place is about.
std::optional<Byline> read_marked_names(const HtmlTree& tree, NodeIndex place) {
  Byline byline;
  const NodeIndex end = std::min<NodeIndex>(tree.node(place).subtree_end, place + kMaxNodes);
  for (NodeIndex i = place + 1; i < end;) {
    const bool marked =
        tree.node(i).kind == NodeKind::kElement && tree.node(i).attribute_count > 0 &&
        (base::has_word(tree.attribute(i, "itemprop"), "name") || base::has_word(tree.attribute(i, "class"), "fn"));
    if (!marked) {
      ++i;
      continue;
    }
    const std::string text = spaced_text(tree, i, kMaxBylineBytes);
    if (const auto names = read_line(text, AuthorMark::kMarked)) {
      byline.text += (byline.text.empty() ? "" : ", ") + names->text;
      byline.authors.insert(byline.authors.end(), names->authors.begin(), names->authors.end());
    }
    i = tree.node(i).subtree_end;
  }
  if (byline.authors.empty()) return std::nullopt;
  return byline;
}

}  // namespace

std::optional<Byline> read_author_place(const HtmlTree& tree, NodeIndex place, AuthorMark mark) {
  const std::string whole = spaced_text(tree, place, kMaxBylineBytes);
  if (auto byline = read_marked_names(tree, place)) {
    // As printed, where nothing but a word for "by" stands around the name.
    if (begins_with_by(whole) && whole.size() < byline->text.size() + kByWordBytes) byline->text = whole;
    return byline;
  }
  if (auto byline = read_line(leading_line(tree, place), mark)) return byline;
  return read_line(whole, mark);
}

bool has_author_class(const HtmlTree& tree, NodeIndex place) {
  const std::string_view classes = tree.attribute(place, "class");
  constexpr std::array<std::string_view, 8> kNames{"vcard",  "h-card",      "p-author",      "fn",
                                                   "author", "author-name", "byline-author", "username"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [classes](std::string_view name) { return base::has_word(classes, name); });
}

}  // namespace dateline::extract

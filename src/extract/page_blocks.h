// extract/page_blocks.h -- a page as the list of its blocks of text, and the elements that hold them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/element_hints.h"
#include "extract/line_features.h"
#include "formats/html_tree.h"

namespace dateline::extract {

/// What the elements around a block make of it, as bits.
enum BlockShape : std::uint32_t {
  kShapeNone = 0,
  kShapeParagraph = 1u << 0,  ///< In a p.
  kShapeHeading = 1u << 1,    ///< In h1 to h6.
  kShapeListItem = 1u << 2,   ///< In li, dt or dd.
  kShapeQuotation = 1u << 3,  ///< In blockquote or q.
  kShapeCaption = 1u << 4,    ///< In figcaption, or caption of a table.
  kShapeCell = 1u << 5,       ///< In td or th.
  kShapePreformatted = 1u << 6,
  kShapeFigure = 1u << 7,
};
using Shapes = std::uint32_t;

/// A run of text with nothing but inline markup inside.
struct Block {
  std::string text;                        ///< White space collapsed; never empty.
  formats::NodeIndex holder = 0;           ///< The innermost block-level element.
  formats::Tag tag = formats::Tag::kNone;  ///< Its tag.
  Shapes shapes = kShapeNone;
  Hints hints = kNoHint;         ///< Of all elements around it, as far as they are believed.
  std::size_t link_bytes = 0;    ///< How much of `text` is inside links.
  std::size_t strong_bytes = 0;  ///< How much of it is bold.
  LineFeatures features;
  double score = 0;  ///< report_score(), links counted against it.
  double link_share() const {
    return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
};

/// A block-level element and the blocks below it: [first, last).
struct Element {
  formats::NodeIndex node = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Hints hints = kNoHint;  ///< Its own.
};

struct PageBlocks {
  std::vector<Block> blocks;      ///< In order of the page.
  std::vector<Element> elements;  ///< In order of their starts; only those that hold blocks.
  std::string unread;             ///< The text behind the last of kMaxBlocks, and what the tree has not built.
};

/// A page that people read has some hundreds of blocks, a long thread of comments some thousands.
inline constexpr std::size_t kMaxBlocks = 50'000;

/// Walks the tree once. Scripts, styles, templates, menus of forms and drawings are left out; two <br> in a row part
/// blocks as a paragraph does. Text behind kMaxBlocks is neither measured nor parted. Linear; depth is bounded by
/// formats::HtmlLimits.
PageBlocks read_blocks(const formats::HtmlTree& tree);

/// Sets Block::hints from the elements. An element's hint against text is not believed when the element holds most of
/// the page's running text ("has-sidebar" on the body element).
void apply_hints(PageBlocks& page);

}  // namespace dateline::extract

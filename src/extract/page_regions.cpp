#include "extract/page_regions.h"

#include <algorithm>
#include <vector>

namespace dateline::extract {
namespace {

// What a block is worth to the element that holds it: its letters when it reads like text, something against when it
// does not.
double worth_of(const Block& block) {
  const double size = static_cast<double>(block.features.chars);
  if ((block.hints & kFurnitureHints) != 0) return -std::min(40.0, size * 0.2);
  if (block.score > 0) return size * (1 - block.link_share()) * std::min(1.0, 0.4 + block.score * 0.3);
  if ((block.hints & kHintCaption) != 0 || (block.shapes & kShapeHeading) != 0) return 0;
  if ((block.shapes & (kShapeListItem | kShapeCell)) != 0 && block.link_share() < 0.3) return size * 0.2;
  if (block.link_share() < 0.3 && !is_furniture(block.features)) {
    return (block.hints & kHintBody) != 0 ? size * 0.2 : -std::min(10.0, size * 0.1);
  }
  return -std::min(60.0, 8 + size * 0.4);
}

double trust_in(Hints hints) {
  if ((hints & kHintBody) != 0) return 1.35;
  if ((hints & kHintArticle) != 0) return 1.1;
  return 1.0;
}

// The innermost element around the region that says that it holds the article's text, unless most of what it holds
// besides is furniture: lists, verses and short lines around a long paragraph belong to it.
Region grown(const PageBlocks& page, const std::vector<double>& worth_before, const Region& region) {
  constexpr double kLeastShare = 0.3;  // Of the region's worth.
  const auto worth = [&](std::uint32_t first, std::uint32_t last) { return worth_before[last] - worth_before[first]; };
  const double least = worth(region.first, region.last) * kLeastShare;
  Region out = region;
  for (const Element& element : page.elements) {
    if (element.first > region.first) break;
    if (element.last < region.last || (element.hints & kHintBody) == 0) continue;
    if (worth(element.first, element.last) < least) continue;
    out = {element.first, element.last, element.node, element.first, element.last};
  }
  return out;
}

// An element further in is the better one when it holds this much of the worth of those around it: what they hold
// besides is a notice, a comment or two and the imprint, where no element is named for what it is.
constexpr double kNearlyAll = 0.92;

// A report that no element holds alone, and the long list of links, labels or lines beside it outweighs: such an
// element is worth less than one of its paragraphs. How much more the run of blocks must be worth to be believed.
constexpr double kOutweighs = 1.5;

// The run of blocks that is worth most (Bentley, "Programming Pearls", column 8; one pass).
Region best_run(const PageBlocks& page, const std::vector<double>& worth_before) {
  Region best;
  double best_worth = 0;
  std::uint32_t lowest = 0;
  for (std::uint32_t end = 1; end < worth_before.size(); ++end) {
    if (worth_before[end - 1] < worth_before[lowest]) lowest = end - 1;
    const double worth = worth_before[end] - worth_before[lowest];
    if (worth <= best_worth) continue;
    best_worth = worth;
    best = {lowest, end, 0, lowest, end};
  }
  if (!best.empty()) best.node = page.blocks[best.first].holder;
  return best;
}

constexpr std::uint32_t kMaxLead = 40;  // Blocks between headline and text.

void find_surroundings(const PageBlocks& page, Region& region) {
  if (region.empty()) return;
  for (const Element& element : page.elements) {
    if (element.first > region.first) break;
    if (element.last < region.last || (element.hints & kHintArticle) == 0) continue;
    region.outer_first = element.first;
    region.outer_last = element.last;
  }
  // The last main heading above the region.
  const std::uint32_t stop = region.first > kMaxLead ? region.first - kMaxLead : 0;
  for (std::uint32_t i = region.first; i-- > stop;) {
    if (page.blocks[i].tag != formats::Tag::kH1) continue;
    region.outer_first = i;
    break;
  }
}

}  // namespace

Region find_region(const PageBlocks& page) {
  std::vector<double> before(page.blocks.size() + 1, 0);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) before[i + 1] = before[i] + worth_of(page.blocks[i]);
  Region best;
  double best_worth = 0;
  for (const Element& element : page.elements) {
    const double worth = (before[element.last] - before[element.first]) * trust_in(element.hints);
    // Elements come outermost first, so an equal one further on is further in.
    if (worth > 0 && worth >= best_worth * kNearlyAll) {
      best_worth = std::max(worth, best_worth);
      best = {element.first, element.last, element.node, element.first, element.last};
    }
  }
  if (const Region run = best_run(page, before); before[run.last] - before[run.first] > kOutweighs * best_worth)
    best = run;
  best = grown(page, before, best);
  find_surroundings(page, best);
  return best;
}

}  // namespace dateline::extract

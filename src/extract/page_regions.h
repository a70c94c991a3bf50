// extract/page_regions.h -- which part of a page is the article.
#pragma once

#include <cstdint>

#include "extract/page_blocks.h"

namespace dateline::extract {

/// A range of blocks: [first, last).
struct Region {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  formats::NodeIndex node = formats::kNoNode;  ///< The element that is the region, or holds the first block of it.
  /// Around the region: from the page's main heading, or the start of the innermost element that calls itself the
  /// article, to its end. Leads and split-off parts of the text stand there.
  std::uint32_t outer_first = 0;
  std::uint32_t outer_last = 0;
  bool empty() const { return first == last; }
};

/// Where to look for the region.
enum class RegionRule {
  kBest,       ///< Among all elements.
  kWholePage,  ///< Everything is the article's: the content of a feed's entry.
};

/// The element whose blocks are worth most: running text counts for, furniture counts against, and what the element
/// says about itself ("article-body") weighs in. Of elements of like worth the innermost. Where a run of blocks is
/// worth half as much again, that run. Empty when no block reads like text.
Region find_region(const PageBlocks& page);

}  // namespace dateline::extract

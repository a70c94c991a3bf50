// extract/page_text.h -- which blocks of a page are its article's text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/page_blocks.h"
#include "extract/page_fates.h"
#include "extract/page_regions.h"
#include "news/article.h"

namespace dateline::extract {

/// What becomes of every block of a page.
struct PageText {
  Region region;
  std::vector<FateReason> reasons;         ///< One for each block: why it is kept or not.
  std::vector<news::ParagraphKind> kinds;  ///< One for each block; means something where it is kept.

  bool keeps(std::size_t block) const { return is_kept(reasons[block]); }
  void decide(std::size_t block, FateReason reason) { reasons[block] = reason; }
  /// The same for the blocks of [first, last).
  void decide(std::size_t first, std::size_t last, FateReason reason) {
    for (std::size_t i = first; i < last; ++i) decide(i, reason);
  }
};

/// Chooses the region and, inside it and right above it, block by block. `headline` is the article's headline as far as
/// it is known from elsewhere: a block that repeats it is not text.
PageText choose_text(const PageBlocks& page, std::string_view headline, RegionRule rule);

/// The same, and once more without believing the hints against text (comments and consent aside) when they leave next
/// to nothing of a page that has text: some pages keep their article in elements named for something else.
PageText choose_text_robustly(PageBlocks& page, std::string_view headline, RegionRule rule);

/// Letters and digits of `text` in lower case: for telling whether two texts say the same.
std::string letters_of(std::string_view text);

/// letters_of(text) == letters, mostly without working them out.
bool says_letters(std::string_view text, std::string_view letters);

/// `text` is so long that it can't be `letters` with marks and spaces in between, so that they need not be compared.
bool is_much_longer(std::string_view text, std::string_view letters);

}  // namespace dateline::extract

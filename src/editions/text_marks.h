// editions/text_marks.h -- marks on a text, which may nest and overlap, as pieces that each bear the same marks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace dateline::editions {

/// Something marked: a span of a text, the class that a style sheet knows it by, and what a reader is told about it.
struct TextMark {
  base::Span span;
  std::string_view kind;  ///< Static text: "per"; empty for what is only to be cut at.
  std::string told;       ///< May be empty.
};

/// A piece of the text between two neighbouring ends of marks.
struct MarkedPiece {
  base::Span span;
  std::string kinds;  ///< Of all marks around it, each once, with single spaces; empty for none.
  std::string told;   ///< What they tell, "; " between.
};

/// Cuts `block` into pieces that together are all of it. Marks may reach beyond the block and are then cut at its ends;
/// empty ones count for nothing. `marks` is sorted by span. At most kMaxMarksAtOnce marks count at one place.
/// O((block's marks) * kMaxMarksAtOnce): `next` is where to go on for the following block (blocks in order), 0 at
/// first.
inline constexpr std::size_t kMaxMarksAtOnce = 16;
std::vector<MarkedPiece> cut_by_marks(const base::Span& block, const std::vector<TextMark>& marks, std::size_t& next);

}  // namespace dateline::editions

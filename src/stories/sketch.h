// stories/sketch.h -- copies: the same text with other furniture or small edits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/similarity.h"

namespace dateline::stories {

/// The lowest hashes of a text's runs of four words: a sample that is the same for the same runs, so that two sketches
/// tell how much of one text stands in the other.
/// Source: Broder, "On the resemblance and containment of documents", 1997 (bottom-s sketch).
struct Sketch {
  std::vector<std::uint32_t> lowest;  ///< Sorted, each once, at most kSketchSize.
  std::uint32_t runs = 0;             ///< Number of different runs in the text.
};

inline constexpr std::size_t kSketchSize = 128;

/// `words`: all words of the text in order.
Sketch make_sketch(std::span<const text::TermId> words);

/// True when one of the two texts is a copy of the other: at least kCopiedShare of the shorter one's runs stand in the
/// longer one, which is at most twice as long. Texts of fewer than kFewestRuns runs must have all runs in common.
bool is_copy(const Sketch& a, const Sketch& b);

/// True when `sketch` is one that make_sketch() could have made: sorted, each hash once, not more than runs.
bool is_sound(const Sketch& sketch);

inline constexpr double kCopiedShare = 0.6;
inline constexpr std::uint32_t kFewestRuns = 12;

}  // namespace dateline::stories

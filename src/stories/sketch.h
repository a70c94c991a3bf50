// stories/sketch.h -- copies: the same text with other furniture or small edits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/similarity.h"

namespace dateline::stories {

inline constexpr std::size_t kBins = 92;
inline constexpr std::size_t kLookedUpKeys = 32;
inline constexpr std::size_t kIndexedKeys = 10;

/// How much two texts have in common can be told from these 96 bytes of each. The runs of four words of a text are
/// dealt into bins by their hash; of each bin the lowest hash stays, of that one byte.
/// Source: Li, Owen, Zhang, "One permutation hashing", 2012 (bins, and how to count empty ones); Li, König, "b-bit
/// minwise hashing", 2010 (that a byte is enough).
struct Signature {
  std::array<std::uint8_t, kBins> bins{};  ///< 0: no run fell there.
  std::uint32_t runs = 0;                  ///< Number of different runs in the text; 0 for a text without words.

  friend bool operator==(const Signature&, const Signature&) = default;
};
static_assert(sizeof(Signature) == 96);

/// A text's signature, and where CopyIndex looks for it.
struct Sketch {
  Signature signature;
  /// Hashes of the runs that come first in an order that is the same for all texts, at most kLookedUpKeys: what stands
  /// in two texts comes first in both. An index keeps the first kIndexedKeys.
  /// Source: Broder, "On the resemblance and containment of documents", 1997 (bottom-s sketch).
  std::vector<std::uint32_t> keys;
};

/// `words`: all words of the text, folded, in order. `line_ends`: for each line (a paragraph) the number of words up to
/// its end. Lines of fewer than kFewestWords words are furniture or subheads and are left out, unless too little would
/// remain. Without `line_ends` the text is one line.
Sketch make_sketch(std::span<const text::TermId> words, std::span<const std::size_t> line_ends = {});

/// Of a text as it is, UTF-8; what is ill-formed in it is no word. Looks at the first kSketchedBytes.
Sketch sketch_text(std::string_view text);

/// The share of the shorter text's runs that stand in the longer one, 0 to 1, where one may be a copy of the other: 0
/// when `later` has grown to more than kMostTimesLonger, or been cut to less than 1 / kMostTimesShorter, of `earlier`.
/// A brief may be the beginning of a report; a full report is no copy of a brief. Texts of fewer than kFewestRuns runs
/// must be the same; a text without words is no copy.
/// Estimated from kBins bins: two times in three within 0.07 of the true share, for texts of like length.
double copied_share(const Signature& later, const Signature& earlier);

/// True when one of the two texts is a copy of the other, whichever came first: copied_share() of kCopiedShare.
bool is_copy(const Sketch& a, const Sketch& b);

inline constexpr std::size_t kFewestWords = 10;
inline constexpr std::size_t kSketchedBytes = std::size_t{32} << 10;
inline constexpr double kCopiedShare = 0.45;  ///< From here on a text is a copy.
inline constexpr double kMostTimesLonger = 2.5;
inline constexpr double kMostTimesShorter = 4;
inline constexpr std::uint32_t kFewestRuns = 12;

/// A sketch as bytes, the same on every machine: at most 4 * (kLookedUpKeys + 1) + kBins of them. With all its keys: a
/// copy must be found to be one again when what is live is restored.
std::string sketch_to_bytes(const Sketch& sketch);
/// The sketch that sketch_to_bytes() was given. Nothing when `bytes` are none of its.
std::optional<Sketch> sketch_from_bytes(std::string_view bytes);

}  // namespace dateline::stories

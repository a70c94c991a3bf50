// stories/rarity.h -- how telling a term is: rare in the language, and rare in what came in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "stories/term_key.h"
#include "stories/term_table.h"

namespace dateline::stories {

/// The bits of a key that are kept of it: of two kept terms of one article 1 in 270 million pairs share a key, and of a
/// million different terms of a stream 1 in 270 has the counts of another with its own.
inline constexpr TermKey kKeptKeyBits = 0x0FFFFFFF;

/// The share of reports that a term stands in, by the general frequency of its word
/// (data/languages/en/word-frequencies.tsv). What two reports that arrive alone are compared by, when no stream has
/// taught anything yet.
///
/// Threads: any number at once. The table is read at the first call.
double usual_share(TermKey key);

/// The same for concept_key(): all words of a concept together.
double usual_short_share(TermKey key);

/// Document frequencies of the live articles on top of the usual ones, which count as `kUsualReports` reports. An
/// article that is forgotten is taken back, so that memory stays bounded, last year's names become telling again, and
/// the state depends on the live articles alone.
/// Counts go by the kKeptKeyBits of a key.
class Rarity {
 public:
  static constexpr double kUsualReports = 1000;

  /// Counts one report. `keys`: each once.
  void count(std::span<const TermKey> keys);
  /// Takes one back. REQUIRES: it was counted.
  void forget(std::span<const TermKey> keys);

  /// ln(reports / reports with the term), smoothed; from 0 for words that all reports have to about 14.
  float of(TermKey key) const;

 private:
  TermTable counts_;
  std::size_t reports_ = 0;
};

}  // namespace dateline::stories

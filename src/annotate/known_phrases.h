// annotate/known_phrases.h -- the longest phrase of the gazetteers at a place in a document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "annotate/document.h"
#include "annotate/gazetteer.h"

namespace dateline::annotate {

/// Words up to `end`, and what the gazetteers say of them; nothing when no phrase begins here.
struct KnownPhrase {
  std::size_t end = 0;
  std::optional<KnownName> name;
};

inline constexpr std::size_t kMaxKnownWords = 6;

/// The longest phrase of `gazetteer` that begins at word `at`, ends before `limit` and that `fits(name, end)` accepts:
/// six words at most. `fits` is asked with what is known of a phrase and past which word it ends.
template <typename Fits>
KnownPhrase longest_known(const Document& document, const Gazetteer& gazetteer, std::size_t at, std::size_t limit,
                          const Fits& fits) {
  KnownPhrase best{at, std::nullopt};
  std::string phrase;
  for (std::size_t i = at; i < limit && i < at + kMaxKnownWords; ++i) {
    if (i > at && document.word(i).space_before) phrase.push_back(' ');
    phrase += document.word(i).folded;
    const Gazetteer::Probe probe = gazetteer.probe(phrase);
    if (probe.name && fits(*probe.name, i + 1)) best = {i + 1, probe.name};
    if (!probe.goes_on) break;
  }
  return best;
}

/// The same for English: short names count where they are in capitals, names that begin small where they are well
/// known, and the plural of a people's name counts ("Russians").
KnownPhrase longest_known(const Document& document, const Gazetteer& gazetteer, std::size_t at, std::size_t limit);

}  // namespace dateline::annotate

// text/sentence_followers.h -- what follows a stop and tells whether it ended a sentence. Inside the room only.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/sentence_lexicon.h"

namespace dateline::text {

/// Questions about the words at a place of one text. Each looks at a few words, so that its cost has a bound.
/// Ownership: borrows both.
class SentenceFollowers {
 public:
  SentenceFollowers(std::string_view text, const SentenceLexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  /// "“Stop!” Abe said": up to three capitalised words, then a verb of saying.
  bool speaker_follows(std::size_t at_bytes) const;
  /// A starter that is a word of its own, not the initial of "A. Smith".
  bool starter_at(std::size_t at_bytes) const;
  /// "5", "V12", "XIV".
  bool number_at(std::size_t at_bytes) const;
  /// "Shares rose", "Police said": a capital alone before a small word, but no day, month, zone or "Tokyo time".
  bool new_subject_at(std::size_t at_bytes) const;
  /// "(a) ", "(ii) ", "(3) ": the mark of a list's item.
  bool enumerator_at(std::size_t at_bytes) const;
  /// The letters and digits from there; empty when they are more than any listed word has.
  std::string_view word_at(std::size_t at_bytes) const;

 private:
  std::string_view text_;
  const SentenceLexicon& lexicon_;
};

}  // namespace dateline::text

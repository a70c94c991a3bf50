#include "annotate/quote_complements.h"

#include <algorithm>
#include <array>

#include "annotate/quote_cue_words.h"
#include "annotate/quote_words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxToldWords = 40;  // Between "told reporters" and its "that".
constexpr std::size_t kMaxAsideWords = 9;  // "said in a statement on Tuesday"
constexpr std::array<std::string_view, 7> kAsides = {"in", "on", "at", "during", "through", "to", "via"};

}  // namespace

bool is_aside(std::string_view folded) {
  return is_among(kAsides, folded);
}

std::size_t QuoteComplements::past_told(std::size_t at) const {
  if (!is_telling(word(at).folded)) return at + 1;
  std::size_t i = at + 1;
  for (; i < end_ && i < at + kMaxToldWords; ++i) {
    if (is(i, "that")) return i;
    if (is(i, ":") || (is(i, ",") && i < at + 12)) break;
  }
  if (i + 1 < end_ && i < at + 12 && !word(i).is_word()) return i;
  i = at + 1;
  if (is(i, "the") || is(i, "a") || is(i, "his") || is(i, "her")) ++i;
  const bool capital = i < end_ && word(i).capitalised;
  ++i;
  while (capital && i < end_ && word(i).capitalised && i < at + 7) ++i;
  return i;
}

std::size_t QuoteComplements::late_that(std::size_t from) const {
  for (std::size_t i = from + 1; i < end_ && i < from + 9; ++i) {
    if (is(i, "that")) return i;
    if (!word(i).is_word() && word(i).folded != "'s") break;
  }
  return from;
}

std::size_t QuoteComplements::past_aside(std::size_t from) const {
  if (from >= end_ || !(is_aside(word(from).folded) || word(from).is(kTimeWord))) return from;
  if (is_determiner(word(from).folded)) return from;
  const auto clause = std::upper_bound(clauses_.begin(), clauses_.end(), from,
                                       [](std::size_t word, const Clause& c) { return word < c.verb; });
  if (clause == clauses_.end() || !clause->own || clause->subject.first <= from ||
      clause->subject.first > from + kMaxAsideWords)
    return from;
  for (std::size_t i = from; i < clause->subject.first; ++i) {
    if (!word(i).is_word() && word(i).kind != text::TokenKind::kNumber) return from;
  }
  return clause->subject.first;
}

bool QuoteComplements::has_verb(std::size_t from) const {
  for (std::size_t i = from; i < end_ && i < from + 16; ++i) {
    const Word& here = word(i);
    if (!here.is_word() || here.capitalised) continue;
    if (is_auxiliary(here.folded) || is_being(here.folded) || here.is(kCue | kVerb) ||
        (here.folded.size() > 4 && here.folded.ends_with("ed")))
      return true;
  }
  return false;
}

}  // namespace dateline::annotate

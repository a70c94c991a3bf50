#include "annotate/tense.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "annotate/time_words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kReach = 24;
constexpr std::size_t kIntentReach = 7;  // Between "agreed" and the "to" of "agreed last night to hold".

template <std::size_t N>
bool in(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

// All lists sorted.
constexpr std::array<std::string_view, 18> kFuture = {
    "'ll",      "expect",    "expected", "expects", "forecasts", "forthcoming", "may",  "might", "planned",
    "projects", "scheduled", "shall",    "should",  "slated",    "upcoming",    "will", "wo",    "would"};
constexpr std::array<std::string_view, 34> kIntent = {
    "agree",     "agreed",  "agrees",   "aim",     "aims",    "ask",    "asked",    "continue", "decided",
    "due",       "expect",  "expected", "expects", "hope",    "hopes",  "intend",   "intends",  "invited",
    "plan",      "planned", "planning", "plans",   "pledged", "poised", "prepares", "promised", "ready",
    "scheduled", "set",     "slated",   "vowed",   "want",    "wants",  "willing"};
constexpr std::array<std::string_view, 64> kPast = {
    "ago",    "arose",  "ate",   "became", "been", "began", "bought", "broke", "brought", "built", "came",
    "caught", "chose",  "cut",   "did",    "died", "drew",  "drove",  "fell",  "felt",    "fled",  "flew",
    "forced", "fought", "found", "froze",  "gave", "got",   "grew",   "had",   "has",     "have",  "heard",
    "held",   "hit",    "kept",  "killed", "knew", "led",   "left",   "lost",  "made",    "met",   "paid",
    "ran",    "rose",   "said",  "sank",   "sat",  "saw",   "sent",   "shot",  "since",   "spoke", "stood",
    "struck", "taken",  "told",  "took",   "was",  "went",  "were",   "won",   "wrote"};

// What is arranged is told in the present: "the trial begins Wednesday". Sorted.
constexpr std::array<std::string_view, 15> kArranged = {"airs",   "begin",   "begins",  "convene", "convenes",
                                                        "ends",   "expire",  "expires", "opens",   "reopens",
                                                        "resume", "resumes", "start",   "starts",  "takes"};

// True for the "to" of an intention: "agreed to hold", "is to visit".
bool intends(const Document& document, std::size_t to, std::size_t limit) {
  const Word& verb = document.word(to + 1);
  const bool base_form = verb.is_word() && !verb.capitalised && !verb.is(kStopWord) && !verb.folded.ends_with("ing") &&
                         !verb.folded.ends_with("ed");
  const bool be = verb.folded == "be" || verb.folded == "have" || verb.folded == "do";
  if (!base_form && !be) return false;
  for (std::size_t i = to, steps = 0; i-- > limit && steps < kIntentReach; ++steps) {
    const std::string_view word = document.word(i).folded;
    if (in(kIntent, word)) return true;
    if (steps == 0 && (word == "is" || word == "are")) return true;
  }
  return false;
}

// "could be on Thursday", "is due before the court on Thursday"; "could not sail on Thursday" and "due to fog" are
// neither.
bool is_possible_or_due(const Document& document, std::size_t at, std::size_t first_word, std::size_t end_word) {
  const std::string_view word = document.word(at).folded;
  const std::string_view next = at + 1 < end_word ? document.word(at + 1).folded : std::string_view();
  if (word == "could" || word == "can") return next == "be";
  if (word != "due" || next == "to" || at == first_word) return false;
  const std::string_view before = document.word(at - 1).folded;
  return before == "is" || before == "are";
}

Direction told_by(const Document& document, std::size_t at, std::size_t first_word, std::size_t end_word) {
  const Word& word = document.word(at);
  if (!word.is_word()) return Direction::kUnknown;
  if (word.folded == "to" && at + 1 < end_word) {
    return intends(document, at, first_word) ? Direction::kFuture : Direction::kUnknown;
  }
  if (is_possible_or_due(document, at, first_word, end_word)) return Direction::kFuture;
  if (word.folded == "may" && word.capitalised) return Direction::kUnknown;
  if (word.folded == "invited" || in(kFuture, word.folded)) return Direction::kFuture;
  if (word.capitalised && at != first_word) return Direction::kUnknown;
  if (in(kArranged, word.folded)) return Direction::kFuture;
  if (in(kPast, word.folded)) return Direction::kPast;
  const bool root = word.folded.ends_with("eed") && !word.folded.ends_with("reed") && !word.folded.ends_with("teed");
  const bool regular = word.folded.size() > 4 && word.folded.ends_with("ed") && !root;  // "agreed", not "proceed"
  return regular && !word.is(kStopWord) ? Direction::kPast : Direction::kUnknown;
}

// "should be completed", "will not have been held", "to be opened": the helper before the participle at `at` rules.
bool is_to_come(const Document& document, std::size_t at, std::size_t limit) {
  for (std::size_t i = at, back = 0; i-- > limit && back < 4; ++back) {
    const std::string_view helper = document.word(i).folded;
    if (helper != "may" && in(kFuture, helper)) return true;
    if (helper == "be" && i > limit && document.word(i - 1).folded == "to") return true;
    if (helper != "be" && helper != "not" && helper != "have" && helper != "n't" && !helper.ends_with("ly")) break;
  }
  return false;
}

// "has been scheduled", "was planned".
bool announces(const Document& document, std::size_t at, std::size_t limit) {
  for (std::size_t i = at + 1; i < limit && i < at + 3; ++i) {
    const std::string_view word = document.word(i).folded;
    if (word != "may" && in(kFuture, word)) return true;
  }
  return false;
}

// "By Friday the water had gone."
bool tells_past_perfect(const Document& document, const Sentence& sentence) {
  const std::size_t end = std::min(sentence.end_word, sentence.first_word + 2 * kReach);
  for (std::size_t i = sentence.first_word; i < end; ++i) {
    if (document.word(i).folded == "had") return true;
  }
  return false;
}

}  // namespace

Direction direction_at(const Document& document, std::size_t first, std::size_t end) {
  const Sentence& sentence = document.sentences()[document.word(first).sentence];
  if (first > sentence.first_word) {
    const std::string_view before = document.word(first - 1).folded;
    if (before == "until") return Direction::kFuture;
    if (before == "by") return tells_past_perfect(document, sentence) ? Direction::kPast : Direction::kFuture;
    if (before == "since") return Direction::kPast;
    // "has called a strike for Wednesday"; but "earned a dollar for the third quarter".
    if (before == "for" && weekday_named(document.word(first).folded, true)) return Direction::kFuture;
    const std::size_t verb = before == "on" && first > sentence.first_word + 1 ? first - 2 : first - 1;
    const std::string_view copula = document.word(verb).folded;
    if (copula == "is" || copula == "are") return Direction::kFuture;  // "the deadline is Thursday"
  }
  std::size_t steps = 0;
  for (std::size_t i = first; i-- > sentence.first_word && steps < kReach; ++steps) {
    const Direction said = told_by(document, i, sentence.first_word, sentence.end_word);
    if (said == Direction::kPast && is_to_come(document, i, sentence.first_word)) return Direction::kFuture;
    if (said != Direction::kUnknown) return said;
  }
  for (std::size_t i = end; i < sentence.end_word && i < end + kReach; ++i) {
    const Direction said = told_by(document, i, sentence.first_word, sentence.end_word);
    if (said == Direction::kPast && announces(document, i, sentence.end_word)) return Direction::kFuture;
    if (said != Direction::kUnknown) return said;
  }
  return Direction::kUnknown;
}

}  // namespace dateline::annotate

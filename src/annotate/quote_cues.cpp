#include "annotate/quote_cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxBetween = 10;       // Words between a cue and the quotation that it opens.
constexpr std::size_t kMaxClosingWords = 14;  // Behind ", Kishida said": "told reporters after the meeting in Tokyo".
constexpr std::size_t kMinClauseWords = 3;
constexpr std::size_t kMaxToldWords = 40;      // Between "told reporters" and its "that".
constexpr std::size_t kMaxDatelineWords = 14;  // "OSLO, June 20 (Wire) --"
constexpr std::size_t kMaxContentLook = 200;   // For ", adding" behind a cue; keeps endless sentences linear.

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 27> kNounSigns = {
    "the", "a",    "an",  "his", "her", "its",  "their", "my",   "our",  "'s", "of",   "in",  "on",   "with",
    "for", "this", "any", "no",  "new", "some", "to",    "your", "from", "by", "such", "own", "these"};
constexpr std::array<std::string_view, 26> kClosers = {
    "on",        "in",        "at",     "during",  "after",     "when",     "while",  "last",     "this",
    "today",     "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "reporters", "of",        "about",  "to",      "earlier",   "through",  "before", "as"};
constexpr std::array<std::string_view, 10> kTelling = {"told",    "tells",    "tell",   "telling", "reminded",
                                                       "assured", "informed", "warned", "asked",   "advised"};
// Cues that are as often something else; they count before "that" and beside quotation marks alone.
constexpr std::array<std::string_view, 28> kWeakSpeech = {
    "post",      "posts",   "posted",   "claim",     "claims",    "announces", "ask",
    "asks",      "asked",   "continue", "continues", "continued", "respond",   "responds",
    "responded", "comment", "comments", "commented", "begin",     "began",     "begins",
    "read",      "reads",   "urged",    "urges",     "agree",     "agrees",    "agreed"};
constexpr std::array<std::string_view, 7> kAsides = {"in", "on", "at", "during", "through", "to", "via"};
constexpr std::array<std::string_view, 30> kAuxiliaries = {
    "is",    "was", "were",   "are", "be",    "has",  "have", "had",  "will", "would",
    "could", "can", "should", "may", "might", "must", "do",   "does", "did",  "'s",
    "'re",   "'ll", "n't",    "won", "went",  "made", "came", "left", "held", "took"};
constexpr std::array<std::string_view, 24> kThinking = {
    "believe", "believes", "believed", "think",  "thinks", "hope",      "hopes",     "hoped",
    "fear",    "fears",    "feared",   "know",   "knows",  "knew",      "show",      "shows",
    "showed",  "found",    "finds",    "denied", "denies", "estimates", "estimated", "learned"};

// Verb forms that are nouns as often: "the state", "insulting remarks".
constexpr std::array<std::string_view, 22> kNouns = {
    "state",    "states",    "show",     "shows",   "report", "reports", "claim",   "claims",
    "comment",  "comments",  "remark",   "remarks", "charge", "demand",  "demands", "promise",
    "promises", "estimates", "question", "fear",    "fears",  "hopes"};

bool is_plain_say(std::string_view cue) {
  return cue == "said" || cue == "says" || cue == "say";
}

class Reader {
 public:
  Reader(const Document& document, const Sentence& sentence, const std::vector<QuotedStretch>& quoted)
      : document_(document), begin_(sentence.first_word), end_(sentence.end_word), quoted_(quoted) {
    for (std::size_t i = begin_ + 1; i < end_ && i < begin_ + kMaxDatelineWords; ++i) {
      if (word(i - 1).folded == ")" && (is(i, "--") || is(i, "-") || is(i, "–") || is(i, "—"))) begin_ = i + 1;
    }
  }

  std::vector<Attribution> run() {
    for (std::size_t at = begin_; at < end_;) {
      if (const QuotedStretch* stretch = around(at); stretch != nullptr) {
        at = std::max(at + 1, stretch->end);
        continue;
      }
      const std::size_t past = is(at, "according") && is(at + 1, "to") ? according(at) : is_cue(at) ? cue(at) : at;
      at = std::max(at + 1, past);
    }
    return std::move(found_);
  }

 private:
  const Word& word(std::size_t at) const { return document_.word(at); }
  bool is(std::size_t at, std::string_view folded) const { return at < end_ && word(at).folded == folded; }
  bool is_cue(std::size_t at) const;
  const QuotedStretch* around(std::size_t at) const;
  const QuotedStretch* closed_before(std::size_t at, std::size_t* mark) const;
  const QuotedStretch* opened_after(std::size_t at) const;
  std::size_t clause_start(std::size_t at) const;
  std::size_t content_end(std::size_t from) const;

  std::size_t according(std::size_t at);
  std::size_t cue(std::size_t at);
  bool beside_marks(std::size_t at);
  bool closes_sentence(std::size_t at);
  std::size_t opens_clause(std::size_t at);
  std::size_t participle(std::size_t at);
  std::size_t past_told(std::size_t at) const;
  std::size_t late_that(std::size_t from) const;
  bool has_verb(std::size_t from) const;
  void add(WordRange content, WordRange cue, WordRange source) { found_.push_back({{content}, cue, source}); }

  const Document& document_;
  std::size_t begin_;
  std::size_t end_;
  const std::vector<QuotedStretch>& quoted_;
  std::vector<Attribution> found_;
};

bool Reader::is_cue(std::size_t at) const {
  const Word& verb = word(at);
  if (!verb.is(kCue | kSpeech) || verb.capitalised) return false;
  if (in(kNouns, verb.folded) && !is(at + 1, "that") && at > begin_) {
    const Word& subject = word(at - 1);
    if (!subject.capitalised && !subject.is(kPronoun) && !subject.folded.ends_with("s")) return false;
    const bool mark = at + 1 < end_ && opened_after(at) != nullptr && opened_after(at)->first == at + 2;
    const bool clause =
        at + 1 < end_ && word(at + 1).is_word() && (word(at + 1).is(kStopWord) || word(at + 1).capitalised);
    if (!mark && !clause) return false;
  }
  return at == begin_ || !in(kNounSigns, word(at - 1).folded);
}

const QuotedStretch* Reader::around(std::size_t at) const {
  const auto stretch = std::upper_bound(quoted_.begin(), quoted_.end(), at,
                                        [](std::size_t word, const QuotedStretch& q) { return word < q.end; });
  return stretch != quoted_.end() && stretch->first <= at ? &*stretch : nullptr;
}

// The last stretch whose closing mark stands at *mark, before `at` in this sentence or right before the sentence.
const QuotedStretch* Reader::closed_before(std::size_t at, std::size_t* mark) const {
  const auto next = std::lower_bound(quoted_.begin(), quoted_.end(), at,
                                     [](const QuotedStretch& q, std::size_t word) { return q.end < word; });
  if (next == quoted_.begin()) return nullptr;
  const QuotedStretch& stretch = *std::prev(next);
  const bool here =
      stretch.end >= begin_ || (stretch.end + 1 == begin_ && !word(begin_).capitalised);  // “Why?” he asked.
  if (!stretch.closed || !here) return nullptr;
  *mark = stretch.end;
  return &stretch;
}

const QuotedStretch* Reader::opened_after(std::size_t at) const {
  const auto next = std::upper_bound(quoted_.begin(), quoted_.end(), at,
                                     [](std::size_t word, const QuotedStretch& q) { return word < q.first; });
  return next != quoted_.end() && next->first <= end_ + 1 ? &*next : nullptr;
}

std::size_t Reader::clause_start(std::size_t at) const {
  std::size_t mark = 0;
  const QuotedStretch* before = closed_before(at, &mark);
  return before != nullptr && mark + 1 >= begin_ && mark < at ? std::max(begin_, mark + 1) : begin_;
}

// The sentence's end, or the comma of ", adding that".
std::size_t Reader::content_end(std::size_t from) const {
  for (std::size_t i = from; i + 1 < end_ && i < from + kMaxContentLook; ++i) {
    if (word(i).folded == "," && word(i + 1).is(kSpeech) && word(i + 1).folded.ends_with("ing") && around(i) == nullptr)
      return i;
  }
  return end_;
}

std::size_t Reader::according(std::size_t at) {
  std::size_t stop = at + 2;
  while (stop < end_ && stop < at + 26) {
    const Word& here = word(stop);
    const bool mark =
        !here.is_word() && (here.folded == "," || here.folded == "." || here.folded == ";" || here.folded == "\"");
    if (mark && !(here.folded == "," && stop + 1 < end_ && word(stop + 1).is(kRoleHead | kRoleModifier))) break;
    if (here.folded == "that" || here.folded == "who" || here.folded == "which") break;
    ++stop;
  }
  const WordRange source{at + 2, stop};
  if (source.empty()) return at + 2;
  const WordRange phrase{at, at + 2};
  const std::size_t from = clause_start(at);
  if (at <= from + 1) {
    add({stop, content_end(stop)}, phrase, source);
    return end_;
  }
  std::size_t mark = 0;
  const QuotedStretch* before = closed_before(at, &mark);
  if (before != nullptr && mark + 2 >= at) {
    add({before->first, before->end}, phrase, source);
  } else {
    add({begin_, at}, phrase, source);
  }
  return stop;
}

// Past the person who is told, "reporters", "the committee": where the told thing may begin.
std::size_t Reader::past_told(std::size_t at) const {
  if (!in(kTelling, word(at).folded)) return at + 1;
  std::size_t i = at + 1;
  for (; i < end_ && i < at + kMaxToldWords; ++i) {
    if (is(i, "that")) return i;
    if (is(i, ":") || (is(i, ",") && i < at + 12)) break;
  }
  if (i < end_ && i < at + 12 && !word(i).is_word()) return i;
  i = at + 1;
  if (is(i, "the") || is(i, "a") || is(i, "his") || is(i, "her")) ++i;
  const bool capital = i < end_ && word(i).capitalised;
  ++i;
  while (capital && i < end_ && word(i).capitalised && i < at + 7) ++i;
  return i;
}

// "…," Kishida said.   "…," said Kishida.   Kishida said: "…"
bool Reader::beside_marks(std::size_t at) {
  const WordRange verb{at, at + 1};
  std::size_t mark = 0;
  const QuotedStretch* before = closed_before(at, &mark);
  const QuotedStretch* after = opened_after(at);
  if (before != nullptr && at > mark && at - mark <= kMaxBetween + 16) {
    std::size_t first = mark + 1;
    if (is(first, ",") || is(first, "-") || is(first, "--") || is(first, "—")) ++first;
    std::optional<WordRange> source;
    if (first == at) source = source_after(document_, at, end_);
    if (!source && first < at) source = source_before(document_, at, first);
    if (source && (source->first <= first + 1 || first == at)) {
      add({before->first, before->end}, verb, *source);
      const std::size_t past = std::max(at + 1, source->end);
      if (after != nullptr && after->first <= end_ && after->first - past <= kMaxBetween &&
          around(after->first - 1) == nullptr) {
        found_.back().content.push_back({after->first, after->end});
      }
      return true;
    }
  }
  if (after == nullptr || after->first < at + 2 || after->first > end_) return false;
  const std::size_t open = after->first - 1;
  const std::string_view lead = word(open - 1).folded;
  const bool direct = open == at + 1 || lead == "," || lead == ":";
  if (!direct || open - at > kMaxBetween) return false;
  const auto source = source_before(document_, at, clause_start(at));
  if (!source) return false;
  add({after->first, after->end}, verb, *source);
  return true;
}

// "The ministers will meet again, Kishida said on Saturday."   "…, said Kishida."
bool Reader::closes_sentence(std::size_t at) {
  if (!word(at).is(kSpeech) || in(kWeakSpeech, word(at).folded)) return false;
  const std::size_t from = clause_start(at);
  if (at > from + kMinClauseWords && is(at - 1, ",")) {
    if (const auto source = source_after(document_, at, end_); source && source->end + kMaxClosingWords >= end_) {
      add({from, at - 1}, {at, at + 1}, *source);
      return true;
    }
  }
  const auto source = source_before(document_, at, from);
  if (!source || source->first < from + kMinClauseWords || !is(source->first - 1, ",")) return false;
  const std::size_t rest = past_told(at);
  const bool bare = at + 1 >= end_ || !word(at + 1).is_word();
  const bool short_rest = end_ - std::min(end_, rest) <= kMaxClosingWords;
  const bool follows =
      bare || (rest < end_ && (!word(rest).is_word() || in(kClosers, word(rest).folded))) || rest >= end_;
  const bool adds = content_end(at) != end_;
  if (is(at + 1, "that") || is(rest, "that") || !follows || !(short_rest || bare || adds)) return false;
  if (is(at + 1, ",") && !adds && end_ - at > kMaxClosingWords) return false;
  add({from, source->first - 1}, {at, at + 1}, *source);
  return true;
}

// The "that" behind "in a statement", or `from`.
std::size_t Reader::late_that(std::size_t from) const {
  for (std::size_t i = from + 1; i < end_ && i < from + 9; ++i) {
    if (is(i, "that")) return i;
    if (!word(i).is_word() && word(i).folded != "'s") break;
  }
  return from;
}

// True when a finite verb stands soon behind `from`: what is said is a clause, not a thing ("reported a loss").
bool Reader::has_verb(std::size_t from) const {
  for (std::size_t i = from; i < end_ && i < from + 16; ++i) {
    const Word& here = word(i);
    if (!here.is_word() || here.capitalised) continue;
    if (in(kAuxiliaries, here.folded) || here.is(kCue) || (here.folded.size() > 4 && here.folded.ends_with("ed")))
      return true;
  }
  return false;
}

// "Kishida said (that) the talks would go on." Returns past the content, or `at` when it is no attribution.
std::size_t Reader::opens_clause(std::size_t at) {
  const Word& verb = word(at);
  std::size_t from = past_told(at);
  while (is(from, ",") && from < at + 2) ++from;
  bool that = is(from, "that") || is(at + 1, "that");
  if (!that && from < end_ && in(kAsides, word(from).folded)) {
    const std::size_t late = late_that(from);  // "said in a statement that"
    if (late == from) return at;
    from = late;
    that = true;
  }
  const bool speech = verb.is(kSpeech) && !in(kWeakSpeech, verb.folded);
  if (!that && !speech && !in(kThinking, verb.folded)) return at;
  if (from + kMinClauseWords > end_) return at;
  const Word& next = word(from);
  const bool clause = that ||
                      (next.is_word() && !next.is(kPlacePreposition) && next.folded != "as" && next.folded != "of" &&
                       next.folded != "to" && next.folded != "on" && next.folded != "for" && next.folded != "with" &&
                       next.folded != "about") ||
                      next.kind == text::TokenKind::kNumber || next.folded == "$";
  if (!clause || (!that && !is_plain_say(verb.folded) && !has_verb(from))) return at;
  const auto source = source_before(document_, at, clause_start(at));
  if (!source) return at;
  const std::size_t end = content_end(from);
  add({from, end}, {at, at + 1}, *source);
  return end;
}

// ", adding that closer cooperation was required": the speaker is the one before, else the sentence's subject.
std::size_t Reader::participle(std::size_t at) {
  if (at == begin_ || at + kMinClauseWords > end_ || !word(at).is(kSpeech)) return at;
  const bool comma = word(at - 1).folded == ",";
  if (!comma && !is(at + 1, "that")) return at;
  WordRange source;
  if (!found_.empty()) {
    source = found_.back().source;
  } else if (!comma) {
    source = source_before(document_, at, clause_start(at)).value_or(WordRange{});
  }
  const std::size_t end = content_end(at + 1);
  if (const QuotedStretch* after = opened_after(at);
      after != nullptr && after->first <= at + 4 && after->first <= end_) {
    add({after->first, after->end}, {at, at + 1}, source);
    return after->end;
  }
  add({past_told(at), end}, {at, at + 1}, source);
  return end;
}

std::size_t Reader::cue(std::size_t at) {
  if (word(at).folded.ends_with("ing")) return participle(at);
  if (beside_marks(at)) return at + 1;
  if (closes_sentence(at)) return at + 1;
  return opens_clause(at);
}

}  // namespace

std::vector<Attribution> find_attributions(const Document& document, const Sentence& sentence,
                                           const std::vector<QuotedStretch>& quoted) {
  return Reader(document, sentence, quoted).run();
}

}  // namespace dateline::annotate

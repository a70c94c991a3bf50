#include "annotate/quote_cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "annotate/quote_complements.h"
#include "annotate/quote_cue_words.h"
#include "annotate/quote_words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxBetween = 10;       // Words between a cue and the quotation that it opens.
constexpr std::size_t kMaxClosingWords = 14;  // Behind ", Kishida said": "told reporters after the meeting in Tokyo".
constexpr std::size_t kMinClauseWords = 3;
constexpr std::size_t kMaxTagWords = 5;        // "Anna Berg said Friday."
constexpr std::size_t kMaxDatelineWords = 14;  // "OSLO, June 20 (Wire) --"
constexpr std::size_t kMaxContentLook = 200;   // For ", adding" behind a cue; keeps endless sentences linear.

constexpr std::array<std::string_view, 27> kNounSigns = {
    "the", "a",    "an",  "his", "her", "its",  "their", "my",   "our",  "'s", "of",   "in",  "on",   "with",
    "for", "this", "any", "no",  "new", "some", "to",    "your", "from", "by", "such", "own", "these"};
constexpr std::array<std::string_view, 26> kClosers = {
    "on",        "in",        "at",     "during",  "after",     "when",     "while",  "last",     "this",
    "today",     "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "reporters", "of",        "about",  "to",      "earlier",   "through",  "before", "as"};
bool is_plain_say(std::string_view cue) {
  return cue == "said" || cue == "says" || cue == "say";
}

class Reader {
 public:
  Reader(const Document& document, const Sentence& sentence, const std::vector<QuotedStretch>& quoted,
         const std::vector<Clause>& clauses)
      : document_(document),
        begin_(sentence.first_word),
        end_(sentence.end_word),
        quoted_(quoted),
        clauses_(clauses),
        complements_(document, sentence.end_word, clauses) {
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
  std::size_t mixed_start(std::size_t at) const;
  bool leads_in(std::size_t first) const;
  std::optional<WordRange> between(std::size_t first, std::size_t at) const;
  std::size_t content_end(std::size_t from) const;
  bool starts_attribution(std::size_t at) const;

  std::size_t according(std::size_t at);
  std::size_t cue(std::size_t at);
  bool beside_marks(std::size_t at);
  bool closes_sentence(std::size_t at);
  std::size_t opens_clause(std::size_t at);
  std::size_t participle(std::size_t at);
  void add(WordRange content, WordRange cue, WordRange source) {
    const bool speech = cue.end > cue.first + 1 || word(cue.first).is(kSpeech);
    found_.push_back({{content}, cue, source, speech ? news::QuoteKind::kSpeech : news::QuoteKind::kAttitude});
  }

  const Document& document_;
  std::size_t begin_;
  std::size_t end_;
  const std::vector<QuotedStretch>& quoted_;
  const std::vector<Clause>& clauses_;
  QuoteComplements complements_;
  std::vector<Attribution> found_;
};

bool Reader::is_cue(std::size_t at) const {
  const Word& verb = word(at);
  if (verb.capitalised) return at == begin_ && is_plain_say(verb.folded) && at + 1 < end_ && word(at + 1).capitalised;
  if (!verb.is(kSpeech) && !is_thinking(verb.folded)) return false;
  if (is_noun_as_often(verb.folded) && !is(at + 1, "that") && at > begin_) {
    const Word& subject = word(at - 1);
    if (!subject.capitalised && !subject.is(kPronoun) && !subject.folded.ends_with("s")) return false;
    const bool mark = at + 1 < end_ && opened_after(at) != nullptr && opened_after(at)->first == at + 2;
    const bool clause =
        at + 1 < end_ && word(at + 1).is_word() && (word(at + 1).is(kStopWord) || word(at + 1).capitalised);
    if (!mark && !clause) return false;
  }
  if (at > begin_ && is_among(kNounSigns, word(at - 1).folded)) return false;
  const bool plain = verb.is(kSpeech) && !verb.is(kCueNoun);
  std::size_t mark = 0;
  const bool behind_mark = closed_before(at, &mark) != nullptr && mark + 3 > at;
  return plain || behind_mark || is_verb_use(document_, at, begin_, end_);
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
  const std::string_view last = word(stretch.end - 1).folded;
  const bool tag = end_ - begin_ <= kMaxTagWords;                                        // “It is over.” Berg said.
  const bool asked = last == "?" || last == "!" || last == "," || last == "..." || tag;  // “Why?” Berg asked.
  const bool here = stretch.end >= begin_ || (stretch.end + 1 == begin_ && (asked || !word(begin_).capitalised));
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

// Where a statement that ends before the cue at `at` begins: what stands in marks is part of it when more follows them.
std::size_t Reader::mixed_start(std::size_t at) const {
  const std::size_t start = clause_start(at);
  std::size_t mark = 0;
  const QuotedStretch* before = closed_before(at, &mark);
  const bool more = before != nullptr && mark + 1 == start && start < at && word(start).is_word() && found_.empty();
  return more ? begin_ : start;
}

// The sentence's end, or the comma of ", adding that".
std::size_t Reader::content_end(std::size_t from) const {
  for (std::size_t i = from; i + 1 < end_ && i < from + kMaxContentLook; ++i) {
    if (word(i).folded == "," && word(i + 1).is(kSpeech) && word(i + 1).folded.ends_with("ing") && around(i) == nullptr)
      return i;
    if (starts_attribution(i)) return i;
  }
  return end_;
}

// "; the others denied", ", but she said", "and Berg noted": someone else's words, or the same person's anew.
bool Reader::starts_attribution(std::size_t at) const {
  const bool joint = is(at, "and") || is(at, "but") || is(at, "while") || is(at, "though") || is(at, "although");
  const bool mark = is(at, ",") || is(at, ";") || is(at, "—");
  if (!joint && !mark) return false;
  std::size_t from = at + 1;
  if (mark && (is(from, "and") || is(from, "but") || is(from, "while") || is(from, "though") || is(from, "although")))
    ++from;
  const auto clause = std::lower_bound(clauses_.begin(), clauses_.end(), from,
                                       [](const Clause& c, std::size_t word) { return c.verb < word; });
  if (clause == clauses_.end() || !clause->own || clause->subject.first != from || around(from) != nullptr)
    return false;
  for (std::size_t i = clause->verb; i < end_ && i < clause->verb + 4; ++i) {
    if (word(i).is(kSpeech) && !word(i).is(kCueNoun)) {
      return from > at + 1 || !is(at, ",") || (i + kMinClauseWords < end_ && word(i + 1).is_word() && end_ - i > 6);
    }
    if (!is_auxiliary(word(i).folded) && !is_adverb(word(i))) break;
  }
  return false;
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

// The source that fills words [first, at) between a quotation and its cue: “…,” Berg, who lives in Oslo, said.
std::optional<WordRange> Reader::between(std::size_t first, std::size_t at) const {
  const auto subject = source_before(document_, at, first);
  if (subject && subject->first <= first + 1) return subject;
  if (at - first > kMaxBetween + 16 || !word(first).is_word()) return std::nullopt;
  const auto clause = std::lower_bound(clauses_.begin(), clauses_.end(), first,
                                       [](const Clause& c, std::size_t word) { return c.verb < word; });
  if (clause != clauses_.end() && clause->verb < at) {
    std::size_t comma = first;
    while (comma < clause->verb && !is(comma, ",")) ++comma;
    const bool aside = is(comma + 1, "who") || is(comma + 1, "whose") || is(comma + 1, "which");
    if (!aside || !is(at - 1, ",")) return std::nullopt;
  }
  std::size_t end = at;
  while (end > first && (is_adverb(word(end - 1)) || is(end - 1, ",") || is_auxiliary(word(end - 1).folded))) --end;
  if (end == first || (!word(first).capitalised && !is_determiner(word(first).folded))) return std::nullopt;
  return WordRange{first, end};
}

// True when words of the sentence stand before the quotation that begins at `first`.
bool Reader::leads_in(std::size_t first) const {
  for (std::size_t i = begin_; i < first && i < begin_ + kMinClauseWords; ++i) {
    if (word(i).is_word()) return true;
  }
  return false;
}

// "…," Kishida said.   "…," said Kishida.   Kishida said: "…"
bool Reader::beside_marks(std::size_t at) {
  const WordRange verb{at, at + 1};
  std::size_t mark = 0;
  const QuotedStretch* before = closed_before(at, &mark);
  const QuotedStretch* after = opened_after(at);
  const bool apart = mark + 1 < at && before != nullptr &&
                     (is(mark + 1, "and") || is(mark + 1, "but") || is(mark + 1, "or") || is(mark + 1, "that") ||
                      is_clause_opener(word(mark + 1).folded));  // … of “theft,” and Berg said no.
  if (before != nullptr && !apart && at > mark && at - mark <= kMaxBetween + 16) {
    std::size_t first = mark + 1;
    if (is(first, ",") || is(first, "-") || is(first, "--") || is(first, "—")) ++first;
    std::optional<WordRange> source;
    if (first == at) source = source_after(document_, at, end_);
    if (!source && first < at) source = between(first, at);
    if (source) {
      const bool mixed = found_.empty() && leads_in(before->first);  // They saw “a disaster,” Berg said.
      add({mixed ? begin_ : before->first, before->end}, verb, *source);
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
  const auto source = at == begin_ ? source_after(document_, at, end_) : source_before(document_, at, clause_start(at));
  if (!source) return false;
  add({after->first, after->end}, verb, *source);
  return true;
}

// "The ministers will meet again, Kishida said on Saturday."   "…, said Kishida."
bool Reader::closes_sentence(std::size_t at) {
  if (!word(at).is(kSpeech) || is_weak_speech(word(at).folded)) return false;
  const std::size_t from = mixed_start(at);
  if (at > from + kMinClauseWords && is(at - 1, ",")) {
    if (const auto source = source_after(document_, at, end_); source && source->end + kMaxClosingWords >= end_) {
      add({from, at - 1}, {at, at + 1}, *source);
      return true;
    }
  }
  const auto source = source_before(document_, at, from);
  if (!source || source->first < from + kMinClauseWords || !is(source->first - 1, ",")) return false;
  const std::size_t rest = complements_.past_told(at);
  const bool bare = at + 1 >= end_ || !word(at + 1).is_word();
  const bool short_rest = end_ - std::min(end_, rest) <= kMaxClosingWords;
  const bool follows =
      bare || (rest < end_ && (!word(rest).is_word() || is_among(kClosers, word(rest).folded))) || rest >= end_;
  const bool adds = content_end(at) != end_;
  if (is(at + 1, "that") || is(rest, "that") || !follows || !(short_rest || bare || adds)) return false;
  if (is(at + 1, ",") && !adds && end_ - at > kMaxClosingWords) return false;
  add({from, source->first - 1}, {at, at + 1}, *source);
  return true;
}

// "Kishida said (that) the talks would go on." Returns past the content, or `at` when it is no attribution.
std::size_t Reader::opens_clause(std::size_t at) {
  const Word& verb = word(at);
  std::size_t from = complements_.past_told(at);
  while (is(from, ",") && from < at + 2) ++from;
  bool that = is(from, "that") || is(at + 1, "that");
  if (!that) {
    const bool aside = from < end_ && is_aside(word(from).folded);
    std::size_t late = aside ? complements_.late_that(from) : from;  // "said in a statement that"
    if (late == from) late = complements_.past_aside(from);
    if (late == from && aside) return at;
    that = late != from;
    from = late;
  }
  const bool speech = verb.is(kSpeech) && !is_weak_speech(verb.folded);
  if (!that && !speech && !is_thinking(verb.folded)) return at;
  if (from + kMinClauseWords > end_) return at;
  const Word& next = word(from);
  const bool clause = that ||
                      (next.is_word() && !next.is(kPlacePreposition) && next.folded != "as" && next.folded != "of" &&
                       next.folded != "to" && next.folded != "on" && next.folded != "for" && next.folded != "with" &&
                       next.folded != "about") ||
                      next.kind == text::TokenKind::kNumber || next.folded == "$";
  if (!clause || (!that && !is_plain_say(verb.folded) && !complements_.has_verb(from))) return at;
  auto source = source_before(document_, at, clause_start(at));
  bool certain = true;
  if (!source && that && at > begin_ && (is(at - 1, "and") || is(at - 1, "but"))) {  // "rejected it and said that"
    if (const auto holder = holder_of(document_, clauses_, at)) {
      source = holder->source;
      certain = holder->certain;
    }
  }
  if (!source) return at;
  const std::size_t end = content_end(from);
  if (end < from + 2) return at;  // "denied it, saying"
  add({from, end}, {at, at + 1}, *source);
  found_.back().certain = certain;
  return end;
}

// ", adding that closer cooperation was required": the speaker is the one before, else the sentence's subject.
std::size_t Reader::participle(std::size_t at) {
  if (at == begin_ || at + kMinClauseWords > end_ || !word(at).is(kSpeech)) return at;
  const bool comma = word(at - 1).folded == ",";
  if (!comma && !is(at + 1, "that")) return at;
  Holder holder{{}, true, true};
  if (!found_.empty()) {
    holder.source = found_.back().source;
  } else if (const auto subject = holder_of(document_, clauses_, at)) {
    holder = *subject;
  }
  std::size_t end = content_end(at + 1);
  if (const QuotedStretch* after = opened_after(at);
      after != nullptr && after->first <= at + 4 && after->first <= end_) {
    end = after->end;
    add({after->first, end}, {at, at + 1}, holder.source);
  } else {
    add({complements_.past_told(at), end}, {at, at + 1}, holder.source);
  }
  found_.back().certain = holder.certain;
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
                                           const std::vector<QuotedStretch>& quoted,
                                           const std::vector<Clause>& clauses) {
  return Reader(document, sentence, quoted, clauses).run();
}

}  // namespace dateline::annotate

#include "annotate/quote_clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "annotate/quote_words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxVerbGroup = 6;  // "would not have been": words of one verb.
constexpr std::size_t kMaxClausesBack = 8;
constexpr std::size_t kMaxPair = 4;  // Words back to the "and" of two subjects.

constexpr std::array<std::string_view, 7> kNobody = {"this", "that", "there", "these", "those", "what", "which"};

// Forms that are nouns too: a verb only behind what a verb needs.
bool is_bare_form(const Word& word) {
  return !word.folded.ends_with("ed") && !word.folded.ends_with("ing") && !word.is(kVerb);
}

bool is_verb_class(const Word& word) {
  return word.is(kCue | kSpeech | kAttitude | kVerb);
}

bool looks_plural(const Word& word) {
  return word.folded.ends_with("s") || word.folded == "people" || word.folded == "police" || word.folded == "many" ||
         word.folded == "women" || word.folded == "men";
}

class ClauseReader {
 public:
  ClauseReader(const Document& document, std::size_t first, std::size_t end, const std::vector<QuotedStretch>& quoted)
      : document_(document), first_(first), end_(end), quoted_(quoted) {}

  std::vector<Clause> run() {
    std::size_t limit = first_;
    for (std::size_t at = first_; at < end_; ++at) {
      if (const QuotedStretch* stretch = stretch_around(quoted_, at); stretch != nullptr) {
        at = stretch->end;
        limit = std::min(end_, at + 1);
        continue;
      }
      if (is_finite(at)) read(at, limit);
    }
    return std::move(found_);
  }

 private:
  const Word& word(std::size_t at) const { return document_.word(at); }
  bool is_finite(std::size_t at) const;
  void read(std::size_t at, std::size_t limit);
  bool can_think(const WordRange& subject) const;
  bool is_main(const WordRange& subject) const;

  const Document& document_;
  std::size_t first_;
  std::size_t end_;
  const std::vector<QuotedStretch>& quoted_;
  std::vector<Clause> found_;
};

bool ClauseReader::is_finite(std::size_t at) const {
  const Word& here = word(at);
  if (here.capitalised || !here.is_word()) return false;
  if (is_auxiliary(here.folded)) return true;
  if (here.folded == "'s") return at > first_ && word(at - 1).is(kPronoun);
  if (here.folded.ends_with("ing")) return false;
  const bool past = here.folded.size() > 4 && here.folded.ends_with("ed");
  if (!past && !is_verb_class(here)) return false;
  const std::size_t before = before_adverbs(document_, at, first_);
  if (before > first_ &&
      (is_auxiliary(word(before - 1).folded) || is_modal(word(before - 1).folded) || is_being(word(before - 1).folded)))
    return false;
  if (past && at + 1 < end_ && word(at + 1).folded == "by") return false;
  return is_verb_use(document_, at, first_, end_);
}

bool ClauseReader::can_think(const WordRange& subject) const {
  if (subject.end == subject.first + 1 && is_among(kNobody, word(subject.first).folded)) return false;
  for (std::size_t i = subject.first; i < subject.end; ++i) {
    const Word& here = word(i);
    if (here.is(kPronoun | kRoleHead | kOrgHead | kOrgTail | kSayer)) return true;
    if (here.capitalised && (i > first_ || !here.is(kStopWord | kCommonWord))) return true;
    const bool alone = subject.end == subject.first + 1 && here.capitalised && !here.is(kStopWord);
    if (alone && !here.folded.ends_with("s") && !here.folded.ends_with("ing")) return true;  // "Cook went".
  }
  return false;
}

// Nothing before it subordinates it.
bool ClauseReader::is_main(const WordRange& subject) const {
  if (word(subject.end - 1).folded == "who" || word(subject.end - 1).folded == "which") return false;
  if (subject.first == first_) return true;
  const Word& before = word(subject.first - 1);
  return is_break_mark(before) || before.folded == "and" || before.folded == "but" ||
         stretch_around(quoted_, subject.first - 1) != nullptr;
}

void ClauseReader::read(std::size_t at, std::size_t limit) {
  Clause clause;
  clause.verb = at;
  if (const auto subject = source_before(document_, at, limit)) {
    clause.subject = *subject;
    clause.someone = can_think(*subject);
    clause.main = is_main(*subject);
  } else {
    clause.own = false;
    for (std::size_t i = found_.size(); i > 0 && found_.size() - i < kMaxClausesBack; --i) {
      if (!found_[i - 1].someone) continue;
      clause.subject = found_[i - 1].subject;
      clause.someone = true;
      clause.main = found_[i - 1].main;
      clause.alone = std::all_of(
          found_.end() - static_cast<std::ptrdiff_t>(std::min(found_.size(), kMaxClausesBack)), found_.end(),
          [&](const Clause& before) { return !before.someone || before.subject.first == clause.subject.first; });
      break;
    }
    if (!clause.someone) return;
  }
  found_.push_back(clause);
}

}  // namespace

const QuotedStretch* stretch_around(const std::vector<QuotedStretch>& quoted, std::size_t at) {
  const auto stretch = std::upper_bound(quoted.begin(), quoted.end(), at,
                                        [](std::size_t word, const QuotedStretch& q) { return word < q.end; });
  return stretch != quoted.end() && stretch->first <= at ? &*stretch : nullptr;
}

bool is_verb_use(const Document& document, std::size_t at, std::size_t first, std::size_t end) {
  const Word& verb = document.word(at);
  const std::size_t before = before_adverbs(document, at, first);
  if (before == first) return verb.folded.ends_with("ing");
  const Word& left = document.word(before - 1);
  if (verb.folded.ends_with("ing")) return !is_determiner(left.folded) || is_being(left.folded);
  if (is_determiner(left.folded) || is_preposition(left.folded)) return false;
  if (!is_bare_form(verb)) return true;
  if (is_modal(left.folded) || is_auxiliary(left.folded)) return true;
  if (left.is(kPronoun) || is_clause_opener(left.folded) || left.folded == "that") return true;
  if (!left.is_word()) return !verb.is(kCueNoun) && left.folded == ",";
  if (left.folded == "and" || left.folded == "or") return !verb.is(kCueNoun);
  if (!verb.is(kCueNoun) && (verb.folded.ends_with("s") || looks_plural(left) || left.capitalised)) {
    return !left.is(kStopWord) || left.folded == "others" || left.folded == "some";
  }
  for (std::size_t i = before; !verb.is(kCueNoun) && i > first && before - i < kMaxPair; --i) {
    if (document.word(i - 1).folded == "and") return true;  // "Berg and her party oppose"
  }
  if (at + 1 >= end) return false;
  const Word& right = document.word(at + 1);
  const bool object = right.is_word() ? is_determiner(right.folded) || right.capitalised || right.is(kPronoun) ||
                                            right.folded == "him" || right.folded == "them" || right.folded == "that" ||
                                            right.folded == "for" || right.folded == "to" || right.folded == "on"
                                      : !is_break_mark(right) || right.folded == "\"";
  const bool third_person = verb.folded.ends_with("s");
  if (third_person) return object && (left.capitalised || (!looks_plural(left) && right.folded != "that"));
  const bool pair = before >= first + 2 && left.capitalised && document.word(before - 2).folded == "and";
  return object && (looks_plural(left) || pair);
}

std::vector<Clause> find_clauses(const Document& document, std::size_t first, std::size_t end,
                                 const std::vector<QuotedStretch>& quoted) {
  return ClauseReader(document, first, end, quoted).run();
}

namespace {

// True when `clause` is the verb at `at`, with no more than helpers between: "has" of "has not said".
bool is_one_group(const Document& document, const Clause& clause, std::size_t at) {
  if (at - clause.verb > kMaxVerbGroup) return false;
  for (std::size_t i = clause.verb + 1; i < at; ++i) {
    const std::string_view folded = document.word(i).folded;
    if (!is_auxiliary(folded) && !is_modal(folded) && !is_being(folded) && !is_adverb(document.word(i))) return false;
  }
  return true;
}

}  // namespace

std::optional<Holder> holder_of(const Document& document, const std::vector<Clause>& clauses, std::size_t at) {
  const auto behind = std::upper_bound(clauses.begin(), clauses.end(), at,
                                       [](std::size_t word, const Clause& clause) { return word < clause.verb; });
  const bool participle = document.word(at).folded.ends_with("ing");
  const auto reach = static_cast<std::ptrdiff_t>(kMaxClausesBack);
  if (behind == clauses.begin()) {
    if (!participle) return std::nullopt;
    for (auto clause = behind; clause != clauses.end() && clause - behind < reach; ++clause) {
      const bool main = clause->main && clause->someone && clause->subject.first > at;
      if (main && document.word(clause->subject.first - 1).folded == ",")
        return Holder{clause->subject, true, true};  // "After saying no, Berg left."
    }
    return std::nullopt;
  }
  const Clause& last = *std::prev(behind);
  if (is_one_group(document, last, at)) return Holder{last.subject, last.someone, last.own || last.alone};
  if (participle && document.word(at - 1).capitalised) {  // "footage of Berg asking"
    if (const auto beside = source_before(document, at, last.verb + 1)) return Holder{*beside, true, true};
  }
  const bool apart = participle && document.word(at - 1).folded == ",";
  const Clause* chosen = nullptr;
  bool several = false;
  for (auto clause = behind; clause != clauses.begin() && behind - clause < reach;) {
    --clause;
    if (!clause->someone) continue;
    const bool better = chosen == nullptr || (apart && clause->main && !chosen->main);
    several = several || (chosen != nullptr && clause->subject.first != chosen->subject.first);
    if (better) chosen = &*clause;
  }
  if (chosen == nullptr) return std::nullopt;
  return Holder{chosen->subject, true, !several};
}

}  // namespace dateline::annotate

#include "annotate/quote_attitudes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "annotate/quote_clauses.h"
#include "annotate/quote_words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxContentWords = 80;
constexpr std::ptrdiff_t kMinContentWords = 2;  // "denied it" tells nothing.
constexpr std::size_t kMaxToBy = 8;             // Between a passive and its "by".
constexpr std::size_t kMaxPossessive = 4;       // Between "Berg's" and "call".
constexpr std::size_t kMaxOwner = 6;            // Words of "the prime minister" in "the prime minister's call".
constexpr std::size_t kMaxSupport = 8;          // Between "made" and "a statement".

constexpr auto kParticles = std::to_array<std::string_view>({"out", "up", "off", "down", "back", "forward", "along"});
// What leads from a cue to its matter; no part of it.
constexpr auto kLinks = std::to_array<std::string_view>(
    {"about", "on", "of", "for", "with", "against", "at", "over", "into", "toward", "towards", "upon", "behind"});
// Behind a cue these speak of where and when, not of what.
constexpr auto kCircumstances = std::to_array<std::string_view>(
    {"in",      "after", "before", "during", "when", "while", "since", "until",  "by",      "from", "through",
     "because", "and",   "or",     "but",    "than", "amid",  "under", "within", "between", "as"});
// With words in marks they are speech; without, nobody says anything.
constexpr auto kOnlySpeech =
    std::to_array<std::string_view>({"begin", "begins", "began", "started", "shot", "read", "reads", "fumed", "cried"});
constexpr auto kDays = std::to_array<std::string_view>(
    {"today", "yesterday", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
constexpr auto kPossessives = std::to_array<std::string_view>({"his", "her", "their", "its", "my", "our"});
constexpr auto kSupports = std::to_array<std::string_view>(
    {"made",     "make",   "makes",   "making", "gave",     "give", "gives",    "giving",    "issued",
     "issue",    "issues", "issuing", "has",    "have",     "had",  "having",   "delivered", "delivering",
     "delivers", "raised", "raise",   "raises", "raising",  "took", "taken",    "take",      "takes",
     "taking",   "held",   "holds",   "hold",   "launched", "sent", "released", "offered",   "offering"});

class Reader {
 public:
  Reader(const Document& document, const Sentence& sentence, const std::vector<QuotedStretch>& quoted,
         const std::vector<Clause>& clauses, const std::vector<Attribution>& said)
      : document_(document), begin_(sentence.first_word), end_(sentence.end_word), quoted_(quoted), clauses_(clauses) {
    for (const Attribution& one : said) {
      for (const WordRange& range : one.content) taken_.push_back(range);
      taken_.push_back(one.cue);
      if (!one.source.empty()) taken_.push_back(one.source);
    }
    std::sort(taken_.begin(), taken_.end(), [](const WordRange& a, const WordRange& b) { return a.first < b.first; });
  }

  std::vector<Attribution> run() {
    for (std::size_t at = begin_; at < end_;) {
      if (const std::size_t past = past_taken(at); past > at) {
        at = past;
        continue;
      }
      at = std::max(at + 1, cue(at));
    }
    return std::move(found_);
  }

 private:
  const Word& word(std::size_t at) const { return document_.word(at); }
  bool is(std::size_t at, std::string_view folded) const { return at < end_ && word(at).folded == folded; }
  std::size_t past_taken(std::size_t at);
  std::size_t cue(std::size_t at);
  std::size_t verb(std::size_t at);
  std::size_t passive(std::size_t at);
  std::size_t noun(std::size_t at);
  std::optional<Holder> supported(std::size_t at) const;
  std::size_t adjective(std::size_t at);
  std::size_t matter(std::size_t from, bool nominal) const;
  std::size_t content_end(std::size_t from) const;
  std::optional<WordRange> possessor(std::size_t at) const;
  std::optional<WordRange> owner(std::size_t end) const;
  std::optional<WordRange> agent(std::size_t from, std::string_view preposition) const;
  std::size_t add(WordRange content, std::size_t cue, const Holder& holder);

  const Document& document_;
  std::size_t begin_;
  std::size_t end_;
  const std::vector<QuotedStretch>& quoted_;
  const std::vector<Clause>& clauses_;
  std::vector<WordRange> taken_;
  std::size_t next_taken_ = 0;
  std::vector<Attribution> found_;
};

// Past the words that speech or a quotation has taken.
std::size_t Reader::past_taken(std::size_t at) {
  while (next_taken_ < taken_.size() && taken_[next_taken_].end <= at) ++next_taken_;
  if (next_taken_ < taken_.size() && taken_[next_taken_].first <= at) return taken_[next_taken_].end;
  const QuotedStretch* stretch = stretch_around(quoted_, at);
  return stretch != nullptr ? stretch->end + 1 : at;
}

// Where the matter begins: past "about"; end_ when there is none.
std::size_t Reader::matter(std::size_t from, bool nominal) const {
  if (from < end_ && is_among(kParticles, word(from).folded)) ++from;
  bool linked = false;
  if (from < end_ && is_among(kLinks, word(from).folded)) {
    ++from;
    linked = true;
  }
  if (from < end_ && is_among(kDays, word(from).folded)) {  // "agreed today to", but not "confessed on Monday in Oslo".
    if (linked || !(is(from + 1, "to") || is(from + 1, "that"))) return end_;
    ++from;
  }
  if (from >= end_) return end_;
  const Word& first = word(from);
  if (first.is_word() || first.kind == text::TokenKind::kNumber) {
    if (!linked && is_among(kCircumstances, first.folded)) return end_;
    if (nominal && !linked && first.folded != "that" && first.folded != "to" && first.folded != "whether") return end_;
    return from;
  }
  const bool quotes = first.folded == "“" || first.folded == "\"" || first.folded == "''" || first.folded == "$" ||
                      first.folded == "#" || first.folded == "‘" || first.folded == "'" || first.folded == "``";
  return quotes && (!nominal || linked) ? from : end_;
}

// The end of the clause that begins at `from`.
std::size_t Reader::content_end(std::size_t from) const {
  std::size_t limit = std::min(end_, from + kMaxContentWords);
  if (next_taken_ < taken_.size()) limit = std::min(limit, std::max(from, taken_[next_taken_].first));
  for (std::size_t i = from; i < limit; ++i) {
    const QuotedStretch* stretch = stretch_around(quoted_, i);
    if (stretch != nullptr) i = stretch->end;
    if (i + 1 >= limit) break;
    const Word& here = word(i);
    if (here.folded == ";" || here.folded == "--" || here.folded == "—") return i;
    if (here.folded != "," && stretch == nullptr) continue;  // A quotation has its comma inside.
    const Word& next = word(i + 1);
    const std::size_t end = stretch == nullptr ? i : i + 1;
    if ((is_clause_opener(next.folded) && next.folded != "as") || next.folded == "according" ||
        (next.folded.ends_with("ing") && next.is(kCue | kSpeech | kAttitude)))
      return end;
    const auto clause = std::upper_bound(clauses_.begin(), clauses_.end(), i,
                                         [](std::size_t word, const Clause& c) { return word < c.verb; });
    if (clause == clauses_.end()) continue;
    const bool other = clause->own && clause->someone && clause->subject.first > i && clause->subject.first <= i + 2;
    if (clause->verb == i + 1 || (next.folded == "and" && other)) return end;  // "…, called", "…, and Berg came"
  }
  return limit;
}

// Returns past the content; `cue` where there is none.
std::size_t Reader::add(WordRange content, std::size_t cue, const Holder& holder) {
  if (holder.source.first > content.first) content.end = std::min(content.end, holder.source.first - 1);
  while (!content.empty() && (is(content.end - 1, "and") || is(content.end - 1, "but"))) --content.end;
  if (content.empty()) return cue;
  const auto words = std::count_if(document_.words().begin() + static_cast<std::ptrdiff_t>(content.first),
                                   document_.words().begin() + static_cast<std::ptrdiff_t>(content.end),
                                   [](const Word& word) { return word.kind != text::TokenKind::kPunctuation; });
  if (words < kMinContentWords || !holder.someone) return cue;
  const bool speech = word(cue).is(kSpeech) && !word(cue).is(kCueNoun);
  found_.push_back({{content},
                    {cue, cue + 1},
                    holder.source,
                    speech ? news::QuoteKind::kSpeech : news::QuoteKind::kAttitude,
                    holder.certain});
  return content.end;
}

// "by Berg and her party" from `from` on.
std::optional<WordRange> Reader::agent(std::size_t from, std::string_view preposition) const {
  for (std::size_t i = from; i < end_ && i < from + kMaxToBy; ++i) {
    if (is_break_mark(word(i)) || is_clause_opener(word(i).folded)) return std::nullopt;
    if (word(i).folded == preposition) return source_after(document_, i, end_);
  }
  return std::nullopt;
}

// "The plan was criticised by Berg", "the plan proposed by Berg".
std::size_t Reader::passive(std::size_t at) {
  const auto by = agent(at + 1, "by");
  if (!by) return at;
  const auto behind = std::upper_bound(clauses_.begin(), clauses_.end(), at,
                                       [](std::size_t word, const Clause& clause) { return word < clause.verb; });
  WordRange content;
  const bool reduced = at > begin_ && !is_being(word(at - 1).folded) && !is_adverb(word(at - 1));
  if (reduced) {
    content = source_before(document_, at, begin_).value_or(WordRange{});
  } else if (behind != clauses_.begin()) {
    content = std::prev(behind)->subject;
  }
  if (content.empty()) return at;
  add(content, at, {*by, true, true});
  return by->end;
}

std::size_t Reader::verb(std::size_t at) {
  const Word& here = word(at);
  if (is_among(kOnlySpeech, here.folded)) return at;
  const std::size_t before = before_adverbs(document_, at, begin_);
  const bool participle = !here.folded.ends_with("ing") && before > begin_;
  if (participle && (is_being(word(before - 1).folded) || is(at + 1, "by"))) return passive(at);
  const std::size_t from = matter(at + 1, false);
  if (from >= end_) return at;
  const auto holder = holder_of(document_, clauses_, at);
  return holder ? add({from, content_end(from)}, at, *holder) : at;
}

// "Berg's second call", "his call".
std::optional<WordRange> Reader::possessor(std::size_t at) const {
  for (std::size_t i = at; i > begin_ && at - i < kMaxPossessive; --i) {
    const Word& here = word(i - 1);
    if (is_among(kPossessives, here.folded)) return WordRange{i - 1, i};
    if (here.folded == "'s" || here.folded == "'") return owner(i - 1);
    if (!here.is_word() || is_preposition(here.folded) || is_determiner(here.folded)) break;
  }
  return std::nullopt;
}

// The names or the noun with its article before the "'s" at `end`.
std::optional<WordRange> Reader::owner(std::size_t end) const {
  std::size_t first = end;
  while (first > begin_ && end - first < kMaxOwner && word(first - 1).is_word() && word(first - 1).capitalised) --first;
  if (first < end) return WordRange{first, end};
  while (first > begin_ && end - first < kMaxOwner && word(first - 1).is_word()) {
    --first;
    if (is_determiner(word(first).folded)) return WordRange{first, end};
    if (word(first).is(kStopWord)) break;
  }
  return std::nullopt;
}

// "his call for", "criticism from Berg of", "she made a promise to".
std::size_t Reader::noun(std::size_t at) {
  std::size_t from = at + 1;
  std::optional<Holder> holder;
  if (const auto owner = possessor(at)) {
    holder = Holder{*owner, true, true};
  } else if (is(at + 1, "from") || is(at + 1, "by")) {
    auto author = source_after(document_, at + 1, end_);
    if (!author) return at;
    for (std::size_t i = author->first + 1; i < author->end; ++i) {
      if (is_preposition(word(i).folded)) author->end = i;  // "criticism from Berg | of the plan"
    }
    holder = Holder{*author, true, true};
    from = author->end;
  } else {
    holder = supported(at);
  }
  if (!holder) return at;
  from = matter(from, true);
  if (from >= end_) return at;
  std::size_t end = content_end(from);
  const auto clause = std::upper_bound(clauses_.begin(), clauses_.end(), from,
                                       [](std::size_t word, const Clause& c) { return word < c.verb; });
  const bool subject = clause != clauses_.end() && clause->own && clause->subject.first <= at;
  if (subject && !is(from, "that")) end = std::min(end, clause->verb);  // "His call for peace | came late."
  return add({from, end}, at, *holder);
}

// Who makes the statement at `at`, by the verb before it.
std::optional<Holder> Reader::supported(std::size_t at) const {
  for (std::size_t i = at; i > begin_ && at - i < kMaxSupport && !is_break_mark(word(i - 1)); --i) {
    if (is_among(kSupports, word(i - 1).folded) || word(i - 1).is(kAttitude | kCue))
      return holder_of(document_, clauses_, i - 1);
  }
  return std::nullopt;
}

// "is confident that", "remained opposed to".
std::size_t Reader::adjective(std::size_t at) {
  const std::size_t before = before_adverbs(document_, at, begin_);
  if (before == begin_) return at;
  const Word& copula = word(before - 1);
  if (!is_being(copula.folded) && !is_auxiliary(copula.folded) && !copula.is(kVerb | kAttitude)) return at;
  const std::size_t from = matter(at + 1, false);
  if (from >= end_) return at;
  const auto holder = holder_of(document_, clauses_, at);
  return holder ? add({from, content_end(from)}, at, *holder) : at;
}

std::size_t Reader::cue(std::size_t at) {
  const Word& here = word(at);
  if (!here.is_word() || (here.capitalised && (at > begin_ || !here.is(kCueNoun)))) return at;
  std::size_t past = at;
  if (here.is(kCue | kSpeech | kAttitude) && is_verb_use(document_, at, begin_, end_)) past = verb(at);
  if (past == at && here.is(kCueAdjective)) past = adjective(at);
  if (past == at && here.is(kCueNoun)) past = noun(at);
  return past;
}

}  // namespace

std::vector<Attribution> find_attitudes(const Document& document, const Sentence& sentence,
                                        const std::vector<QuotedStretch>& quoted, const std::vector<Clause>& clauses,
                                        const std::vector<Attribution>& said) {
  return Reader(document, sentence, quoted, clauses, said).run();
}

}  // namespace dateline::annotate

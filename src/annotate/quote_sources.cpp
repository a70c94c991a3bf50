#include "annotate/quote_sources.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxSourceWords = 14;
constexpr std::size_t kMaxApposition = 24;

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 30> kHelpers = {
    "has",  "have", "had",   "also", "would", "later", "then", "not",   "n't",   "did",
    "does", "do",   "was",   "is",   "were",  "are",   "been", "be",    "could", "can",
    "will", "once", "still", "even", "never", "often", "both", "again", "first", "just"};
constexpr std::array<std::string_view, 17> kFinite = {"is",  "was",   "were",  "are",   "has", "have",
                                                      "had", "will",  "would", "could", "can", "should",
                                                      "may", "might", "must",  "did",   "does"};
constexpr std::array<std::string_view, 22> kBreaks = {
    "and",   "but",    "that", "because", "as",   "while", "if",    "when",   "who",      "which", "or",
    "after", "before", "to",   "where",   "than", "since", "until", "though", "although", "so",    "yet"};

bool is_clause_mark(const Word& word) {
  return !word.is_word() && word.kind != text::TokenKind::kNumber && word.folded != "-" && word.folded != "'s" &&
         word.folded != "&" && word.folded != "'" && word.folded != "(" && word.folded != ")";
}

bool is_plain_pronoun(const Word& word) {
  return word.is(kPronoun) && word.folded != "who";
}

// Back from `end` over one noun phrase.
std::size_t phrase_start(const Document& document, std::size_t end, std::size_t limit) {
  std::size_t start = end;
  while (start > limit && end - start < kMaxSourceWords) {
    const Word& word = document.word(start - 1);
    const bool bracket_stop = word.folded == "." && start < end && document.word(start).folded == ")";  // "(D-Mo.)"
    if (is_clause_mark(word) && !bracket_stop) break;
    if (is_plain_pronoun(word)) return start == end ? start - 1 : start;
    const bool joined = word.folded == "and" && start < end && start - 1 > limit && document.word(start).capitalised &&
                        document.word(start - 2).capitalised;
    if (in(kBreaks, word.folded) && !joined) break;
    const bool verb = word.is(kCue) && !word.capitalised && !word.is(kRoleHead | kRoleModifier | kOrgHead | kOrgTail);
    if (verb && start != end) break;
    --start;
  }
  return start;
}

bool has_noun(const Document& document, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    const Word& word = document.word(i);
    if (word.is_word() && (word.is(kPronoun) || word.all_caps || !word.is(kStopWord))) return true;
  }
  return false;
}

}  // namespace

std::optional<WordRange> source_before(const Document& document, std::size_t cue, std::size_t limit) {
  std::size_t end = cue;
  while (end > limit) {
    const Word& word = document.word(end - 1);
    const bool adverb = word.is_word() && !word.capitalised && word.folded.size() > 4 && word.folded.ends_with("ly");
    if (!in(kHelpers, word.folded) && !adverb) break;
    --end;
  }
  if (end == limit) return std::nullopt;
  if (document.word(end - 1).folded == "," && end >= limit + 3) {
    // "Jane Roe, a lawyer for the bank, said": the comma before the verb closes an apposition.
    const std::size_t reach = end - 1 > limit + kMaxApposition ? end - 1 - kMaxApposition : limit;
    for (std::size_t i = end - 2; i > reach; --i) {
      if (document.word(i).folded != ",") {
        if (is_clause_mark(document.word(i))) break;
        continue;
      }
      const std::size_t start = phrase_start(document, i, limit);
      if (start < i && document.word(i - 1).capitalised) return WordRange{start, end - 1};
      break;
    }
    return std::nullopt;
  }
  if (const Word& last = document.word(end - 1);
      last.folded == "who" || last.folded == "which" || last.folded == "that") {
    --end;
    if (end > limit && document.word(end - 1).folded == ",") --end;
  }
  const std::size_t start = phrase_start(document, end, limit);
  if (start >= end || !has_noun(document, start, end)) return std::nullopt;
  return WordRange{start, end};
}

std::optional<WordRange> source_after(const Document& document, std::size_t cue, std::size_t limit) {
  std::size_t end = cue + 1;
  while (end < limit && end - cue <= kMaxSourceWords) {
    const Word& word = document.word(end);
    if (is_clause_mark(word)) break;
    if (word.folded == "in" || word.folded == "on" || word.folded == "during" || word.folded == "at") {
      if (end > cue + 1) break;
      return std::nullopt;
    }
    if (word.folded == "that" || word.folded == "who" || word.folded == "as" || word.folded == "after" ||
        word.folded == "while")
      break;
    if (in(kFinite, word.folded)) return std::nullopt;  // "said the plan was dead": a clause, no subject.
    if (is_plain_pronoun(word)) return end == cue + 1 ? std::optional(WordRange{end, end + 1}) : std::nullopt;
    ++end;
  }
  if (!has_noun(document, cue + 1, end)) return std::nullopt;
  const Word& first = document.word(cue + 1);
  const bool determiner = first.folded == "the" || first.folded == "a" || first.folded == "an" ||
                          first.folded == "his" || first.folded == "her" || first.folded == "one" ||
                          first.folded == "its";
  if (!first.capitalised && !determiner && first.is(kStopWord)) return std::nullopt;
  return WordRange{cue + 1, end};
}

}  // namespace dateline::annotate

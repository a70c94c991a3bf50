#include "annotate/quote_sources.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "annotate/quote_words.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxSourceWords = 14;
constexpr std::size_t kMaxApposition = 24;
constexpr std::size_t kMaxHelpers = 8;  // "would also not have": between a subject and its verb.

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
    if (is_among(kBreaks, word.folded) && !joined) break;
    const bool noun = start >= limit + 2 && is_determiner(document.word(start - 2).folded);  // "Berg's call for peace"
    const bool verb =
        word.is(kCue) && !noun && !word.capitalised && !word.is(kRoleHead | kRoleModifier | kOrgHead | kOrgTail);
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
  while (end > limit && cue - end < kMaxHelpers) {
    const Word& word = document.word(end - 1);
    const bool contracted = word.folded.find('\'') != std::string_view::npos && word.folded.find('\'') > 0 &&
                            !word.folded.ends_with("n't");  // "they've" is the subject too.
    if (contracted || (!is_auxiliary(word.folded) && !is_being(word.folded) && !is_adverb(word))) break;
    --end;
  }
  if (end == limit) return std::nullopt;
  if (document.word(end - 1).folded == "," && end >= limit + 3) {
    // "Jane Roe, a lawyer for the bank, said": the comma before the verb closes an apposition.
    const std::size_t reach = end - 1 > limit + kMaxApposition ? end - 1 - kMaxApposition : limit;
    for (std::size_t i = end - 2; i > reach; --i) {
      if (document.word(i).folded != ",") {
        if (is_clause_mark(document.word(i)) && document.word(i).folded != ".") break;
        continue;
      }
      const std::size_t start = phrase_start(document, i, limit);
      const bool named =
          start < i && (document.word(i - 1).capitalised || document.word(i - 1).folded == ")" ||
                        (document.word(i + 1).capitalised && !is_preposition(document.word(start).folded)) ||
                        document.word(start).folded == "the");
      if (named) return WordRange{start, end - 1};
      break;
    }
    return std::nullopt;
  }
  const std::size_t subject_end = end;
  if (const Word& last = document.word(end - 1);
      last.folded == "who" || last.folded == "which" || last.folded == "that") {
    --end;
    if (end > limit && document.word(end - 1).folded == ",") --end;
  }
  std::size_t start = phrase_start(document, end, limit);
  if (start < end && start > limit + 1 && document.word(start - 1).folded == "who" &&
      is_preposition(document.word(start).folded)) {
    return WordRange{phrase_start(document, start - 1, limit), start};  // "Berg, who in 2010 said"
  }
  if (start >= end || !has_noun(document, start, end)) return std::nullopt;
  return WordRange{start, subject_end};
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
    if (is_among(kFinite, word.folded)) return std::nullopt;  // "said the plan was dead": a clause, no subject.
    if (is_plain_pronoun(word)) {                             // "…," said he. But not: said he would.
      const bool alone = end == cue + 1 && (end + 1 >= limit || !document.word(end + 1).is_word());
      return alone ? std::optional(WordRange{end, end + 1}) : std::nullopt;
    }
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

#include "annotate/quote_words.h"

#include <algorithm>
#include <array>

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxAdverbs = 6;

constexpr auto kBeing =
    std::to_array<std::string_view>({"is", "was", "were", "are", "be", "been", "'s", "being", "am"});
constexpr auto kAuxiliary = std::to_array<std::string_view>(
    {"is",  "was",    "were", "are",   "am",   "has", "have", "had", "will",  "would", "could",
     "can", "should", "may",  "might", "must", "do",  "does", "did", "shall", "cannot"});
constexpr auto kModal =
    std::to_array<std::string_view>({"to", "will", "would", "could", "can", "should", "may", "might", "must", "do",
                                     "does", "did", "shall", "not", "let", "cannot"});
constexpr auto kDeterminer = std::to_array<std::string_view>(
    {"the",     "a",     "an",    "his",     "her",  "its", "their", "my",   "our",    "your",   "'s",
     "'",       "this",  "these", "those",   "any",  "no",  "some",  "such", "own",    "every",  "each",
     "another", "other", "new",   "several", "many", "few", "more",  "most", "public", "recent", "past"});
constexpr auto kPreposition = std::to_array<std::string_view>(
    {"in",   "on",      "at",     "of",      "for",     "with",    "by",     "from",   "about",
     "over", "against", "into",   "under",   "between", "through", "during", "after",  "before",
     "as",   "among",   "toward", "towards", "without", "within",  "behind", "near",   "across",
     "than", "amid",    "per",    "via",     "despite", "like",    "upon",   "around", "until"});
constexpr auto kClauseOpener = std::to_array<std::string_view>(
    {"because", "while",  "who",   "which", "when",   "where",   "whose", "if",      "although", "though", "since",
     "after",   "before", "until", "as",    "unless", "whereas", "amid",  "despite", "during",   "but",    "so"});
constexpr auto kAdverb = std::to_array<std::string_view>(
    {"also",  "later", "then", "not",     "once",    "still",   "even", "never", "often", "both", "again",
     "first", "just",  "now",  "already", "soon",    "always",  "long", "only",  "all",   "ever", "too",
     "yet",   "twice", "thus", "since",   "further", "instead", "very", "so",    "quite"});

}  // namespace

bool is_auxiliary(std::string_view folded) {
  return is_among(kAuxiliary, folded) || folded.ends_with("n't") || folded.ends_with("'ll") || folded.ends_with("'d") ||
         folded.ends_with("'re") || folded.ends_with("'ve") || folded.ends_with("'m");
}

bool is_being(std::string_view folded) {
  return is_among(kBeing, folded) || folded.ends_with("'re") || folded.ends_with("'m");
}

bool is_modal(std::string_view folded) {
  return is_among(kModal, folded) || folded.ends_with("n't") || folded.ends_with("'ll") || folded.ends_with("'d");
}

bool is_determiner(std::string_view folded) {
  return is_among(kDeterminer, folded);
}

bool is_preposition(std::string_view folded) {
  return is_among(kPreposition, folded);
}

bool is_clause_opener(std::string_view folded) {
  return is_among(kClauseOpener, folded);
}

bool is_adverb(const Word& word) {
  if (!word.is_word() || word.capitalised) return false;
  return is_among(kAdverb, word.folded) || (word.folded.size() > 4 && word.folded.ends_with("ly"));
}

std::size_t before_adverbs(const Document& document, std::size_t at, std::size_t first) {
  const std::size_t reach = at - first > kMaxAdverbs ? at - kMaxAdverbs : first;
  while (at > reach && is_adverb(document.word(at - 1))) --at;
  return at;
}

bool is_break_mark(const Word& word) {
  return !word.is_word() && word.kind == text::TokenKind::kPunctuation && word.folded != "-" && word.folded != "'" &&
         word.folded != "&";
}

}  // namespace dateline::annotate

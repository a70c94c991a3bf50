// annotate/quote_words.h -- closed classes of English words that the rules for quotes ask about.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "annotate/document.h"

namespace dateline::annotate {

/// True when `word` is in a short list.
template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "is", "would", "'s": finite helping verbs.
bool is_auxiliary(std::string_view folded);
/// "is", "were", "been", "'re": forms of "be".
bool is_being(std::string_view folded);
/// "would", "to", "n't": what an infinitive follows.
bool is_modal(std::string_view folded);
/// "the", "no", "their", "'s": what a noun follows.
bool is_determiner(std::string_view folded);
/// "in", "about", "against".
bool is_preposition(std::string_view folded);
/// "because", "while", "who": what opens a clause.
bool is_clause_opener(std::string_view folded);
/// "clearly", "also", "never": may stand between a subject and its verb.
bool is_adverb(const Word& word);
/// Back from `at` over the adverbs before it, a few at most and not past `first`: the index behind what they follow.
std::size_t before_adverbs(const Document& document, std::size_t at, std::size_t first);
/// A mark that closes a clause or a phrase: comma, semicolon, dash between spaces, full stop.
bool is_break_mark(const Word& word);

}  // namespace dateline::annotate

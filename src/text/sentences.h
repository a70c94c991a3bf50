// text/sentences.h -- where sentences begin and end.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace dateline::text {

/// The sentences of one paragraph, in order, as spans of `paragraph`; white space between them belongs to none.
/// Survives abbreviations ("Mr. Abe", "U.S.-led", "Nov. 2"), initials, decimals, ellipses, quotes that end inside a
/// sentence, and wire datelines ("Nov. 2 (Bloomberg) -- ", which stay with the sentence that follows).
/// A blank line, a line that begins with a list mark, and a bullet in the middle of a line begin a sentence; other line
/// breaks are white space. Speech of several sentences inside quotation marks is several sentences.
/// `language` is a BCP 47 primary subtag or empty. Linear in the input; any bytes are accepted.
std::vector<base::Span> split_sentences(std::string_view paragraph, std::string_view language);

/// True for words that begin sentences far more often than they begin names ("The", "Les"); `word` as written. Knows
/// the languages of data/languages; others get the English and German words.
bool is_sentence_starter(std::string_view word, std::string_view language);

}  // namespace dateline::text

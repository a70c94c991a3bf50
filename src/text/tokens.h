// text/tokens.h -- words, numbers and marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace dateline::text {

enum class TokenKind : std::uint8_t {
  kWord,         ///< Letters; also "20-year-old", addresses, and the "'s" of a possessive.
  kNumber,       ///< Begins with a digit: "3,000", "9:15", "20th", "1990s".
  kPunctuation,  ///< One mark, or a row of stops or hyphens.
  kSymbol,       ///< Signs, emoji, controls, ill-formed bytes.
};

struct Token {
  base::Span span;
  TokenKind kind = TokenKind::kWord;
  bool capitalised = false;  ///< Begins with an upper-case or title-case letter.
  bool all_caps = false;     ///< Two or more letters, none of them lower case: "UN", "U.S.".
  bool space_before = false;
};

/// The tokens of `text`, in order. "U.S.", "U.S.-led" (as "U.S.", "-", "led"), "Japan’s" (as "Japan", "’s"), "3,000",
/// "1.5", "e-mail" (one word), "Nov." (word with its stop where it is a known abbreviation). Linear; any bytes.
/// A compound is cut at its hyphen where the first half is an acronym or a name: "UN-backed", "Tokyo-based"; so are
/// ranges of numbers, "2012-13". Everything but white space is in some token.
/// `language` is a BCP 47 primary subtag, or empty: it decides which abbreviations are known.
std::vector<Token> tokenize(std::string_view text, std::string_view language = {});

}  // namespace dateline::text

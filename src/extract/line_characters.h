// extract/line_characters.h -- inside the room: what a character means for how a line reads.
#pragma once

#include <array>
#include <cstdint>

namespace dateline::extract {

/// Bits, because a full stop is a sentence mark and a guillemet both separates and quotes.
enum Trait : std::uint16_t {
  kNoTrait = 0,
  kUpperCase = 1u << 0,
  kLowerCase = 1u << 1,
  kUncased = 1u << 2,    ///< A letter of a script without case.
  kIdeograph = 1u << 3,  ///< A letter of a script without spaces between words.
  kDigit = 1u << 4,
  kPhoneMark = 1u << 5,
  kComma = 1u << 6,
  kSeparator = 1u << 7,  ///< Stands between links: | › » · •
  kCurrency = 1u << 8,
  kSentenceMark = 1u << 9,
  kWideStop = 1u << 10,     ///< Ends a sentence and needs no space behind it.
  kClosingMark = 1u << 11,  ///< May stand behind a sentence mark.
  kOpeningQuote = 1u << 12,
  kBeforeWord = 1u << 13,  ///< Does not hide the first letter of the word behind it.
  kSpace = 1u << 14,
  kCodeSign = 1u << 15,  ///< Seldom in text, never missing in code: { } < > ( )
};
using Traits = std::uint16_t;
inline constexpr Traits kAnyLetter = kUpperCase | kLowerCase | kUncased | kIdeograph;

/// For c >= 0x80. Enough of Unicode to tell words from marks and small from capital letters in the scripts that news is
/// written in.
Traits traits_beyond_ascii(char32_t c);

/// Traits of the 128 characters of ASCII.
extern const std::array<Traits, 128> kAsciiTraits;

inline Traits traits_of(char32_t c) {
  return c < 0x80 ? kAsciiTraits[c] : traits_beyond_ascii(c);
}

}  // namespace dateline::extract

// text/characters.h -- one code point and its class. Inside the room only: a table for ASCII, ICU beyond it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace dateline::text {

enum class CharClass : std::uint8_t {
  kSpace,        ///< White space, and the zero-width space and byte order mark, which only ever separate.
  kUpper,        ///< Upper- and title-case letters.
  kLower,        ///< Lower-case letters.
  kLetter,       ///< Letters without case.
  kMark,         ///< Combining marks, joiners, variation selectors: part of what stands before them.
  kDigit,        ///< Decimal digits of any script.
  kPunctuation,  ///< General category P*.
  kSymbol,       ///< Everything else: signs, emoji, controls, ill-formed bytes.
};

/// A code point and where it ends.
struct Char {
  char32_t code = 0;
  std::size_t end_bytes = 0;
};

namespace characters_detail {

constexpr CharClass ascii_class(unsigned c) {
  if (c == ' ' || (c >= '\t' && c <= '\r')) return CharClass::kSpace;
  if (c >= 'A' && c <= 'Z') return CharClass::kUpper;
  if (c >= 'a' && c <= 'z') return CharClass::kLower;
  if (c >= '0' && c <= '9') return CharClass::kDigit;
  for (const char mark : std::string_view("!\"#%&'()*,-./:;?@[\\]_{}")) {
    if (c == static_cast<unsigned char>(mark)) return CharClass::kPunctuation;
  }
  return CharClass::kSymbol;
}

constexpr std::array<CharClass, 128> make_ascii_classes() {
  std::array<CharClass, 128> classes{};
  for (unsigned c = 0; c < 128; ++c) classes[c] = ascii_class(c);
  return classes;
}

inline constexpr std::array<CharClass, 128> kAsciiClasses = make_ascii_classes();

CharClass wide_class(char32_t code);

}  // namespace characters_detail

inline CharClass class_of(char32_t code) {
  return code < 128 ? characters_detail::kAsciiClasses[code] : characters_detail::wide_class(code);
}

inline bool is_letter(CharClass c) {
  return c == CharClass::kUpper || c == CharClass::kLower || c == CharClass::kLetter;
}
inline bool is_alphanumeric(CharClass c) {
  return is_letter(c) || c == CharClass::kDigit;
}

/// Marks and overrides of direction (UAX #9), which stand between words without being seen.
inline bool is_direction_mark(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

/// The character at `at_bytes`; code 0 at the end of `text` (where end_bytes is text.size()).
inline Char char_at(std::string_view text, std::size_t at_bytes) {
  if (at_bytes >= text.size()) return {0, text.size()};
  const auto byte = static_cast<unsigned char>(text[at_bytes]);
  if (byte < 0x80) return {byte, at_bytes + 1};
  Char read{0, at_bytes};
  read.code = base::next_code_point(text, &read.end_bytes);
  return read;
}

/// Where the character that ends at `end_bytes` begins. REQUIRES: 0 < end_bytes <= text.size().
std::size_t char_before(std::string_view text, std::size_t end_bytes);

/// The class of what ends at `end_bytes`; kSpace at the start of `text`.
CharClass class_before(std::string_view text, std::size_t end_bytes);

/// The first place at or after `from_bytes` that is not white space.
std::size_t skip_space(std::string_view text, std::size_t from_bytes);

/// True for letters of scripts written without spaces between words: Han, kana, Thai, Lao, Khmer, Myanmar.
bool is_unspaced_script(char32_t code);

}  // namespace dateline::text

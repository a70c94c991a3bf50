#include "text/characters.h"

#include <unicode/uchar.h>

namespace dateline::text {
namespace characters_detail {

CharClass wide_class(char32_t code) {
  if (code == 0x200B || code == 0xFEFF) return CharClass::kSpace;
  const auto point = static_cast<UChar32>(code);
  switch (u_charType(point)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
      return CharClass::kLower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return CharClass::kLetter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:
      return CharClass::kMark;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_CONNECTOR_PUNCTUATION:
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
      return CharClass::kPunctuation;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::kSpace;
    default:
      return code == 0x85 ? CharClass::kSpace : CharClass::kSymbol;
  }
}

}  // namespace characters_detail

std::size_t char_before(std::string_view text, std::size_t end_bytes) {
  std::size_t at = end_bytes - 1;
  while (at > 0 && end_bytes - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  // A stray continuation byte is a character of its own.
  return char_at(text, at).end_bytes == end_bytes ? at : end_bytes - 1;
}

CharClass class_before(std::string_view text, std::size_t end_bytes) {
  if (end_bytes == 0) return CharClass::kSpace;
  return class_of(char_at(text, char_before(text, end_bytes)).code);
}

std::size_t skip_space(std::string_view text, std::size_t from_bytes) {
  while (from_bytes < text.size()) {
    const Char c = char_at(text, from_bytes);
    if (class_of(c.code) != CharClass::kSpace) break;
    from_bytes = c.end_bytes;
  }
  return from_bytes;
}

bool is_unspaced_script(char32_t code) {
  if (code < 0x0E00) return false;
  if (code <= 0x0EFF) return true;  // Thai, Lao
  if (code < 0x2E80) return (code >= 0x1000 && code <= 0x109F) || (code >= 0x1780 && code <= 0x17D3);
  if (code <= 0x2FDF) return true;  // radicals
  if (code < 0x3400)
    return (code >= 0x3005 && code <= 0x3007) || (code >= 0x3041 && code <= 0x30FF && code != 0x30FB) ||
           (code >= 0x31F0 && code <= 0x31FF);
  if (code <= 0x9FFF) return code <= 0x4DBF || code >= 0x4E00;
  return (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF66 && code <= 0xFF9F) ||
         (code >= 0x20000 && code <= 0x3FFFD);
}

}  // namespace dateline::text

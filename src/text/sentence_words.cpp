#include "text/sentence_words.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/characters.h"

namespace dateline::text {

bool writes_ordinals_with_stop(std::string_view language) {
  static constexpr std::array<std::string_view, 18> kLanguages = {"de", "da", "no", "nb", "nn", "fi", "is", "cs", "sk",
                                                                  "pl", "hu", "hr", "sl", "sr", "bs", "et", "lv", "tr"};
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

bool is_opener(char32_t code) {
  constexpr std::u32string_view kOpeners = U"\"'([{\u201C\u201D\u201E\u201A\u2018\u2019«»‹›¿¡「『（【";
  return kOpeners.find(code) != std::u32string_view::npos;
}

bool is_dash(char32_t code) {
  return code == '-' || (code >= 0x2010 && code <= 0x2015);
}
bool is_hiragana(char32_t code) {
  return code >= 0x3041 && code <= 0x309F;
}

bool is_all_digits(std::string_view word) {
  return std::all_of(word.begin(), word.end(), base::is_ascii_digit);
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLCM") == std::string_view::npos;
}

bool is_half_day(std::string_view word) {
  return base::equals_ignoring_case(word, "a.m") || base::equals_ignoring_case(word, "p.m");
}

bool is_single_letter(std::string_view word) {
  if (word.empty()) return false;
  const Char c = char_at(word, 0);
  return c.end_bytes == word.size() && is_letter(class_of(c.code));
}

}  // namespace dateline::text

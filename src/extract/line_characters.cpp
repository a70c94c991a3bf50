#include "extract/line_characters.h"

#include <string_view>

namespace dateline::extract {
namespace {

constexpr std::array<Traits, 128> make_ascii_traits() {
  std::array<Traits, 128> traits{};
  const auto add = [&traits](std::string_view characters, Traits trait) {
    for (const char c : characters) traits[static_cast<unsigned char>(c)] |= trait;
  };
  add("abcdefghijklmnopqrstuvwxyz", kLowerCase);
  add("ABCDEFGHIJKLMNOPQRSTUVWXYZ", kUpperCase);
  add("0123456789", kDigit);
  add("+()-/", kPhoneMark);
  add(",", kComma);
  add("|", kSeparator);
  add("$", kCurrency);
  add(".!?", kSentenceMark);
  add("\"')]*", kClosingMark);
  add("\"", kOpeningQuote);
  add("\"('", kBeforeWord);
  add(" \t\n\v\f\r", kSpace);
  add("{}<>()", kCodeSign);
  return traits;
}

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

Traits letter_traits(char32_t c) {
  if (is_between(c, 0xC0, 0xDE) && c != 0xD7) return kUpperCase;
  if (is_between(c, 0xDF, 0xFF) && c != 0xF7) return kLowerCase;
  if (is_between(c, 0x100, 0x17F)) {
    const bool odd_is_upper = is_between(c, 0x139, 0x148) || is_between(c, 0x179, 0x17E);
    return ((c & 1u) == 1) == odd_is_upper ? kUpperCase : kLowerCase;
  }
  if (is_between(c, 0x386, 0x3AB) || is_between(c, 0x400, 0x42F)) return kUpperCase;
  if (is_between(c, 0x3AC, 0x3CE) || is_between(c, 0x430, 0x45F)) return kLowerCase;
  if (is_between(c, 0x3041, 0x30FF) || is_between(c, 0x3400, 0x9FFF) || is_between(c, 0x20000, 0x3FFFF))
    return kIdeograph;
  // Thai, Burmese, Khmer: no spaces between words either.
  if (is_between(c, 0x0E01, 0x0E7F) || is_between(c, 0x1000, 0x109F) || is_between(c, 0x1780, 0x17FF))
    return kIdeograph;
  if ((c >= 0x180 && c < 0x2000) || is_between(c, 0xAC00, 0xD7A3)) return kUncased;
  return kNoTrait;
}

Traits mark_traits(char32_t c) {
  switch (c) {
    case 0xA0:
    case 0x3000:
      return kSpace;
    case 0x3001:
    case 0xFF0C:
    case 0x060C:
      return kComma;
    case 0xB7:
    case 0x2022:
    case 0x2192:
    case 0x25BA:
    case 0x25B6:
      return kSeparator;
    case 0x203A:
      return kSeparator | kClosingMark;
    case 0xBB:
      return kSeparator | kClosingMark | kOpeningQuote | kBeforeWord;
    case 0xA3:
    case 0xA5:
    case 0x20AC:
    case 0x20B9:
    case 0x20A9:
    case 0x20BD:
      return kCurrency;
    case 0x2026:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x203D:
      return kSentenceMark;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
      return kSentenceMark | kWideStop;
    case 0x2019:
    case 0x201D:
    case 0x2039:
    case 0x300D:
    case 0x300F:
    case 0xFF09:
      return kClosingMark;
    case 0x201C:
    case 0xAB:
      return kClosingMark | kOpeningQuote | kBeforeWord;
    case 0x201E:
    case 0x2018:
    case 0x300C:
    case 0x201A:
    case 0x2013:
    case 0x2014:
      return kOpeningQuote | kBeforeWord;
    default:
      return kNoTrait;
  }
}

}  // namespace

constexpr std::array<Traits, 128> kAsciiTraits = make_ascii_traits();

Traits traits_beyond_ascii(char32_t c) {
  return letter_traits(c) | mark_traits(c);
}

}  // namespace dateline::extract

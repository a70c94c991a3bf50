// formats/wire_charset.cpp -- see wire_charset.h. The variants are those of the International Register of Coded
// Character Sets: ISO-IR 21 (DIN 66003), 10 and 11 (SEN 850200 B and C), 60 (NS 4551-1), 69 (NF Z 62-010).
#include "formats/wire_charset.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::formats {
namespace {

/// What stands in the place of the ASCII characters "[\]{|}~@"; 0 where the variant has the same.
struct Variant {
  std::array<char32_t, 8> letters;
  /// Words as they look in ASCII: frequent, and of this language alone.
  std::array<std::string_view, 8> words;
};

constexpr std::string_view kPlaces = "[\\]{|}~@";

constexpr Variant kVariants[] = {
    {{U'Ä', U'Ö', U'Ü', U'ä', U'ö', U'ü', U'ß', 0},
     {"f}r", "}ber", "w{re", "k|nnen", "da~", "m}ssen", "h{tte", "w}rde"}},
    {{U'Ä', U'Ö', U'Å', U'ä', U'ö', U'å', 0, 0}, {"{r", "{ven", "n{r", "ocks}", "m}ste", "fr}n", "h{r", "sj{lv"}},
    {{U'Æ', U'Ø', U'Å', U'æ', U'ø', U'å', 0, 0}, {"v{re", "v{rt", "ogs}", "nogle}", "f|lge", "n}r", "b|r", "l|rdag"}},
    {{U'°', U'ç', U'§', U'é', U'ù', U'è', 0, U'à'},
     {"{t{", "apr}s", "{tait", "@", "o|", "tr}s", "{galement", "pr{sident"}},
};

/// How often a bracket, brace or bar has letters on both sides: in ASCII text it hardly ever does.
std::size_t count_inside_words(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (!base::is_ascii_letter(text[i - 1]) || !base::is_ascii_letter(text[i + 1])) continue;
    count += kPlaces.find(text[i]) != std::string_view::npos ? 1 : 0;
  }
  return count;
}

/// The variant of which the most words are in `text`; nullptr where brackets are just brackets.
const Variant* variant_of(std::string_view text) {
  if (count_inside_words(text) < 3) return nullptr;
  std::array<std::size_t, std::size(kVariants)> hits{};
  for (std::string_view word : base::split_words(text)) {
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
    if (word.size() > 10 || word.find_first_of("{|}~@") == std::string_view::npos) continue;
    const std::string folded = base::ascii_lower(word);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const auto& words = kVariants[i].words;
      if (std::find(words.begin(), words.end(), folded) != words.end()) ++hits[i];
    }
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  return *best >= 1 ? &kVariants[best - hits.begin()] : nullptr;
}

/// The Unicode code points of the bytes 0x80 to 0x9F; 0 where windows-1252 has none.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) {
    const unsigned char c = static_cast<unsigned char>(byte);
    if (c < 0x80) {
      text += byte;
    } else if (c >= 0xA0) {
      base::append_utf8(text, c);
    } else if (kWindows1252[c - 0x80u] != 0) {
      base::append_utf8(text, kWindows1252[c - 0x80u]);
    }
  }
  return text;
}

std::string from_variant(std::string_view bytes, const Variant& variant) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char byte : bytes) {
    const std::size_t place = kPlaces.find(byte);
    if (place != std::string_view::npos && variant.letters[place] != 0) {
      base::append_utf8(text, variant.letters[place]);
    } else {
      text += byte;
    }
  }
  return text;
}

}  // namespace

std::string wire_to_utf8(std::string_view bytes) {
  if (!base::is_utf8(bytes)) return from_windows_1252(bytes);
  const bool ascii =
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const Variant* variant = ascii ? variant_of(bytes) : nullptr;
  return variant != nullptr ? from_variant(bytes, *variant) : std::string(bytes);
}

}  // namespace dateline::formats

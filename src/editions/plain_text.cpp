#include "editions/plain_text.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "editions/columns.h"

namespace dateline::editions {
namespace {

struct Replacement {
  char32_t code_point;
  const char* ascii;
};

// In order of code points, for binary search.
constexpr Replacement kReplacements[] = {
    {0x00A1, "!"},    {0x00A2, "c"},  {0x00A3, "GBP "}, {0x00A5, "JPY "}, {0x00A6, "|"},    {0x00A7, "par. "},
    {0x00A9, "(c)"},  {0x00AA, "a"},  {0x00AB, "\""},   {0x00AD, ""},     {0x00AE, "(R)"},  {0x00B0, " deg "},
    {0x00B1, "+/-"},  {0x00B2, "2"},  {0x00B3, "3"},    {0x00B4, "'"},    {0x00B5, "u"},    {0x00B6, "p"},
    {0x00B7, "-"},    {0x00B9, "1"},  {0x00BA, "o"},    {0x00BB, "\""},   {0x00BC, "1/4"},  {0x00BD, "1/2"},
    {0x00BE, "3/4"},  {0x00BF, "?"},  {0x00C6, "AE"},   {0x00D0, "D"},    {0x00D7, "x"},    {0x00D8, "O"},
    {0x00DE, "Th"},   {0x00DF, "ss"}, {0x00E6, "ae"},   {0x00F0, "d"},    {0x00F7, "/"},    {0x00F8, "o"},
    {0x00FE, "th"},   {0x0110, "D"},  {0x0111, "d"},    {0x0126, "H"},    {0x0127, "h"},    {0x0131, "i"},
    {0x0132, "IJ"},   {0x0133, "ij"}, {0x0138, "k"},    {0x013F, "L"},    {0x0140, "l"},    {0x0141, "L"},
    {0x0142, "l"},    {0x0149, "'n"}, {0x014A, "N"},    {0x014B, "n"},    {0x0152, "OE"},   {0x0153, "oe"},
    {0x0166, "T"},    {0x0167, "t"},  {0x017F, "s"},    {0x0218, "S"},    {0x0219, "s"},    {0x021A, "T"},
    {0x021B, "t"},    {0x1E9E, "SS"}, {0x2010, "-"},    {0x2011, "-"},    {0x2012, "-"},    {0x2013, "-"},
    {0x2014, "--"},   {0x2015, "--"}, {0x2018, "'"},    {0x2019, "'"},    {0x201A, "'"},    {0x201B, "'"},
    {0x201C, "\""},   {0x201D, "\""}, {0x201E, "\""},   {0x201F, "\""},   {0x2020, "+"},    {0x2022, "*"},
    {0x2026, "..."},  {0x2028, " "},  {0x2029, " "},    {0x2030, "o/oo"}, {0x2032, "'"},    {0x2033, "\""},
    {0x2039, "'"},    {0x203A, "'"},  {0x2044, "/"},    {0x20AC, "EUR "}, {0x20B9, "INR "}, {0x2116, "No. "},
    {0x2122, "(TM)"}, {0x2190, "<-"}, {0x2192, "->"},   {0x2212, "-"},    {0x2260, "!="},   {0x2264, "<="},
    {0x2265, ">="},   {0x2500, "-"},  {0x2502, "|"},    {0x3000, " "},    {0x3001, ","},    {0x3002, "."}};

// The letters of U+00C0 to U+017F and of U+1E00 to U+1EFF without their marks (canonical decomposition).
constexpr std::string_view kLatin =
    "AAAAAA?CEEEEIIII?NOOOOO??UUUUY??aaaaaa?ceeeeiiii?nooooo??uuuuy?yAaAaAaCcCcCcCcDd??EeEeEeEeEeGgGgGgGgHh??IiIiIiIiI"
    "???JjKk?LlLlLl????NnNnNn???OoOoOo??RrRrRrSsSsSsSsTtTt??UuUuUuUuUuUuWwYyYZzZzZz?";
constexpr std::string_view kLatinAdditional =
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTt"
    "UuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy??????AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOo"
    "UuUuUuUuUuUuUuYyYyYyYy??????";
static_assert(kLatin.size() == 0x180 - 0xC0);
static_assert(kLatinAdditional.size() == 0x100);

bool is_space(char32_t point) {
  return point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F;
}

void append_ascii(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
    return;
  }
  const auto* found = std::lower_bound(std::begin(kReplacements), std::end(kReplacements), point,
                                       [](const Replacement& row, char32_t wanted) { return row.code_point < wanted; });
  if (found != std::end(kReplacements) && found->code_point == point) {
    out += found->ascii;
  } else if (point >= 0xC0 && point < 0x180) {
    out += kLatin[point - 0xC0];
  } else if (point >= 0x1E00 && point < 0x1F00) {
    out += kLatinAdditional[point - 0x1E00];
  } else if (is_space(point)) {
    out += ' ';
  } else if (columns_of_code_point(point) > 0) {
    out += '?';
  }
}

// Simple case mappings that are regular; see UnicodeData.txt.
char32_t capital_of(char32_t point) {
  if (point >= 'a' && point <= 'z') return point - 0x20;
  if (point >= 0xE0 && point <= 0xFE && point != 0xF7) return point - 0x20;
  if (point == 0xFF) return 0x178;
  const bool even_is_capital = (point >= 0x100 && point <= 0x137) || (point >= 0x14A && point <= 0x177);
  if (even_is_capital && point != 0x131) return point & ~char32_t{1};
  const bool odd_is_capital = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
  if (odd_is_capital) return point % 2 == 0 ? point - 1 : point;
  if (point >= 0x3B1 && point <= 0x3C9 && point != 0x3C2) return point - 0x20;
  if (point >= 0x430 && point <= 0x44F) return point - 0x20;
  if (point >= 0x450 && point <= 0x45F) return point - 0x50;
  return point;
}

// Unicode Technical Report 36: what reorders text around it.
bool reorders(char32_t point) {
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E ||
         point == 0x200F || point == 0x061C;
}

}  // namespace

std::string clean_for_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = base::next_code_point(text, &at);
    if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029) {
      out += ' ';
    } else if (!reorders(point)) {
      base::append_utf8(out, point);
    }
  }
  return out;
}

std::string in_capitals(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = base::next_code_point(text, &at);
    if (point == 0xDF) {
      out += "SS";
    } else {
      base::append_utf8(out, capital_of(point));
    }
  }
  return out;
}

std::string to_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_ascii(out, base::next_code_point(text, &at));
  return out;
}

}  // namespace dateline::editions

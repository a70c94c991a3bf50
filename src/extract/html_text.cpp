#include "extract/html_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"

namespace dateline::extract {
namespace {

// The references that occur in metadata; HTML knows 2,231, nearly all of which nobody writes.
constexpr std::array<std::pair<std::string_view, char32_t>, 40> kNames{
    {{"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},     {"nbsp", 0xA0},
     {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201C},  {"rdquo", 0x201D},
     {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"laquo", 0xAB},   {"raquo", 0xBB},   {"hellip", 0x2026}, {"bull", 0x2022},
     {"middot", 0xB7},  {"copy", 0xA9},    {"reg", 0xAE},     {"euro", 0x20AC},  {"pound", 0xA3},    {"shy", 0xAD},
     {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},    {"Auml", 0xC4},    {"Ouml", 0xD6},     {"Uuml", 0xDC},
     {"szlig", 0xDF},   {"eacute", 0xE9},  {"egrave", 0xE8},  {"agrave", 0xE0},  {"aacute", 0xE1},   {"iacute", 0xED},
     {"oacute", 0xF3},  {"uacute", 0xFA},  {"ntilde", 0xF1},  {"ccedil", 0xE7}}};

// The character that the reference at the start of `rest` ("&#8220;…") means, and its length.
std::optional<std::pair<char32_t, std::size_t>> reference(std::string_view rest) {
  const std::size_t end = rest.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  const std::string_view name = rest.substr(1, end - 1);
  if (name[0] != '#') {
    for (const auto& [known, code_point] : kNames) {
      if (known == name) return std::pair{code_point, end + 1};
    }
    return std::nullopt;
  }
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  char32_t value = 0;
  for (char c : name.substr(hex ? 2 : 1)) {
    const char lower = base::to_ascii_lower(c);
    if (base::is_ascii_digit(c)) {
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
    } else if (hex && lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
    if (value > 0x10FFFF) return std::nullopt;
  }
  if (value == 0) return std::nullopt;
  return std::pair{value, end + 1};
}

std::string decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '&') {
      if (const auto found = reference(text.substr(at))) {
        base::append_utf8(out, found->first);
        at += found->second;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

bool ends_block(std::string_view tag) {
  for (std::string_view name : {"</p", "<br", "</div", "</li", "</h", "<p"}) {
    if (base::starts_with_ignoring_case(tag, name)) return true;
  }
  return false;
}

std::string without_tags(std::string_view text) {
  constexpr std::size_t kMaxTagBytes = 2000;
  std::string out;
  out.reserve(text.size());
  std::size_t close = text.find('>');  // The next '>' at or after `at`, looked for once only.
  if (close == std::string_view::npos) close = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const bool opens = text[at] == '<' && at + 1 < text.size() &&
                       (base::is_ascii_letter(text[at + 1]) || text[at + 1] == '/' || text[at + 1] == '!');
    if (opens && close < at) close = std::min(text.find('>', at), text.size());
    if (!opens || close == text.size() || close - at > kMaxTagBytes) {
      out += text[at++];
      continue;
    }
    if (ends_block(text.substr(at, close - at))) out += '\n';
    at = close + 1;
  }
  return out;
}

}  // namespace

std::string plain_text(std::string_view text) {
  if (text.find_first_of("<&") == std::string_view::npos) return std::string(text);
  std::string out = decode(without_tags(text));
  // "&amp;quot;", "&lt;p&gt;": escaped once more than needed.
  if (out.find_first_of("<&") != std::string::npos) out = decode(without_tags(out));
  return out;
}

}  // namespace dateline::extract

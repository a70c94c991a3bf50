// base/strings.h -- the few string operations that the standard library lacks. All are ASCII-only where case or white
// space matters, and safe on any bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {

inline bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
inline bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
inline bool is_ascii_letter(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
inline char to_ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `text` without ASCII white space at either end.
std::string_view trim(std::string_view text);
std::string ascii_lower(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
bool contains_ignoring_case(std::string_view text, std::string_view needle);
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

/// The pieces of `text` between `separator`s, empty ones kept: "a,,b" gives three.
std::vector<std::string_view> split(std::string_view text, char separator);
/// The runs of non-white-space.
std::vector<std::string_view> split_words(std::string_view text);

/// True when one of the words of `words` is `wanted`, case ignored: tokens of a "class" or "rel" attribute.
bool has_word(std::string_view words, std::string_view wanted);

/// White space of any kind, U+00A0 and U+2000 to U+200A included, becomes one space; none at the ends.
std::string collapse_whitespace(std::string_view text);

/// Every `from` replaced by `to`. REQUIRES: from is not empty.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);

/// The number that all of `text` is, or nothing (empty, sign alone, trailing characters, overflow).
std::optional<std::int64_t> parse_integer(std::string_view text);

/// `text` with &, <, >, " and ' written as references; safe in HTML and XML text and in quoted attributes.
std::string escape_html(std::string_view text);

/// Decodes %XX and, where `plus_is_space`, '+'. A '%' without two hex digits stands for itself.
std::string decode_percent(std::string_view text, bool plus_is_space);
/// Everything but unreserved characters (RFC 3986, section 2.3) as %XX.
std::string encode_percent(std::string_view text);

/// 1234567 as "1,234,567".
std::string with_thousands(std::int64_t number);

}  // namespace dateline::base

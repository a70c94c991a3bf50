// formats/mime_codec.cpp -- see mime_codec.h. What comes out is never longer than what went in.
#include "formats/mime_codec.h"

#include <cstdint>

#include "base/strings.h"

namespace dateline::formats {
namespace {

int base64_value(char c) {
  if (base::is_ascii_upper(c)) return c - 'A';
  if (base::is_ascii_lower(c)) return c - 'a' + 26;
  if (base::is_ascii_digit(c)) return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

int hex_value(char c) {
  if (base::is_ascii_digit(c)) return c - '0';
  const char lower = base::to_ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

/// Where a line end at `at` ends; `at` where none is there.
std::size_t skip_line_end(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("\r\n")) return at + 2;
  return at < text.size() && text[at] == '\n' ? at + 1 : at;
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') count = 0;
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> count) & 0xFF);
  }
  return bytes;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  std::size_t blanks = 0;  // That many at the end of `bytes` stand in the text as they are.
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '=') {
      const std::size_t line_end = skip_blanks(text, i + 1);
      const std::size_t next_line = skip_line_end(text, line_end);
      const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
      const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
      blanks = 0;
      if (next_line != line_end || line_end == text.size()) {
        i = next_line - 1;
      } else if (low >= 0) {
        bytes += static_cast<char>(high * 16 + low);
        i += 2;
      } else {
        bytes += c;
      }
      continue;
    }
    if (c == '\n' || (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')) bytes.resize(bytes.size() - blanks);
    blanks = c == ' ' || c == '\t' ? blanks + 1 : 0;
    bytes += c;
  }
  return bytes;
}

std::string unflow(std::string_view text, bool delete_space) {
  std::string out;
  out.reserve(text.size());
  std::size_t open_quotes = 0;  // The depth of quotation of the line before, where that one flows on.
  bool flowing = false;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::size_t quotes = 0;
    while (quotes < line.size() && line[quotes] == '>') ++quotes;
    std::string_view content = line.substr(quotes);
    if (content.starts_with(' ')) content.remove_prefix(1);  // Stuffed, section 4.4.
    const bool joins = flowing && quotes == open_quotes && content != "-- ";
    if (flowing && !joins) out += '\n';
    if (!joins) out += line.substr(0, quotes);
    flowing = content.ends_with(' ') && content != "-- ";
    open_quotes = quotes;
    if (flowing && delete_space) content.remove_suffix(1);
    out += content;
    if (!flowing) out += '\n';
  }
  return out;
}

}  // namespace dateline::formats

// formats/sniff_wire.cpp -- see sniff_wire.h.
#include "formats/sniff_wire.h"

#include <algorithm>

#include "base/strings.h"
#include "formats/wire_header.h"
#include "formats/wire_words.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kMaxBeforeBytes = 1024;
constexpr std::size_t kMaxHeaderBytes = 1024;

/// Text, line ends, field separators (1F) and codes of formats and fonts (11 to 14).
bool stands_in_header(char c) {
  const unsigned char code = static_cast<unsigned char>(c);
  return (code >= 0x20 && code != 0x7F) || base::is_ascii_space(c) || code == 0x1F || (code >= 0x11 && code <= 0x14);
}

/// One to four letters and three digits: service or source, and number.
bool begins_with_number(std::string_view header) {
  const std::size_t letters = leading_letters(header);
  if (letters < 1 || letters > 4 || header.size() < letters + 3) return false;
  return all_digits(header.substr(letters, 3));
}

bool is_framed(std::string_view bytes) {
  const std::size_t begin = bytes.find('\x01');
  if (begin > kMaxBeforeBytes) return false;  // Also where there is none.
  const std::string_view rest = bytes.substr(begin + 1);
  const std::size_t end = rest.find('\x02');
  if (end > kMaxHeaderBytes) return false;
  const std::string_view header = rest.substr(0, end);
  return std::all_of(header.begin(), header.end(), stands_in_header) && begins_with_number(base::trim(header));
}

}  // namespace

bool is_wire_text(std::string_view bytes) {
  return is_framed(bytes) || printed_wire_header(base::trim(bytes)).has_value();
}

}  // namespace dateline::formats

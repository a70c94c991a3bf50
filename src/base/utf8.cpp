#include "base/utf8.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace dateline::base {
namespace {

constexpr std::size_t kBlockBytes = 64;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Decodes one sequence at `at`. Returns its length, or 0 when it is ill-formed; `*bad_bytes` is then the length of the
// maximal subpart to replace.
std::size_t decode(std::string_view text, std::size_t at, char32_t* code_point, std::size_t* bad_bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  *bad_bytes = 1;
  if (lead < 0x80) {
    *code_point = lead;
    return 1;
  }
  std::size_t length = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
    value = lead & 0x1Fu;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    value = lead & 0x0Fu;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    value = lead & 0x07u;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= text.size() || byte(i) < low || byte(i) > high) {
      *bad_bytes = i;
      return 0;
    }
    value = (value << 6) | (byte(i) & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  *code_point = value;
  return length;
}

// Eight bytes at a time: pages are ASCII but for a few letters in a hundred.
std::size_t ascii_prefix(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  for (std::uint64_t word = 0; from + sizeof word <= text.size(); from += sizeof word) {
    std::memcpy(&word, text.data() + from, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
  return from;
}

bool is_ascii_control(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
}

std::size_t count_ascii_controls(std::string_view text) {
  // In blocks whose count fits a byte, so that compilers count many bytes in one step.
  constexpr std::size_t kBlock = 64;
  std::size_t all = 0;
  for (; text.size() >= kBlock; text.remove_prefix(kBlock)) {
    unsigned char controls = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      const auto low = static_cast<unsigned char>(c < 0x20);
      const auto space = static_cast<unsigned char>(c == '\t') | static_cast<unsigned char>(c == '\n') |
                         static_cast<unsigned char>(c == '\r') | static_cast<unsigned char>(c == '\f');
      controls = static_cast<unsigned char>(controls + (low & ~space) + static_cast<unsigned char>(c == 0x7F));
    }
    all += controls;
  }
  return all + static_cast<std::size_t>(std::count_if(
                   text.begin(), text.end(), [](char c) { return is_ascii_control(static_cast<unsigned char>(c)); }));
}

std::size_t count_leads(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t at = ascii_prefix(text, 0); at < text.size(); at = ascii_prefix(text, at)) {
    char32_t code_point = 0;
    std::size_t bad_bytes = 0;
    const std::size_t length = decode(text, at, &code_point, &bad_bytes);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

Utf8Census take_census(std::string_view text) {
  Utf8Census census;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii_end = ascii_prefix(text, at);
    census.ascii += ascii_end - at;
    at = ascii_end;
    if (at == text.size()) break;
    char32_t code_point = 0;
    std::size_t bad_bytes = 0;
    if (const std::size_t length = decode(text, at, &code_point, &bad_bytes); length != 0) {
      ++census.sequences;
      census.controls += code_point < 0xA0 && code_point != 0x85 ? 1 : 0;
      at += length;
    } else {
      ++census.ill_formed;
      ++at;
    }
  }
  census.controls += count_ascii_controls(text);
  return census;
}

std::string mend_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii_end = ascii_prefix(text, at);
    out.append(text.substr(at, ascii_end - at));
    at = ascii_end;
    if (at == text.size()) break;
    char32_t code_point = 0;
    std::size_t bad_bytes = 0;
    if (const std::size_t length = decode(text, at, &code_point, &bad_bytes); length != 0) {
      out.append(text.substr(at, length));
      at += length;
    } else {
      out.append("\xEF\xBF\xBD");
      at += bad_bytes;
    }
  }
  return out;
}

char32_t next_code_point(std::string_view text, std::size_t* offset_bytes) {
  CHECK(*offset_bytes < text.size());
  if (const auto lead = static_cast<unsigned char>(text[*offset_bytes]); lead < 0x80) {
    *offset_bytes += 1;
    return lead;
  }
  char32_t code_point = 0;
  std::size_t bad_bytes = 0;
  if (const std::size_t length = decode(text, *offset_bytes, &code_point, &bad_bytes); length != 0) {
    *offset_bytes += length;
    return code_point;
  }
  *offset_bytes += 1;
  return 0xFFFD;
}

char32_t previous_code_point(std::string_view text, std::size_t offset_bytes) {
  if (offset_bytes == 0 || offset_bytes > text.size()) return 0;
  std::size_t at = offset_bytes - 1;
  while (at > 0 && offset_bytes - at < 4 && is_continuation(text[at])) --at;
  return next_code_point(text, &at);
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  return count_leads(text);
}

std::string_view utf8_prefix(std::string_view text, std::size_t limit_bytes) {
  if (text.size() <= limit_bytes) return text;
  std::size_t end = limit_bytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return text.substr(0, end);
}

CodePointOffsets::CodePointOffsets(std::string_view text) : text_(text) {
  if (ascii_prefix(text, 0) == text.size()) return;
  std::uint32_t chars = 0;
  chars_before_block_.reserve(text.size() / kBlockBytes + 1);
  for (std::size_t at = 0; at < text.size(); at += kBlockBytes) {
    chars_before_block_.push_back(chars);
    chars += static_cast<std::uint32_t>(count_leads(text.substr(at, kBlockBytes)));
  }
}

std::size_t CodePointOffsets::to_chars(std::size_t offset_bytes) const {
  CHECK(offset_bytes <= text_.size());
  if (chars_before_block_.empty()) return offset_bytes;
  const std::size_t block = std::min(offset_bytes / kBlockBytes, chars_before_block_.size() - 1);
  const std::size_t start = block * kBlockBytes;
  return chars_before_block_[block] + count_leads(text_.substr(start, offset_bytes - start));
}

std::size_t CodePointOffsets::to_bytes(std::size_t offset_chars) const {
  if (chars_before_block_.empty()) return std::min(offset_chars, text_.size());
  const auto above = std::upper_bound(chars_before_block_.begin(), chars_before_block_.end(), offset_chars);
  const auto block = static_cast<std::size_t>(above - chars_before_block_.begin()) - 1;
  std::size_t chars = chars_before_block_[block];
  std::size_t at = block * kBlockBytes;
  // A block may begin inside a code point that the block before has counted.
  while (at < text_.size() && is_continuation(text_[at])) ++at;
  while (at < text_.size() && chars < offset_chars) {
    ++at;
    while (at < text_.size() && is_continuation(text_[at])) ++at;
    ++chars;
  }
  return at;
}

}  // namespace dateline::base

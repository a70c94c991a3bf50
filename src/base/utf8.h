// base/utf8.h -- UTF-8 as it arrives: checking, mending, walking, and code-point offsets for JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {

/// True when `text` is well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_utf8(std::string_view text);

/// `text` with every ill-formed sequence replaced by U+FFFD (one for each maximal subpart, Unicode 15 section 3.9).
std::string mend_utf8(std::string_view text);

/// What a text is made of, counted in one pass.
struct Utf8Census {
  std::size_t ascii = 0;       ///< Bytes below 0x80.
  std::size_t sequences = 0;   ///< Well-formed sequences of two to four bytes.
  std::size_t ill_formed = 0;  ///< Bytes that are in no well-formed sequence.
  std::size_t controls = 0;    ///< C0 controls but tab and line ends, DEL, and C1 controls but NEL.
};
Utf8Census take_census(std::string_view text);

/// The code point at `*offset_bytes`, which is moved past it. Ill-formed bytes give U+FFFD and move by one.
/// REQUIRES: *offset_bytes < text.size().
char32_t next_code_point(std::string_view text, std::size_t* offset_bytes);

/// The code point that ends right before `offset_bytes`, or 0 at the start.
char32_t previous_code_point(std::string_view text, std::size_t offset_bytes);

/// Appends `code_point` to `out`; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The number of code points in `text`.
std::size_t count_code_points(std::string_view text);

/// The longest prefix of `text` of at most `limit_bytes` that does not cut a code point.
std::string_view utf8_prefix(std::string_view text, std::size_t limit_bytes);

/// Turns byte offsets of one text into code-point offsets and back, in constant time a call.
///
/// Memory: one number for each 64 bytes; nothing for a text that is ASCII.
/// Ownership: borrows `text`, which must outlive it.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);

  /// REQUIRES: offset_bytes <= text.size().
  std::size_t to_chars(std::size_t offset_bytes) const;
  /// The byte offset of code point `offset_chars`; text.size() when it lies past the end.
  std::size_t to_bytes(std::size_t offset_chars) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> chars_before_block_;  // empty: ASCII
};

}  // namespace dateline::base

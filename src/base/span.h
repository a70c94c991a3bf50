// base/span.h -- a half-open range of bytes in some text.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace dateline::base {

/// Bytes [begin_bytes, end_bytes) of a UTF-8 text that the context names. Both ends lie on code-point borders.
struct Span {
  std::size_t begin_bytes = 0;
  std::size_t end_bytes = 0;

  std::size_t size_bytes() const { return end_bytes - begin_bytes; }
  bool empty() const { return begin_bytes == end_bytes; }
  bool contains(const Span& other) const { return begin_bytes <= other.begin_bytes && other.end_bytes <= end_bytes; }
  bool overlaps(const Span& other) const { return begin_bytes < other.end_bytes && other.begin_bytes < end_bytes; }
  /// The bytes of `text` in this range. REQUIRES: end_bytes <= text.size().
  std::string_view of(std::string_view text) const { return text.substr(begin_bytes, size_bytes()); }
  auto operator<=>(const Span&) const = default;
};

}  // namespace dateline::base

// formats/byte_source.h -- bytes from somewhere, in order. formats does no I/O; callers bring a source.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "base/result.h"

namespace dateline::formats {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Puts at least one and at most `capacity` bytes into `buffer` and returns their number; 0 at the end.
  virtual base::Result<std::size_t> read(char* buffer, std::size_t capacity) = 0;
};

/// Over bytes in memory, which it borrows.
class StringSource : public ByteSource {
 public:
  explicit StringSource(std::string_view bytes) : rest_(bytes) {}
  base::Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    const std::size_t count = std::min(capacity, rest_.size());
    std::memcpy(buffer, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
};

}  // namespace dateline::formats

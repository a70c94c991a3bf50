// formats/slow_source.h -- for tests and fuzzers: a source that gives few bytes at a time, and may fail.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "formats/byte_source.h"

namespace dateline::formats {

class SlowSource : public ByteSource {
 public:
  SlowSource(std::string_view bytes, std::size_t at_a_time) : rest_(bytes), at_a_time_(at_a_time) {}
  /// Fails with `at_end` when `bytes` are used up.
  SlowSource(std::string_view bytes, std::size_t at_a_time, base::Error at_end)
      : rest_(bytes), at_a_time_(at_a_time), fails_(true), at_end_(std::move(at_end)) {}

  base::Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    if (rest_.empty() && fails_) return at_end_;
    const std::size_t count = std::min({capacity, rest_.size(), at_a_time_});
    if (count > 0) std::memcpy(buffer, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
  std::size_t at_a_time_;
  bool fails_ = false;
  base::Error at_end_;
};

}  // namespace dateline::formats

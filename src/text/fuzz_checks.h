// text/fuzz_checks.h -- what the room's fuzzers hold against every answer. For fuzzers only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/span.h"
#include "text/characters.h"

namespace dateline::text {

inline std::string_view fuzz_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Spans must come in order and apart, be in range and not empty, stand on borders of code points, and leave out
/// nothing but white space.
class SpanCheck {
 public:
  explicit SpanCheck(std::string_view text) : text_(text) {}

  void add(const base::Span& span) {
    CHECK(span.begin_bytes >= last_ && span.begin_bytes < span.end_bytes && span.end_bytes <= text_.size());
    walk_to(span.begin_bytes, true);
    CHECK(class_of(char_at(text_, span.begin_bytes).code) != CharClass::kSpace);
    walk_to(span.end_bytes, false);
  }
  void finish() { walk_to(text_.size(), true); }

 private:
  // Moves character by character, so that stopping exactly at `border` shows that it is one.
  void walk_to(std::size_t border, bool over_space) {
    while (last_ < border) {
      const Char c = char_at(text_, last_);
      CHECK(!over_space || class_of(c.code) == CharClass::kSpace);
      last_ = c.end_bytes;
    }
    CHECK(last_ == border);
  }

  std::string_view text_;
  std::size_t last_ = 0;
};

}  // namespace dateline::text

// text/sentence_marks.h -- the marks that may end a sentence, and runs of them. Inside the room only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::text {

enum class Mark : std::uint8_t {
  kNone,
  kStop,      ///< '.', which is also much else.
  kBang,      ///< '!', '?' and their kin: need white space after them.
  kEllipsis,  ///< U+2026; three stops read as one, too.
  kWide,      ///< Stops of scripts that put no space after them, or use them for nothing else: 。 । ؟ ۔
  kLine,      ///< A line break that may separate.
  kBullet,    ///< A list mark in the middle of a line.
};

/// What stands at `at_bytes`; `*end_bytes` is set past it when it is a mark.
Mark mark_at(std::string_view text, std::size_t at_bytes, std::size_t* end_bytes);

/// The first place at or after `from_bytes` where mark_at() can be anything but kNone; text.size() when none is.
std::size_t next_mark(std::string_view text, std::size_t from_bytes);

/// Marks in a row and the closing quotes, brackets and note numbers that belong to them: `...`, `?!`, `.")`, `.[3]`.
struct MarkRun {
  std::size_t begin_bytes = 0;
  std::size_t end_bytes = 0;
  std::size_t dots = 0;
  bool bang = false;
  bool wide = false;
  bool quote_closed = false;
  bool bracket_closed = false;

  bool ellipsis() const { return dots >= 3; }
};

/// The run at `at_bytes`. `in_quotes`: an odd number of straight double quotes precede it in the sentence.
/// REQUIRES: the mark there is kStop, kBang, kEllipsis or kWide.
MarkRun read_run(std::string_view text, std::size_t at_bytes, bool in_quotes);

}  // namespace dateline::text

// desk/line_reader.h -- lines of a stream, for JSON Lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "formats/byte_source.h"

namespace dateline::desk {

struct Line {
  std::uint64_t number = 0;  ///< From 1.
  std::string text;          ///< Without its line end.
};

/// Memory: one line, of at most `max_line_bytes`.
class LineReader {
 public:
  /// Borrows `source`, which must outlive it.
  LineReader(formats::ByteSource& source, std::size_t max_line_bytes);

  /// The next line that is not blank, or nothing at the end.
  ///
  /// Errors:
  ///   kTooLarge  "line 3: longer than …"; the line is skipped and the next call goes on after it
  ///   others     the source failed; ended() is true from then on
  base::Result<std::optional<Line>> next();

  bool ended() const { return ended_; }

 private:
  base::Result<bool> fill();

  formats::ByteSource& source_;
  std::size_t max_line_bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t number_ = 0;
  bool source_done_ = false;
  bool ended_ = false;
};

}  // namespace dateline::desk

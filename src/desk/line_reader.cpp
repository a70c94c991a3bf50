#include "desk/line_reader.h"

#include <fmt/format.h>

#include "base/strings.h"

namespace dateline::desk {
namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 16;

}  // namespace

using base::Error;
using base::ErrorCode;
using base::Result;

LineReader::LineReader(formats::ByteSource& source, std::size_t max_line_bytes)
    : source_(source), max_line_bytes_(max_line_bytes) {}

// Reads on; false at the end of the source.
Result<bool> LineReader::fill() {
  if (source_done_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t had = buffer_.size();
  buffer_.resize(had + kReadBytes);
  auto got = source_.read(buffer_.data() + had, kReadBytes);
  buffer_.resize(had + (got.ok() ? *got : 0));
  if (!got.ok()) {
    ended_ = true;
    return got.error();
  }
  source_done_ = *got == 0;
  return *got > 0;
}

Result<std::optional<Line>> LineReader::next() {
  std::size_t searched = 0;  // Bytes after begin_ that hold no line end.
  bool too_long = false;
  while (!ended_) {
    const std::size_t end = buffer_.find('\n', begin_ + searched);
    if (end == std::string::npos) {
      searched = buffer_.size() - begin_;
      if (searched > max_line_bytes_) {
        // Forget what has been seen of it, and go on to its end.
        too_long = true;
        begin_ = buffer_.size();
        searched = 0;
      }
      DATELINE_TRY(const bool more, fill());
      if (more) continue;
      ended_ = true;
    }
    Line line{++number_, buffer_.substr(begin_, end == std::string::npos ? end : end - begin_)};
    begin_ = end == std::string::npos ? buffer_.size() : end + 1;
    searched = 0;
    if (too_long || line.text.size() > max_line_bytes_) {
      return Error{ErrorCode::kTooLarge,
                   fmt::format("line {}: longer than the limit of {} MB", line.number, max_line_bytes_ >> 20)};
    }
    if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    if (!base::trim(line.text).empty()) return std::optional<Line>(std::move(line));
  }
  return std::optional<Line>();
}

}  // namespace dateline::desk

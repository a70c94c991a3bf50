// formats/warc_reader.cpp -- records of a WARC file (ISO 28500:2017), one by one.
#include "formats/warc_reader.h"

#include <array>
#include <cstring>
#include <string_view>

#include "base/strings.h"
#include "formats/header_fields.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;

struct Header {
  WarcRecord record;
  std::uint64_t length_bytes = 0;
};

}  // namespace

struct WarcReader::Impl {
  Impl(ByteSource& from, WarcLimits with) : source(from), limits(with) {}

  base::Result<std::optional<WarcRecord>> next();
  base::Result<std::optional<WarcRecord>> read_record();

  /// Refills an empty buffer; false at the end of the stream.
  base::Result<bool> fill();
  /// Skips white space between records; false at the end of the stream.
  base::Result<bool> begin_record();
  /// Appends the next line, its LF included, to `lines`.
  base::Result<void> read_line(std::string& lines);
  base::Result<Header> read_header();
  /// Moves `length` bytes to `block`, or away where it is nullptr.
  base::Result<void> take(std::uint64_t length, std::string* block);
  /// The two line ends that close a record.
  base::Result<void> end_record();

  base::Error corrupt(const std::string& why) const {
    return {base::ErrorCode::kCorrupt, "record at byte " + std::to_string(record_offset) + ": " + why};
  }
  base::Error too_large(const std::string& why) const {
    return {base::ErrorCode::kTooLarge, "record at byte " + std::to_string(record_offset) + ": " + why};
  }

  void advance(std::size_t count) {
    begin += count;
    offset += count;
  }

  ByteSource& source;
  const WarcLimits limits;
  std::array<char, kBufferBytes> buffer;
  std::size_t begin = 0;  ///< buffer[begin, end) is not read yet.
  std::size_t end = 0;
  std::uint64_t offset = 0;                 ///< Of buffer[begin] in the stream.
  std::uint64_t record_offset = 0;          ///< Of the record in hand.
  std::optional<std::uint64_t> skip_bytes;  ///< A block that passed the limit and is still to be passed over.
  bool block_too_large = false;             ///< The one error after which the next record can be read.
  std::optional<base::Error> error;
};

base::Result<bool> WarcReader::Impl::fill() {
  if (begin < end) return true;
  DATELINE_TRY(const std::size_t count, source.read(buffer.data(), buffer.size()));
  begin = 0;
  end = count;
  return count > 0;
}

base::Result<bool> WarcReader::Impl::begin_record() {
  for (;;) {
    DATELINE_TRY(const bool more, fill());
    record_offset = offset;
    if (!more) return false;
    const char c = buffer[begin];
    if (c != '\r' && c != '\n') return true;
    advance(1);
  }
}

base::Result<void> WarcReader::Impl::read_line(std::string& lines) {
  for (;;) {
    DATELINE_TRY(const bool more, fill());
    if (!more) return corrupt("cut off in its header");
    const char* from = buffer.data() + begin;
    const void* newline = std::memchr(from, '\n', end - begin);
    const std::size_t count =
        newline == nullptr ? end - begin : static_cast<std::size_t>(static_cast<const char*>(newline) - from) + 1;
    if (lines.size() + count > limits.max_header_bytes) {
      return too_large("header of more than " + std::to_string(limits.max_header_bytes) + " bytes");
    }
    lines.append(from, count);
    advance(count);
    if (newline != nullptr) return {};
  }
}

base::Result<Header> WarcReader::Impl::read_header() {
  std::string lines;
  DATELINE_CHECKED(read_line(lines));
  const std::string version(base::trim(lines));
  // 0.17 and 0.18 differ from 1.0 in nothing that we read.
  if (!version.starts_with("WARC/0.") && !version.starts_with("WARC/1.")) return corrupt("bad version line");
  std::size_t line_begin = lines.size();
  const std::size_t fields_begin = line_begin;
  for (;;) {
    DATELINE_CHECKED(read_line(lines));
    const std::string_view line = std::string_view(lines).substr(line_begin);
    if (line == "\r\n" || line == "\n") break;
    line_begin = lines.size();
  }
  const auto fields = parse_header_fields(std::string_view(lines).substr(fields_begin), BadLine::kIsError);
  if (!fields.ok()) return corrupt(fields.error().message);
  const auto value = [&fields](std::string_view name) {
    const std::string* found = find_field(*fields, name);
    return found == nullptr ? std::string() : *found;
  };
  Header header;
  header.record.offset_bytes = record_offset;
  header.record.type = base::ascii_lower(value("warc-type"));
  header.record.target_uri = value("warc-target-uri");
  header.record.date = value("warc-date");
  header.record.content_type = value("content-type");
  std::string& uri = header.record.target_uri;
  // Some writers put the brackets that the standard's grammar shows.
  if (uri.size() >= 2 && uri.front() == '<' && uri.back() == '>') uri = uri.substr(1, uri.size() - 2);
  const std::optional<std::int64_t> length = base::parse_integer(value("content-length"));
  if (!length || *length < 0) return corrupt("no Content-Length");
  header.length_bytes = static_cast<std::uint64_t>(*length);
  return header;
}

base::Result<void> WarcReader::Impl::take(std::uint64_t length, std::string* block) {
  while (length > 0) {
    DATELINE_TRY(const bool more, fill());
    if (!more) return corrupt("cut off in its block");
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(length, end - begin));
    if (block != nullptr) block->append(buffer.data() + begin, count);
    advance(count);
    length -= count;
  }
  return {};
}

base::Result<void> WarcReader::Impl::end_record() {
  for (int line = 0; line < 2; ++line) {
    for (bool after_return = false;; after_return = true) {
      DATELINE_TRY(const bool more, fill());
      if (!more) return corrupt("cut off after its block");
      const char c = buffer[begin];
      if (c != '\n' && (c != '\r' || after_return)) return corrupt("does not end where its Content-Length says");
      advance(1);
      if (c == '\n') break;
    }
  }
  return {};
}

base::Result<std::optional<WarcRecord>> WarcReader::Impl::read_record() {
  if (skip_bytes) {
    auto skipped = take(*skip_bytes, nullptr);
    if (skipped.ok()) skipped = end_record();
    // The record has been reported: that its length was a lie as well needs no second line.
    if (!skipped.ok() && begin == end && skipped.error().code == base::ErrorCode::kCorrupt) {
      return std::optional<WarcRecord>();
    }
    if (!skipped.ok()) return skipped.error();
    skip_bytes.reset();
  }
  DATELINE_TRY(const bool more, begin_record());
  if (!more) return std::optional<WarcRecord>();
  DATELINE_TRY(Header header, read_header());
  if (header.length_bytes > limits.max_block_bytes) {
    skip_bytes = header.length_bytes;
    block_too_large = true;
    return too_large("block of " + std::to_string(header.length_bytes) + " bytes, limit is " +
                     std::to_string(limits.max_block_bytes));
  }
  // A header can claim any length, so the block grows with the bytes that are really there.
  DATELINE_CHECKED(take(header.length_bytes, &header.record.block));
  DATELINE_CHECKED(end_record());
  return std::optional<WarcRecord>(std::move(header.record));
}

base::Result<std::optional<WarcRecord>> WarcReader::Impl::next() {
  if (error) return *error;
  auto record = read_record();
  const bool goes_on = !record.ok() && block_too_large;
  block_too_large = false;
  if (!record.ok() && !goes_on) error = record.error();
  return record;
}

WarcReader::WarcReader(ByteSource& source, WarcLimits limits) : impl_(std::make_unique<Impl>(source, limits)) {}
WarcReader::~WarcReader() = default;

base::Result<std::optional<WarcRecord>> WarcReader::next() {
  return impl_->next();
}

}  // namespace dateline::formats

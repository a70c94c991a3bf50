// formats/wire_text.cpp -- see wire_text.h: where messages begin and end.
#include "formats/wire_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/strings.h"
#include "formats/wire_body.h"
#include "formats/wire_charset.h"
#include "formats/wire_header.h"
#include "formats/wire_item.h"
#include "formats/wire_trailer.h"

namespace dateline::formats {
namespace {

constexpr char kStartOfHeader = '\x01';
constexpr char kStartOfText = '\x02';
constexpr std::string_view kFraming = "\x01\x02\x03\x04";
constexpr std::string_view kEndOfText = "\x01\x03\x04";
constexpr std::size_t kMaxTrailerBytes = 256;

/// The parts of a message, as bytes.
struct RawMessage {
  std::size_t offset_bytes = 0;
  std::string_view header;
  std::string_view text;
  std::string_view trailer;
};

/// The trailer of a message: the first line behind its text that reads like one, or else its last line, which is then
/// taken off.
std::optional<WireTrailer> take_trailer(std::string_view behind, std::string* text) {
  for (const std::string_view line : base::split(behind.substr(0, kMaxTrailerBytes), '\n')) {
    if (auto trailer = parse_wire_trailer(line)) return trailer;
  }
  std::size_t end = text->size();
  while (end > 0 && static_cast<unsigned char>((*text)[end - 1]) <= ' ') --end;
  const std::size_t begin = text->find_last_of("\r\n", end == 0 ? 0 : end - 1);
  const std::size_t line = begin == std::string::npos ? 0 : begin + 1;
  if (line >= end) return std::nullopt;
  auto trailer = parse_wire_trailer(std::string_view(*text).substr(line, end - line));
  if (trailer) text->resize(line);
  return trailer;
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

class Reader {
 public:
  explicit Reader(const NewsItemLimits& limits) : limits_(limits) {}

  /// Errors: kTooLarge.
  base::Result<void> add(const RawMessage& message, const WireHeader& header) {
    if (message.header.size() + message.text.size() > kMaxWireMessageBytes) {
      note(base::ErrorCode::kTooLarge, message, fmt::format("has more than {} bytes", kMaxWireMessageBytes));
      return {};
    }
    if (is_blank(message.text)) {
      note(base::ErrorCode::kCorrupt, message, "has no text");
      return {};
    }
    std::string text = wire_to_utf8(message.text);
    const std::optional<WireTrailer> trailer = take_trailer(message.trailer, &text);
    NewsItem item = wire_item(header, read_wire_body(text, header), trailer);
    if (item.body_text.empty()) {
      note(base::ErrorCode::kCorrupt, message, "has no text");
      return {};
    }
    if (found_.items.size() >= limits_.max_items) {
      return base::Error{base::ErrorCode::kTooLarge, fmt::format("more than {} wire messages", limits_.max_items)};
    }
    found_.items.push_back(std::move(item));
    return {};
  }

  void note(base::ErrorCode code, const RawMessage& message, std::string_view what) {
    if (found_.problems.size() >= kMaxWireProblems) return;
    found_.problems.push_back({code, fmt::format("message at byte {} {}", message.offset_bytes, what)});
  }

  base::Result<NewsItems> finish() {
    if (!found_.items.empty()) return std::move(found_);
    if (!found_.problems.empty()) return std::move(found_.problems.front());
    return base::Error{base::ErrorCode::kInvalid, "no wire message found"};
  }

 private:
  NewsItemLimits limits_;
  NewsItems found_;
};

base::Result<NewsItems> read_framed(std::string_view bytes, const NewsItemLimits& limits) {
  Reader reader(limits);
  std::size_t at = bytes.find(kStartOfHeader);
  while (at < bytes.size()) {
    RawMessage message{at, {}, {}, {}};
    const std::size_t stx = std::min(bytes.find_first_of(kFraming, at + 1), bytes.size());
    message.header = bytes.substr(at + 1, stx - at - 1);
    const bool has_text = stx < bytes.size() && bytes[stx] == kStartOfText;
    if (!has_text || message.header.size() > kMaxWireHeaderBytes) {
      // Start of header twice in a row is a bad line; anything between them is a message that never came.
      if (has_text) {
        reader.note(base::ErrorCode::kTooLarge, message,
                    fmt::format("has a header of more than {} bytes", kMaxWireHeaderBytes));
      } else if (!is_blank(message.header)) {
        reader.note(base::ErrorCode::kCorrupt, message, "has no text");
      }
      at = bytes.find(kStartOfHeader, stx);
      continue;
    }
    const std::size_t etx = std::min(bytes.find_first_of(kEndOfText, stx + 1), bytes.size());
    message.text = bytes.substr(stx + 1, etx - stx - 1);
    at = std::min(bytes.find(kStartOfHeader, etx), bytes.size());
    if (etx < bytes.size()) {
      const std::size_t eot = std::min(bytes.find_first_of(kFraming, etx + 1), bytes.size());
      message.trailer = bytes.substr(etx + 1, eot - etx - 1);
    }
    const std::string header = wire_to_utf8(message.header);
    DATELINE_CHECKED(reader.add(message, parse_wire_header(header)));
    if (etx == at) reader.note(base::ErrorCode::kCorrupt, message, "is cut off: no end of text");
  }
  return reader.finish();
}

base::Result<NewsItems> read_printed(std::string_view bytes, const NewsItemLimits& limits) {
  Reader reader(limits);
  std::optional<PrintedHeader> header;
  RawMessage message;
  const auto finish = [&](std::size_t end) -> base::Result<void> {
    if (!header) return {};
    const std::size_t begin = message.offset_bytes + header->end_bytes;
    message.text = bytes.substr(begin, end - begin);
    return reader.add(message, header->fields);
  };
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t next = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    if (auto found = printed_wire_header(bytes.substr(at))) {
      DATELINE_CHECKED(finish(at));
      message = RawMessage{at, {}, {}, {}};
      header = std::move(found);
      header->fields.keyword = wire_to_utf8(header->fields.keyword);
      header->fields.version = wire_to_utf8(header->fields.version);
      next = at + header->end_bytes;
    }
    at = next;
  }
  DATELINE_CHECKED(finish(bytes.size()));
  return reader.finish();
}

}  // namespace

base::Result<NewsItems> parse_wire_text(std::string_view bytes, const NewsItemLimits& limits) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes.find(kStartOfHeader) != std::string_view::npos ? read_framed(bytes, limits)
                                                              : read_printed(bytes, limits);
}

}  // namespace dateline::formats

#include "desk/capture_sources.h"

#include <fmt/format.h>

#include <deque>
#include <optional>

#include "base/clock.h"
#include "base/json.h"
#include "base/strings.h"
#include "desk/byte_sources.h"
#include "desk/carried_captures.h"
#include "desk/line_reader.h"
#include "formats/news_items.h"
#include "formats/ninjs.h"
#include "formats/warc_reader.h"

namespace dateline::desk {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using news::Capture;
using news::MediaKind;

using NextCapture = Result<std::optional<Capture>>;

/// A page or a text: the whole input is one capture.
class SingleSource : public CaptureSource {
 public:
  explicit SingleSource(Capture capture) : capture_(std::move(capture)) {}
  NextCapture next() override { return std::exchange(capture_, std::nullopt); }

 private:
  std::optional<Capture> capture_;
};

/// A container that is read whole: a feed, a wire message, a mail. What is wrong in it is told first.
class ItemsSource : public CaptureSource {
 public:
  ItemsSource(std::string path, Carried carried) : path_(std::move(path)), carried_(std::move(carried)) {}

  NextCapture next() override {
    if (!carried_.problems.empty()) {
      Error problem = std::move(carried_.problems.front());
      carried_.problems.pop_front();
      return problem;
    }
    if (carried_.captures.empty()) return std::optional<Capture>();
    Capture capture = std::move(carried_.captures.front());
    carried_.captures.pop_front();
    capture.id = fmt::format("{}#{}", path_, ++number_);
    return std::optional<Capture>(std::move(capture));
  }

 private:
  std::string path_;
  Carried carried_;
  std::size_t number_ = 0;
};

class JsonLinesSource : public CaptureSource {
 public:
  JsonLinesSource(formats::ByteSource& bytes, const IntakeLimits& limits) : lines_(bytes, limits.max_capture_bytes) {}

  NextCapture next() override {
    while (waiting_.empty()) {
      DATELINE_TRY(std::optional<Line> line, lines_.next());
      if (!line) return std::optional<Capture>();
      if (auto parsed = parse(line->text); !parsed.ok()) {
        return Error{parsed.error().code, fmt::format("line {}: {}", line->number, parsed.error().message)};
      }
    }
    Capture capture = std::move(waiting_.front());
    waiting_.pop_front();
    return std::optional<Capture>(std::move(capture));
  }

 private:
  // Puts the captures of a row into waiting_: one, or what a ninjs document holds.
  Result<void> parse(std::string_view text) {
    DATELINE_TRY(const base::Json json, base::parse_json(text));
    if (formats::holds_ninjs(json)) return read_ninjs(json);
    const base::JsonObject* row = json.if_object();
    if (row == nullptr) return Error{ErrorCode::kInvalid, "is no JSON object"};
    Capture capture;
    const base::Json* id = base::find(*row, "id");
    if (const auto number = id != nullptr ? base::as_integer(*id) : std::nullopt) {
      capture.id = std::to_string(*number);
    } else {
      capture.id = base::find_string(*row, "id").value_or("");
    }
    if (capture.id.empty()) return Error{ErrorCode::kInvalid, "\"id\" is missing"};
    capture.uri = base::find_string(*row, "uri").value_or("");
    capture.charset = "utf-8";
    const auto html = base::find_string(*row, "html");
    const auto plain = base::find_string(*row, "text");
    if (!html && !plain) return Error{ErrorCode::kInvalid, "has neither \"html\" nor \"text\""};
    capture.kind = html ? MediaKind::kHtml : MediaKind::kPlainText;
    capture.bytes = html ? *html : *plain;
    waiting_.push_back(std::move(capture));
    return {};
  }

  Result<void> read_ninjs(const base::Json& json) {
    DATELINE_TRY(std::vector<formats::NewsItem> items, formats::read_ninjs(json));
    std::optional<Error> problem;
    for (formats::NewsItem& item : items) {
      std::string id = item.id;
      Carried one = carried_captures({std::move(item)}, formats::Format::kNinjs, base::SystemClock().now());
      if (id.empty()) {
        problem = Error{ErrorCode::kInvalid, "\"uri\" is missing"};
      } else if (!one.problems.empty()) {
        problem = std::move(one.problems.front());
      } else {
        waiting_.push_back(std::move(one.captures.front()));
        waiting_.back().id = std::move(id);
      }
    }
    if (problem) return std::move(*problem);
    return {};
  }

  LineReader lines_;
  std::deque<Capture> waiting_;
};

class WarcSource : public CaptureSource {
 public:
  WarcSource(std::string path, formats::ByteSource& bytes, const IntakeLimits& limits)
      : path_(std::move(path)),
        limits_(limits),
        reader_(bytes, formats::WarcLimits{.max_block_bytes = limits.max_capture_bytes}) {}

  NextCapture next() override {
    while (waiting_.empty()) {
      if (!problems_.empty()) {
        Error problem = std::move(problems_.front());
        problems_.pop_front();
        return problem;
      }
      if (broken_) return std::optional<Capture>();
      auto record = reader_.next();
      if (!record.ok()) {
        // Only a block that was too large can be stepped over.
        broken_ = record.error().code != ErrorCode::kTooLarge;
        return record.error();
      }
      if (!record->has_value()) return std::optional<Capture>();
      if (auto opened = open(**record); !opened.ok()) {
        return Error{opened.error().code,
                     fmt::format("record at byte {}: {}", (**record).offset_bytes, opened.error().message)};
      }
    }
    Capture capture = std::move(waiting_.front());
    waiting_.pop_front();
    capture.id = fmt::format("{}#{}", path_, ++number_);
    return std::optional<Capture>(std::move(capture));
  }

 private:
  // Puts what a record holds into waiting_.
  Result<void> open(formats::WarcRecord& record) {
    formats::HttpMessage message;
    if (record.type == "response") {
      DATELINE_TRY(message, formats::parse_http_response(record.block, limits_.max_capture_bytes));
      if (message.status != 200) return {};
    } else if (record.type == "resource" || record.type == "conversion") {
      message.content_type =
          base::ascii_lower(base::trim(std::string_view(record.content_type).substr(0, record.content_type.find(';'))));
      message.body = std::move(record.block);
    } else {
      return {};
    }
    std::deque<Capture> found;
    const formats::Format format = formats::sniff(message.body);
    switch (format) {
      case formats::Format::kHtml:
      case formats::Format::kPlainText: {
        if (!message.content_type.empty() && !is_readable(message.content_type)) return {};
        Capture capture;
        const bool is_plain = message.content_type == "text/plain" || record.type == "conversion";
        capture.kind = is_plain ? MediaKind::kPlainText : MediaKind::kHtml;
        capture.charset = message.charset;
        capture.bytes = std::move(message.body);
        capture.uri = is_web_address(record.target_uri) ? record.target_uri : "";
        found.push_back(std::move(capture));
        break;
      }
      case formats::Format::kJsonLines:
        // One long line of ninjs; any other JSON is data for the scripts of a page.
        if (auto items = read_carried(formats::Format::kNinjs, message.body, base::SystemClock().now()); items.ok()) {
          found = std::move(items->captures);
        }
        break;
      default: {
        if (!formats::carries_news_items(format)) return {};
        DATELINE_TRY(Carried carried, read_carried(format, message.body, base::SystemClock().now()));
        found = std::move(carried.captures);
        for (const Error& problem : carried.problems) {
          problems_.push_back(
              {problem.code, fmt::format("record at byte {}: {}", record.offset_bytes, problem.message)});
        }
      }
    }
    for (Capture& capture : found) {
      capture.arrived = base::parse_instant(record.date);
      waiting_.push_back(std::move(capture));
    }
    return {};
  }

  static bool is_readable(std::string_view media_type) {
    return media_type == "text/html" || media_type == "application/xhtml+xml" || media_type == "text/plain";
  }

  std::string path_;
  IntakeLimits limits_;
  formats::WarcReader reader_;
  std::deque<Capture> waiting_;
  std::deque<Error> problems_;  ///< Of items inside the last record.
  std::size_t number_ = 0;
  bool broken_ = false;
};

}  // namespace

Result<std::unique_ptr<CaptureSource>> open_captures(const std::string& path, formats::ByteSource& bytes,
                                                     formats::Format format, const IntakeLimits& limits) {
  using Source = std::unique_ptr<CaptureSource>;
  switch (format) {
    case formats::Format::kEmpty:
      return Error{ErrorCode::kInvalid, "is empty"};
    case formats::Format::kWarc:
      return Source(new WarcSource(path, bytes, limits));
    case formats::Format::kJsonLines:
      return Source(new JsonLinesSource(bytes, limits));
    default:
      break;
  }
  DATELINE_TRY(std::string whole, read_all(bytes, limits.max_capture_bytes));
  if (formats::carries_news_items(format)) {
    DATELINE_TRY(Carried carried, read_carried(format, whole, base::SystemClock().now()));
    return Source(new ItemsSource(path, std::move(carried)));
  }
  if (format != formats::Format::kHtml && format != formats::Format::kPlainText) {
    return Error{ErrorCode::kInvalid, fmt::format("is {}, not a report", formats::describe(whole))};
  }
  Capture capture;
  capture.id = path;
  capture.kind = format == formats::Format::kHtml ? MediaKind::kHtml : MediaKind::kPlainText;
  capture.bytes = std::move(whole);
  return Source(new SingleSource(std::move(capture)));
}

}  // namespace dateline::desk

#include "desk/capture_sources.h"

#include <fmt/format.h>

#include <deque>

#include "base/clock.h"
#include "base/json.h"
#include "base/strings.h"
#include "desk/byte_sources.h"
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

// How the body of `item` is to be read: what a feed and a mail carry is part of a page, what a wire carries is the
// report.
MediaKind kind_of(const formats::NewsItem& item, formats::Format format) {
  using formats::Format;
  if (format == Format::kMail) return item.body_html.empty() ? MediaKind::kPlainText : MediaKind::kHtml;
  if (!item.body_text.empty() && item.body_html.empty()) return MediaKind::kWireText;
  const bool wire = format == Format::kNinjs || format == Format::kNitf || format == Format::kNewsMlG2;
  return wire ? MediaKind::kWireHtml : MediaKind::kFeedEntry;
}

// A carrier's address that can serve as an article's identity.
bool is_web_address(std::string_view uri) {
  return base::starts_with_ignoring_case(uri, "http://") || base::starts_with_ignoring_case(uri, "https://");
}

news::Capture capture_of(formats::NewsItem item, formats::Format format) {
  Capture capture;
  capture.kind = kind_of(item, format);
  const bool named = is_web_address(item.id) || item.id.starts_with("urn:") || item.id.starts_with("tag:");
  capture.uri = is_web_address(item.link) ? std::move(item.link) : named ? std::move(item.id) : "";
  capture.charset = "utf-8";
  capture.bytes = item.body_html.empty() ? std::move(item.body_text) : std::move(item.body_html);
  news::Carrier& carrier = capture.carrier;
  carrier.outlet = std::move(item.outlet);
  carrier.headline = std::move(item.headline);
  carrier.byline = std::move(item.byline);
  carrier.dateline = std::move(item.dateline);
  carrier.published = std::move(item.published);
  carrier.modified = std::move(item.modified);
  carrier.language = std::move(item.language);
  carrier.section = std::move(item.section);
  carrier.rights = std::move(item.rights);
  carrier.image = std::move(item.image);
  carrier.note = std::move(item.note);
  carrier.keywords = std::move(item.keywords);
  return capture;
}

// The reports in a feed, a wire message or a mail, without ids. Errors: as formats::parse_news_items.
Result<std::deque<Capture>> captures_of(formats::Format format, std::string_view bytes) {
  DATELINE_TRY(std::vector<formats::NewsItem> items, formats::parse_news_items(format, bytes));
  std::deque<Capture> captures;
  for (formats::NewsItem& item : items) captures.push_back(capture_of(std::move(item), format));
  return captures;
}

/// A page or a text: the whole input is one capture.
class SingleSource : public CaptureSource {
 public:
  explicit SingleSource(Capture capture) : capture_(std::move(capture)) {}
  NextCapture next() override { return std::exchange(capture_, std::nullopt); }

 private:
  std::optional<Capture> capture_;
};

/// A container that is read whole: a feed, a wire message, a mail.
class ItemsSource : public CaptureSource {
 public:
  ItemsSource(std::string path, std::deque<Capture> captures)
      : path_(std::move(path)), captures_(std::move(captures)) {}

  NextCapture next() override {
    if (captures_.empty()) return std::optional<Capture>();
    Capture capture = std::move(captures_.front());
    captures_.pop_front();
    capture.id = fmt::format("{}#{}", path_, ++number_);
    return std::optional<Capture>(std::move(capture));
  }

 private:
  std::string path_;
  std::deque<Capture> captures_;
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
    bool all_named = true;
    for (formats::NewsItem& item : items) {
      std::string id = item.id;
      all_named = all_named && !id.empty();
      if (id.empty()) continue;
      waiting_.push_back(capture_of(std::move(item), formats::Format::kNinjs));
      waiting_.back().id = std::move(id);
    }
    if (!all_named) return Error{ErrorCode::kInvalid, "\"uri\" is missing"};
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
        if (auto items = captures_of(formats::Format::kNinjs, message.body); items.ok()) found = std::move(*items);
        break;
      default:
        if (!formats::carries_news_items(format)) return {};
        DATELINE_TRY(found, captures_of(format, message.body));
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
    DATELINE_TRY(auto captures, captures_of(format, whole));
    return Source(new ItemsSource(path, std::move(captures)));
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

#include "desk/carried_captures.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "formats/news_items.h"

namespace dateline::desk {
namespace {

using base::ErrorCode;
using news::Capture;
using news::MediaKind;

// How the body of `item` is to be read: what a feed and a mail carry is part of a page, what a wire carries is the
// report.
MediaKind kind_of(const formats::NewsItem& item, formats::Format format) {
  using formats::Format;
  if (format == Format::kMail) return item.body_html.empty() ? MediaKind::kPlainText : MediaKind::kMail;
  if (!item.body_text.empty() && item.body_html.empty()) return MediaKind::kWireText;
  const bool wire = format == Format::kNinjs || format == Format::kNitf || format == Format::kNewsMlG2;
  return wire ? MediaKind::kWireHtml : MediaKind::kFeedEntry;
}

Capture capture_of(formats::NewsItem item, formats::Format format) {
  Capture capture;
  capture.kind = kind_of(item, format);
  const bool named = is_web_address(item.id) || item.id.starts_with("urn:") || item.id.starts_with("tag:") ||
                     item.id.starts_with("mid:");
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

// Why `item` must not be used at `now`; nothing where it may.
std::optional<std::string> hold_of(const formats::NewsItem& item, base::Instant now) {
  if (item.status == formats::ItemStatus::kCancelled) return "is cancelled by its sender";
  if (item.status != formats::ItemStatus::kWithheld) return std::nullopt;
  const auto release = base::parse_instant(item.release);
  if (!release) return "is withheld by its sender";
  if (*release <= now) return std::nullopt;
  return fmt::format("is under embargo until {}", base::format_instant(*release));
}

std::string name_of(const formats::NewsItem& item, std::size_t number) {
  constexpr std::size_t kShownBytes = 80;
  const std::string& name = item.headline.empty() ? item.id : item.headline;
  return name.empty() ? fmt::format("item {}", number)
                      : fmt::format("item {} ({})", number, base::utf8_prefix(name, kShownBytes));
}

}  // namespace

bool is_web_address(std::string_view uri) {
  return base::starts_with_ignoring_case(uri, "http://") || base::starts_with_ignoring_case(uri, "https://");
}

Carried carried_captures(std::vector<formats::NewsItem> items, formats::Format format, base::Instant now) {
  Carried carried;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (const auto hold = hold_of(items[i], now)) {
      carried.problems.push_back({ErrorCode::kInvalid, fmt::format("{}: {}", name_of(items[i], i + 1), *hold)});
    } else {
      carried.captures.push_back(capture_of(std::move(items[i]), format));
    }
  }
  return carried;
}

base::Result<Carried> read_carried(formats::Format format, std::string_view bytes, base::Instant now) {
  DATELINE_TRY(formats::NewsItems found, formats::parse_news_items(format, bytes));
  Carried carried = carried_captures(std::move(found.items), format, now);
  carried.problems.insert(carried.problems.begin(), found.problems.begin(), found.problems.end());
  return carried;
}

}  // namespace dateline::desk

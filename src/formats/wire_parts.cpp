// formats/wire_parts.cpp -- see wire_parts.h.
#include "formats/wire_parts.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/clock.h"
#include "base/strings.h"

namespace dateline::formats {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), base::is_ascii_digit);
}

/// Digits by twos, parted by `mark`: "0900" is "09:00". As far as there are digits.
std::string in_pairs(std::string_view& text, char mark) {
  std::string pairs;
  while (text.size() >= 2 && all_digits(text.substr(0, 2)) && pairs.size() < 8) {
    if (!pairs.empty()) pairs += mark;
    pairs += text.substr(0, 2);
    text.remove_prefix(2);
  }
  return pairs;
}

}  // namespace

void set_if_empty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void add_keyword(NewsItem& item, std::string keyword) {
  constexpr std::size_t kMaxKeywords = 200;  // Looking for repeats is quadratic.
  constexpr std::size_t kMaxBytes = 200;
  if (keyword.empty() || keyword.size() > kMaxBytes || item.keywords.size() >= kMaxKeywords) return;
  if (std::find(item.keywords.begin(), item.keywords.end(), keyword) != item.keywords.end()) return;
  item.keywords.push_back(std::move(keyword));
}

void add_note(NewsItem& item, const std::string& note) {
  if (note.empty()) return;
  if (!item.note.empty()) item.note += "; ";
  item.note += note;
}

std::string extended_date(std::string_view text) {
  text = base::trim(text);
  if (text.size() < 8 || !all_digits(text.substr(0, 8))) return std::string(text);
  if (text.size() > 8 && text[8] != 'T') return std::string(text);
  std::string date;
  date.append(text.substr(0, 4)).append("-").append(text.substr(4, 2)).append("-").append(text.substr(6, 2));
  if (text.size() == 8) return date;
  text.remove_prefix(9);
  date += 'T';
  date += in_pairs(text, ':');
  return date.append(text);
}

ItemStatus status_of(std::string_view word) {
  if (base::equals_ignoring_case(word, "canceled") || base::equals_ignoring_case(word, "cancelled")) {
    return ItemStatus::kCancelled;
  }
  const bool withheld = base::equals_ignoring_case(word, "withheld") || base::equals_ignoring_case(word, "embargoed");
  return withheld ? ItemStatus::kWithheld : ItemStatus::kUsable;
}

void withhold_until(NewsItem& item, std::string_view release, std::string_view sent) {
  if (item.status == ItemStatus::kCancelled) return;
  const auto from = base::parse_instant(release);
  const auto at = base::parse_instant(sent);
  if (from && at && *from <= *at) return;
  item.status = ItemStatus::kWithheld;
  item.release = release;
}

void fill_from(NewsItem& item, NewsItem inner) {
  constexpr std::string NewsItem::*kFields[] = {
      &NewsItem::id,       &NewsItem::link,     &NewsItem::outlet,    &NewsItem::headline, &NewsItem::byline,
      &NewsItem::dateline, &NewsItem::language, &NewsItem::published, &NewsItem::modified, &NewsItem::section,
      &NewsItem::rights,   &NewsItem::image,    &NewsItem::note};
  for (const auto field : kFields) set_if_empty(item.*field, std::move(inner.*field));
  for (std::string& keyword : inner.keywords) add_keyword(item, std::move(keyword));
  if (item.status == ItemStatus::kUsable) {
    item.status = inner.status;
    item.release = std::move(inner.release);
  }
  item.body_html = std::move(inner.body_html);
  item.body_text = std::move(inner.body_text);
  item.is_excerpt = inner.is_excerpt;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return base::with_thousands(static_cast<std::int64_t>(count)).append(" ").append(count == 1 ? one : many);
}

void set_body_from_text(NewsItem& item, std::string text) {
  const bool is_html = text.find("</") != std::string::npos || text.find("<p>") != std::string::npos ||
                       text.find("<br") != std::string::npos;
  (is_html ? item.body_html : item.body_text) = std::move(text);
}

}  // namespace dateline::formats

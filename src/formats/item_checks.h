// formats/item_checks.h -- for fuzzers: what holds for every NewsItem and every error, whatever was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "base/utf8.h"
#include "formats/feed.h"
#include "formats/news_item.h"

namespace dateline::formats {

inline std::string_view fuzz_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void check_error(const base::Error& error) {
  CHECK(!error.message.empty() && error.message.find('\n') == std::string::npos);
}

/// UTF-8 everywhere, heads of one line, and no more text than `input_bytes` can stand for.
inline void check_item(const NewsItem& item, std::size_t input_bytes) {
  for (const std::string* line :
       {&item.id, &item.link, &item.outlet, &item.headline, &item.byline, &item.dateline, &item.published,
        &item.modified, &item.language, &item.section, &item.rights, &item.image, &item.note, &item.release}) {
    CHECK(base::is_utf8(*line) && line->find('\n') == std::string::npos);
    CHECK(line->size() <= 8 * input_bytes);
  }
  for (const std::string& keyword : item.keywords) CHECK(base::is_utf8(keyword) && !keyword.empty());
  CHECK(base::is_utf8(item.body_html) && base::is_utf8(item.body_text));
  // A character takes up to six as a reference, a tag of NITF becomes one of HTML not much longer.
  CHECK(item.body_html.size() <= 16 * input_bytes && item.body_text.size() <= 4 * input_bytes);
  CHECK(item.body_html.empty() || item.body_text.empty());
}

/// At most `max_items` of them.
inline void check_items(const std::vector<NewsItem>& items, std::size_t max_items, std::size_t input_bytes) {
  CHECK(items.size() <= max_items);
  for (const NewsItem& item : items) check_item(item, input_bytes);
}

inline void check_feed(const Feed& feed, std::size_t max_items, std::size_t input_bytes) {
  CHECK(base::is_utf8(feed.title) && base::is_utf8(feed.link) && base::is_utf8(feed.language));
  check_items(feed.entries, max_items, input_bytes);
}

}  // namespace dateline::formats

// formats/item_checks.h -- for fuzzers: what holds for every NewsItem and every error, whatever was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/result.h"
#include "base/utf8.h"
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
    CHECK(base::is_utf8(*line));
    CHECK(line->size() <= 8 * input_bytes);
  }
  for (const std::string_view line : {item.headline, item.byline, item.dateline, item.outlet, item.note}) {
    CHECK(line.find('\n') == std::string_view::npos);
  }
  for (const std::string& keyword : item.keywords) CHECK(base::is_utf8(keyword) && !keyword.empty());
  CHECK(base::is_utf8(item.body_html) && base::is_utf8(item.body_text));
  // A character takes up to six as a reference, a tag of NITF becomes one of HTML not much longer.
  CHECK(item.body_html.size() <= 16 * input_bytes && item.body_text.size() <= 4 * input_bytes);
  CHECK(item.body_html.empty() || item.body_text.empty());
}

}  // namespace dateline::formats

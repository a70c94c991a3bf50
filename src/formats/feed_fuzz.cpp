// formats/feed_fuzz.cpp -- any bytes give a feed of UTF-8 within its limits, or an error of one line.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "formats/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::base::is_utf8;
  constexpr std::size_t kMaxEntries = 20;
  const auto feed =
      dateline::formats::parse_feed({reinterpret_cast<const char*>(data), size}, {.max_items = kMaxEntries});
  if (!feed.ok()) {
    CHECK(!feed.error().message.empty() && feed.error().message.find('\n') == std::string::npos);
    return 0;
  }
  CHECK(feed->entries.size() <= kMaxEntries);
  CHECK(is_utf8(feed->title) && is_utf8(feed->link) && is_utf8(feed->language));
  for (const auto& entry : feed->entries) {
    CHECK(is_utf8(entry.id) && is_utf8(entry.link) && is_utf8(entry.headline) && is_utf8(entry.byline));
    CHECK(is_utf8(entry.published) && is_utf8(entry.body_html));
    CHECK(entry.headline.find('\n') == std::string::npos);
  }
  return 0;
}

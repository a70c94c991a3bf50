// formats/json_feed_fuzz.cpp -- any bytes give a feed of UTF-8 within its limits, or an error of one line; what is a
// feed is sniffed as one, unless a signature or a heap of controls in it says something else.
#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "base/strings.h"
#include "formats/json_feed.h"
#include "formats/news_item_dump.h"
#include "formats/sniff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  constexpr std::size_t kMaxEntries = 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = formats::parse_json_feed(bytes, {.max_items = kMaxEntries});
  if (!feed.ok()) {
    CHECK(!feed.error().message.empty() && feed.error().message.find('\n') == std::string::npos);
    return 0;
  }
  CHECK(feed->entries.size() <= kMaxEntries);
  CHECK(base::is_utf8(feed->title + feed->link + feed->language));
  for (const formats::NewsItem& entry : feed->entries) formats::check_item(entry);
  if (size <= 4096) {
    const formats::Format format = formats::sniff(bytes);
    CHECK(format == formats::Format::kJsonFeed || format == formats::Format::kImage ||
          format == formats::Format::kBinary);
  }
  return 0;
}

// formats/feed_fuzz.cpp -- any bytes give a feed of UTF-8 within its limits, or an error of one line.
#include "formats/feed.h"

#include "formats/item_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  constexpr std::size_t kMaxEntries = 20;
  const auto feed = parse_feed(fuzz_text(data, size), {.max_items = kMaxEntries});
  if (feed.ok()) check_feed(*feed, kMaxEntries, size);
  if (!feed.ok()) check_error(feed.error());
  return 0;
}

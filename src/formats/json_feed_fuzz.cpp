// formats/json_feed_fuzz.cpp -- any bytes give a feed of UTF-8 within its limits, or an error of one line; what is a
// feed is sniffed as one, unless a signature or a heap of controls in it says something else.
#include "formats/json_feed.h"

#include "formats/item_checks.h"
#include "formats/sniff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  constexpr std::size_t kMaxEntries = 20;
  const std::string_view bytes = fuzz_text(data, size);
  const auto feed = parse_json_feed(bytes, {.max_items = kMaxEntries});
  if (!feed.ok()) {
    check_error(feed.error());
    return 0;
  }
  check_feed(*feed, kMaxEntries, size);
  if (size <= 4096) {
    const Format format = sniff(bytes);
    CHECK(format == Format::kJsonFeed || format == Format::kImage || format == Format::kBinary);
  }
  return 0;
}

// formats/ninjs_fuzz.cpp -- any bytes give items of UTF-8 within their limits, or an error of one line; what is sniffed
// as ninjs from all of its bytes and is JSON is ninjs.
#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "formats/news_item_dump.h"
#include "formats/ninjs.h"
#include "formats/sniff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  constexpr std::size_t kMaxItems = 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto items = formats::parse_ninjs(bytes, {.max_items = kMaxItems});
  if (!items.ok()) {
    CHECK(!items.error().message.empty() && items.error().message.find('\n') == std::string::npos);
    if (size <= 4096 && formats::sniff(bytes) == formats::Format::kNinjs) {
      CHECK(items.error().code != base::ErrorCode::kInvalid);
    }
    return 0;
  }
  CHECK(items->size() <= kMaxItems);
  for (const formats::NewsItem& item : *items) formats::check_item(item);
  return 0;
}

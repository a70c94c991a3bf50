// formats/news_sitemap_fuzz.cpp -- any bytes give items without a body within the limit, or an error of one line.
#include "formats/news_sitemap.h"

#include "formats/item_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  constexpr std::size_t kMaxItems = 20;
  const auto items = parse_news_sitemap(fuzz_text(data, size), {.max_items = kMaxItems});
  if (!items.ok()) {
    check_error(items.error());
    return 0;
  }
  CHECK(!items->empty());
  check_items(*items, kMaxItems, size);
  for (const NewsItem& item : *items) CHECK(item.is_excerpt && item.body_html.empty() && item.body_text.empty());
  return 0;
}

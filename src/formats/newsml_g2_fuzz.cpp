// formats/newsml_g2_fuzz.cpp -- any bytes give reports of UTF-8 within the limit, or an error of one line.
#include "formats/newsml_g2.h"

#include "formats/item_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  constexpr std::size_t kMaxItems = 20;
  const auto items = parse_newsml_g2(fuzz_text(data, size), {.max_items = kMaxItems});
  if (!items.ok()) {
    check_error(items.error());
    return 0;
  }
  CHECK(!items->empty());
  check_items(*items, kMaxItems, size);
  return 0;
}

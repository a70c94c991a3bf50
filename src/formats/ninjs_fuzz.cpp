// formats/ninjs_fuzz.cpp -- any bytes give items of UTF-8 within their limits, or an error of one line; what is sniffed
// as ninjs from all of its bytes and is JSON is ninjs.
#include "formats/ninjs.h"

#include "formats/item_checks.h"
#include "formats/sniff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  constexpr std::size_t kMaxItems = 20;
  const std::string_view bytes = fuzz_text(data, size);
  const auto items = parse_ninjs(bytes, {.max_items = kMaxItems});
  if (items.ok()) {
    check_items(*items, kMaxItems, size);
    return 0;
  }
  check_error(items.error());
  if (size <= 4096 && sniff(bytes) == Format::kNinjs) {
    CHECK(items.error().code != dateline::base::ErrorCode::kInvalid);
  }
  return 0;
}

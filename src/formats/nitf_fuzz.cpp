// formats/nitf_fuzz.cpp -- any bytes give one report of UTF-8, or an error of one line.
#include "formats/nitf.h"

#include "formats/item_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  const auto item = parse_nitf(fuzz_text(data, size));
  if (item.ok()) check_item(*item, size);
  if (!item.ok()) check_error(item.error());
  return 0;
}

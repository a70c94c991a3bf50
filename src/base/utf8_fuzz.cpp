// Mending gives UTF-8, leaves UTF-8 alone, and offsets go there and back.
#include "base/utf8.h"

#include <cstdint>

#include "base/check.h"
#include "base/strings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::base;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string mended = mend_utf8(bytes);
  CHECK(is_utf8(mended));
  if (is_utf8(bytes)) CHECK(mended == bytes);
  CHECK(is_utf8(collapse_whitespace(mended)));
  const Utf8Census census = take_census(bytes);
  CHECK((census.ill_formed == 0) == is_utf8(bytes));
  CHECK(census.ascii + census.sequences + census.ill_formed <= size);
  CHECK(census.controls <= census.ascii + census.sequences);
  const Utf8Census after = take_census(mended);
  CHECK(after.ascii + after.sequences == count_code_points(mended) && after.controls == census.controls);
  const CodePointOffsets offsets(mended);
  std::size_t chars = 0;
  for (std::size_t at = 0; at < mended.size(); ++chars) {
    CHECK(offsets.to_chars(at) == chars);
    CHECK(offsets.to_bytes(chars) == at);
    next_code_point(mended, &at);
  }
  CHECK(chars == count_code_points(mended));
  return 0;
}

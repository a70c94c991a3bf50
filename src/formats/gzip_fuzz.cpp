// formats/gzip_fuzz.cpp -- what is compressed comes back; any bytes give the same in one piece and in many.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "formats/gzip.h"
#include "formats/gzip_fixture.h"
#include "formats/slow_source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLimit = std::size_t{1} << 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (size <= kLimit) {
    const auto back = dateline::formats::gunzip(dateline::formats::deflated(bytes), kLimit);
    CHECK(back.ok() && *back == bytes);
  }
  const auto whole = dateline::formats::gunzip(bytes, kLimit);
  if (whole.ok()) CHECK(whole->size() <= kLimit);

  dateline::formats::SlowSource slow(bytes, 1 + size % 7);
  dateline::formats::GzipSource source(slow);
  std::string streamed;
  char buffer[11];
  for (;;) {
    const auto count = source.read(buffer, sizeof buffer);
    if (!count.ok()) {
      CHECK(!whole.ok() && !source.read(buffer, sizeof buffer).ok());
      return 0;
    }
    if (*count == 0) break;
    streamed.append(buffer, *count);
    if (streamed.size() > kLimit) {
      CHECK(!whole.ok());
      return 0;
    }
  }
  CHECK(whole.ok() && *whole == streamed);
  return 0;
}

// Up to 48 bytes repeated to 2 KB and to 16 KB: eight times the text must not take more than 16 times as long.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "annotate/linear_checks.h"
#include "base/check.h"
#include "base/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  static const annotate::Annotator kAnnotator;
  constexpr std::size_t kBytes = 2 << 10;
  constexpr std::size_t kTimes = 8;
  constexpr double kAllowed = 16;
  constexpr std::size_t kMaxUnitBytes = 48;
  if (size < 2) return 0;
  size = std::min(size, kMaxUnitBytes + 1);
  const std::string unit = base::mend_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
  const std::string_view language = data[0] % 4 == 3 ? "de" : "en";
  CHECK(annotate::growth(kAnnotator, unit, language, kBytes, kTimes, kAllowed) < kAllowed);
  return 0;
}

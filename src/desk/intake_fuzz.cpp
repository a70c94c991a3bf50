// Any bytes, opened as whatever they look like, end; captures are bounded and have an id.
#include <cstdint>

#include "base/check.h"
#include "desk/capture_sources.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  formats::StringSource source(bytes);
  const desk::IntakeLimits limits{.max_capture_bytes = std::size_t{1} << 20};
  auto opened = desk::open_captures("input", source, formats::sniff(bytes.substr(0, 4096)), limits);
  if (!opened.ok()) return 0;
  // Each step uses up input, so their number is bounded by it.
  for (std::size_t steps = 0;; ++steps) {
    CHECK(steps <= size + 2);
    auto capture = (*opened)->next();
    if (!capture.ok()) continue;
    if (!capture->has_value()) break;
    CHECK(!(**capture).id.empty());
    CHECK((**capture).bytes.size() <= limits.max_capture_bytes);
  }
  return 0;
}

#include <cstdint>

#include "base/utf8.h"
#include "text/charset.h"
#include "text/fuzz_checks.h"

// The first line is the declared label, the rest the bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view input = text::fuzz_text(data, size);
  const std::size_t line = input.find('\n');
  const std::string_view label = line == std::string_view::npos ? std::string_view() : input.substr(0, line);
  const std::string_view bytes = line == std::string_view::npos ? input : input.substr(line + 1);
  const auto converted = text::to_utf8(bytes, label);
  if (!converted.ok()) {
    CHECK(converted.error().code == base::ErrorCode::kInvalid);
    return 0;
  }
  CHECK(base::is_utf8(*converted));
  // Text that is UTF-8 already and begins with no mark passes unchanged a second time.
  const auto again = text::to_utf8(*converted, "");
  const bool plain = converted->find('\x1B') == std::string::npos && converted->find('\0') == std::string::npos &&
                     !converted->starts_with("\xEF\xBB\xBF");
  CHECK(!plain || (again.ok() && *again == *converted));
  return 0;
}

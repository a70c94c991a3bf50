// formats/sniff_fuzz.cpp -- any bytes have a format and a name for it; what is behind the window does not matter.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "formats/sniff.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::formats::Format;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Format format = dateline::formats::sniff(bytes);
  CHECK(!dateline::formats::describe(bytes).empty());
  if (size == 0) CHECK(format == Format::kEmpty);
  const bool text = format == Format::kHtml || format == Format::kPlainText || format == Format::kFeed ||
                    format == Format::kJsonLines || format == Format::kMail || format == Format::kEmpty;
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (text && !wide) CHECK(bytes.substr(0, 4096).find('\0') == std::string_view::npos);
  std::string longer(bytes.substr(0, 4096));
  if (longer.size() == 4096 && size > 4096) {
    longer += '\0';
    CHECK(dateline::formats::sniff(longer) == format);
  }
  return 0;
}

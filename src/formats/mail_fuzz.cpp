// formats/mail_fuzz.cpp -- any bytes give reports of UTF-8 within the limits, or an error of one line.
#include "formats/mail.h"

#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::base::is_utf8;
  constexpr std::size_t kMaxItems = 5;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto mail = dateline::formats::parse_mail(
      bytes, {.max_items = kMaxItems},
      {.max_depth = 4, .max_parts = 20, .max_header_bytes = 1024, .max_field_bytes = 128, .max_text_bytes = 2048});
  if (!mail.ok()) {
    CHECK(!mail.error().message.empty() && mail.error().message.find('\n') == std::string::npos);
    return 0;
  }
  CHECK(mail->items.size() <= kMaxItems && mail->problems.size() <= kMaxItems);
  for (const auto& item : mail->items) {
    CHECK(is_utf8(item.id) && is_utf8(item.link) && is_utf8(item.outlet) && is_utf8(item.headline));
    CHECK(is_utf8(item.published) && is_utf8(item.language) && is_utf8(item.body_html) && is_utf8(item.body_text));
    CHECK(item.headline.find('\n') == std::string::npos && item.outlet.find('\n') == std::string::npos);
    CHECK(item.body_html.empty() != item.body_text.empty());
    CHECK(item.body_html.size() + item.body_text.size() <= 2048);
  }
  return 0;
}

// formats/mail_fuzz.cpp -- any bytes give reports of UTF-8 within the limits, or an error of one line.
#include "formats/mail.h"

#include "formats/item_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  constexpr std::size_t kMaxItems = 5;
  constexpr std::size_t kMaxTextBytes = 2048;
  const auto mail = parse_mail(fuzz_text(data, size), {.max_items = kMaxItems},
                               {.max_depth = 4,
                                .max_parts = 20,
                                .max_header_bytes = 1024,
                                .max_field_bytes = 128,
                                .max_text_bytes = kMaxTextBytes});
  if (!mail.ok()) {
    check_error(mail.error());
    return 0;
  }
  CHECK(mail->problems.size() <= kMaxItems);
  for (const auto& problem : mail->problems) check_error(problem);
  check_items(mail->items, kMaxItems, size);
  for (const NewsItem& item : mail->items) {
    CHECK(item.body_html.empty() != item.body_text.empty());
    CHECK(item.body_html.size() + item.body_text.size() <= kMaxTextBytes);
  }
  return 0;
}

// formats/wire_text_fuzz.cpp -- any bytes give messages of clean UTF-8 within the limits, or an error of one line.
#include "formats/wire_text.h"

#include "base/strings.h"
#include "formats/item_checks.h"

namespace {

/// No control characters, but for line ends and the tabs between columns where `is_text`.
void check_clean(std::string_view text, bool is_text) {
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
    CHECK(!control || c == '\t' || (is_text && c == '\n'));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline::formats;
  constexpr std::size_t kMaxItems = 20;
  const auto messages = parse_wire_text(fuzz_text(data, size), {.max_items = kMaxItems});
  if (!messages.ok()) {
    check_error(messages.error());
    return 0;
  }
  CHECK(!messages->items.empty());
  for (const auto& problem : messages->problems) check_error(problem);
  check_items(messages->items, kMaxItems, size);
  for (const NewsItem& item : messages->items) {
    for (const std::string_view line :
         {item.id, item.headline, item.byline, item.note, item.section, item.published, item.rights}) {
      check_clean(line, false);
    }
    for (const auto& keyword : item.keywords) check_clean(keyword, false);
    check_clean(item.body_text, true);
    for (const std::string_view line : dateline::base::split(item.body_text, '\n')) {
      CHECK(!line.empty() && line == dateline::base::trim(line));
    }
  }
  return 0;
}

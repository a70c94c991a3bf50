// formats/wire_text_fuzz.cpp -- any bytes give messages of clean UTF-8 within the limits, or an error of one line.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "formats/wire_text.h"

namespace {

/// UTF-8 without control characters, but for line ends and the tabs between columns where `is_text`.
void check_clean(std::string_view text, bool is_text) {
  CHECK(dateline::base::is_utf8(text));
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
    CHECK(!control || c == '\t' || (is_text && c == '\n'));
  }
}

void check_error(const dateline::base::Error& error) {
  CHECK(!error.message.empty() && error.message.find('\n') == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxItems = 20;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto messages = dateline::formats::parse_wire_text(bytes, {.max_items = kMaxItems});
  if (!messages.ok()) {
    check_error(messages.error());
    return 0;
  }
  CHECK(!messages->items.empty() && messages->items.size() <= kMaxItems);
  for (const auto& problem : messages->problems) check_error(problem);
  for (const auto& item : messages->items) {
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

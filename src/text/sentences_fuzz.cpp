#include <cstdint>

#include "text/fuzz_checks.h"
#include "text/sentences.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view text = text::fuzz_text(data, size);
  for (const std::string_view language : {"en", "de", ""}) {
    text::SpanCheck check(text);
    for (const base::Span& span : text::split_sentences(text, language)) check.add(span);
    check.finish();
  }
  return 0;
}

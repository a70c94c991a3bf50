#include <cstdint>

#include "base/utf8.h"
#include "text/fuzz_checks.h"
#include "text/tokens.h"
#include "text/words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  const std::string_view text = text::fuzz_text(data, size);
  text::SpanCheck check(text);
  for (const text::Token& token : text::tokenize(text)) {
    check.add(token.span);
    CHECK(token.kind == text::TokenKind::kWord || !token.capitalised);
  }
  check.finish();
  const std::string folded = text::fold(text);
  CHECK(base::is_utf8(folded));
  return 0;
}

#include "stories/title_case.h"

namespace dateline::stories {

bool is_title_case(std::span<const text::Token> tokens) {
  std::size_t words = 0;
  std::size_t capitalised = 0;
  for (const text::Token& token : tokens) {
    if (token.kind != text::TokenKind::kWord) continue;
    ++words;
    capitalised += token.capitalised ? 1u : 0u;
  }
  return words > 3 && capitalised * 5 > words * 3;
}

}  // namespace dateline::stories

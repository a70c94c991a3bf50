#include "annotate/name_stretches.h"

#include <algorithm>
#include <string_view>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

constexpr std::size_t kMaxStretchWords = 60;
constexpr std::size_t kMaxBridgeWords = 3;
constexpr std::size_t kMaxBridgeBytes = 5;  // "under", "among"; longer words join no names.

// A capital at the start or inside: "Kishida", "al-Qaeda", "eBay".
bool has_capital(const Document& document, const Word& word) {
  if (word.capitalised) return true;
  if (!word.is_word()) return false;
  const std::string_view text = word.span.of(document.text());
  return std::any_of(text.begin(), text.end(), base::is_ascii_upper);
}

bool is_joint(const Document& document, const Word& word) {
  if (word.is_word()) return word.span.size_bytes() <= kMaxBridgeBytes;
  if (word.kind == text::TokenKind::kNumber) return true;
  const std::string_view text = word.span.of(document.text());
  return text == "&" || text == "-" || text == "/" || text == "'" || text == ".";
}

}  // namespace

std::vector<NameStretch> find_name_stretches(const Document& document) {
  std::vector<NameStretch> stretches;
  for (const Sentence& sentence : document.sentences()) {
    std::size_t joints = kMaxBridgeWords + 1;  // Since the last capital; more than allowed when there was none.
    for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
      const Word& word = document.word(i);
      if (!has_capital(document, word)) {
        joints = is_joint(document, word) ? joints + 1 : kMaxBridgeWords + 1;
        // "Flight 370"
        if (joints == 1 && word.kind == text::TokenKind::kNumber && stretches.back().end == i &&
            i - stretches.back().first < kMaxStretchWords) {
          ++stretches.back().end;
        }
        continue;
      }
      std::size_t first = i;
      const bool numbered = i > sentence.first_word && document.word(i - 1).kind == text::TokenKind::kNumber;
      if (joints > kMaxBridgeWords && numbered) --first;  // "2016 Olympics"
      const bool goes_on = joints <= kMaxBridgeWords && i + 1 - stretches.back().first <= kMaxStretchWords;
      if (goes_on) {
        stretches.back().end = i + 1;
      } else {
        stretches.push_back({first, i + 1});
      }
      joints = 0;
    }
  }
  return stretches;
}

}  // namespace dateline::annotate

#include "text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"

namespace dateline::text {
namespace {

constexpr std::size_t kReadBytes = 800;  ///< A paragraph or two are as sure as thirty.
constexpr std::size_t kFewestLetters = 20;
constexpr std::size_t kFewestUnspacedLetters = 6;
constexpr int kLeastPercent = 60;

bool has_enough_letters(std::string_view text) {
  std::size_t letters = 0;
  std::size_t unspaced = 0;
  for (std::size_t at = 0; at < text.size() && letters < kFewestLetters;) {
    const Char c = char_at(text, at);
    const bool letter = is_letter(class_of(c.code));
    letters += letter ? 1 : 0;
    unspaced += letter && is_unspaced_script(c.code) ? 1 : 0;
    at = c.end_bytes;
  }
  return letters >= kFewestLetters || unspaced >= kFewestUnspacedLetters;
}

// CLD2's codes are of its own time; BCP 47 has moved on.
std::string primary_subtag(std::string_view code) {
  code = code.substr(0, code.find('-'));
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "un" || code.size() > 3 || code.starts_with("xx") || code == "tg-") return {};
  return std::string(code);
}

}  // namespace

std::string detect_language(std::string_view text) {
  std::string mended;
  text = base::utf8_prefix(text, kReadBytes);
  if (!base::is_utf8(text)) {
    mended = base::mend_utf8(text);
    text = mended;
  }
  if (!has_enough_letters(text)) return {};
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {0, 0, 0};
  double scores[3] = {0, 0, 0};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages, percents,
                                     scores, nullptr, &text_bytes, &reliable);
  if (!reliable || percents[0] < kLeastPercent || found == CLD2::UNKNOWN_LANGUAGE) return {};
  return primary_subtag(CLD2::LanguageCode(found));
}

}  // namespace dateline::text

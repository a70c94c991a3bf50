#include "text/sentence_followers.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/characters.h"
#include "text/sentence_words.h"

namespace dateline::text {
namespace {

// What goes on behind a capitalised word that is no subject: "Chairman and", "Headquarters in", "London time".
constexpr std::array<std::string_view, 9> kBehindNouns = {"and", "or", "of", "for", "in", "at", "to", "de", "time"};
constexpr std::size_t kEnumeratorBytes = 4;

}  // namespace

bool SentenceFollowers::speaker_follows(std::size_t at) const {
  for (int words = 0; words < 4; ++words) {
    const std::string_view word = word_at(at);
    if (word.empty()) return false;
    if (lexicon_.is_speech_verb(word)) return words > 0 || class_of(char_at(word, 0).code) == CharClass::kLower;
    const bool capital = class_of(char_at(word, 0).code) == CharClass::kUpper;
    if (!capital && words == 0) return false;
    if (!capital && word != "the" && word != "de" && word != "of") return false;
    at += word.size();
    if (at < text_.size() && text_[at] == '.') ++at;
    if (at >= text_.size() || text_[at] != ' ') return false;
    ++at;
  }
  return false;
}

bool SentenceFollowers::starter_at(std::size_t at) const {
  const std::string_view word = word_at(at);
  if (!lexicon_.is_starter(word)) return false;
  const Char after = char_at(text_, at + word.size());
  return !(is_single_letter(word) && after.code == '.') && !is_dash(after.code);
}

bool SentenceFollowers::number_at(std::size_t at) const {
  const std::string_view word = word_at(at);
  // "No. I" holds a pronoun.
  return std::any_of(word.begin(), word.end(), base::is_ascii_digit) || (word.size() > 1 && is_roman(word));
}

std::string_view SentenceFollowers::word_at(std::size_t at) const {
  std::size_t end = at;
  while (end < text_.size()) {
    const Char c = char_at(text_, end);
    const CharClass kind = class_of(c.code);
    if (!is_alphanumeric(kind) && kind != CharClass::kMark) break;
    end = c.end_bytes;
    if (end - at > kMaxListedBytes) return {};
  }
  return text_.substr(at, end - at);
}

bool SentenceFollowers::new_subject_at(std::size_t at) const {
  const std::string_view word = word_at(at);
  if (word.size() < 2 || class_of(char_at(word, 0).code) != CharClass::kUpper || lexicon_.is_calendar(word))
    return false;
  if (class_of(char_at(word, char_at(word, 0).end_bytes).code) != CharClass::kLower) return false;  // "CEO"
  const std::size_t gap = at + word.size();
  if (char_at(text_, gap).code != ' ') return false;
  const std::string_view after = word_at(gap + 1);
  return !after.empty() && class_of(char_at(after, 0).code) == CharClass::kLower &&
         std::find(kBehindNouns.begin(), kBehindNouns.end(), after) == kBehindNouns.end();
}

bool SentenceFollowers::enumerator_at(std::size_t at) const {
  if (char_at(text_, at).code != '(') return false;
  const std::string_view word = word_at(at + 1);
  const std::size_t close = at + 1 + word.size();
  const bool numeral = is_all_digits(word) || is_single_letter(word) || word.find_first_not_of("ivx") == word.npos;
  return !word.empty() && word.size() <= kEnumeratorBytes && numeral && char_at(text_, close).code == ')' &&
         char_at(text_, close + 1).code == ' ';
}

}  // namespace dateline::text

#include "news/named_days.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace dateline::news {
namespace {

bool is_about(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords = {"about",  "after", "around", "at",
                                                             "before", "gegen", "nach",   "um"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

}  // namespace

bool names_day(const Time& time, std::string_view text) {
  if (time.type != TimeType::kTime) return true;
  constexpr std::size_t kLongestUnit = 3;   // "a.m.", "Uhr", "GMT"; a day that is named is longer
  constexpr std::size_t kShortestDate = 9;  // "5.11.2013"
  bool digits = false;
  for (const std::string_view word : base::split(time.span.of(text), ' ')) {
    const bool starts_with_digit = !word.empty() && base::is_ascii_digit(word[0]);
    digits = digits || starts_with_digit;
    if (starts_with_digit && word.size() >= kShortestDate) return true;
    const std::size_t letters = word.size() - static_cast<std::size_t>(std::count(word.begin(), word.end(), '.'));
    if (!starts_with_digit && letters > kLongestUnit && !is_about(base::ascii_lower(word))) return true;
  }
  return !digits;
}

}  // namespace dateline::news

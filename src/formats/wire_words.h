// formats/wire_words.h -- inside the room: what the words of wire headers and trailers are made of.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/strings.h"

namespace dateline::formats {

inline bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), base::is_ascii_digit);
}

inline std::size_t leading_letters(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), base::is_ascii_letter) - text.begin());
}

inline std::size_t leading_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), base::is_ascii_digit) - text.begin());
}

/// `word` is letters, `most` of them at most.
inline bool is_letters(std::string_view word, std::size_t most) {
  return !word.empty() && word.size() <= most && leading_letters(word) == word.size();
}

/// The bytes of the news cycle that a slug begins with, "BC-" for both, "AM-" for mornings, "PM-" for afternoons,
/// "AP-" for on line; 0 where it begins with none. Case is ignored.
inline std::size_t leading_cycle(std::string_view slug) {
  for (const std::string_view cycle : {"BC-", "AM-", "PM-", "AP-"}) {
    if (base::starts_with_ignoring_case(slug, cycle)) return cycle.size();
  }
  return 0;
}

}  // namespace dateline::formats

// stories/number_words.h -- the words that numbers are made of, that bound them, and that tell what they count. Inside
// the room only. All words are as text::fold() gives them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::stories {

/// "three", "twenty-one", "zwanzig"; nothing for other words.
std::optional<double> value_of_word(std::string_view word);

/// "dozen", "million"; nothing for other words.
std::optional<double> multiplier_of(std::string_view word);

/// "3,000", "1.5", "21.": the value; nothing for what is no plain number of at most 15 digits.
std::optional<double> value_of_digits(std::string_view token, bool comma_is_point);

/// What a word before a number does to it.
enum class Bound : std::uint8_t { kExact, kRough, kAtLeast, kAtMost };

/// Of `word`, which `before` may complete: "than" after "more".
Bound bound_of(std::string_view word, std::string_view before);

/// What a count is about, where news says it in several ways.
struct Thing {
  std::string_view name;
  std::array<std::string_view, 12> words;
  bool outcome = false;  ///< What became of people.
};
inline constexpr std::string_view kPeople = "people";

/// Nothing for a word of no such thing. The thing lives as long as the program.
const Thing* thing_named(std::string_view word);

bool names_people(const Thing& thing);

}  // namespace dateline::stories

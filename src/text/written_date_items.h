// text/written_date_items.h -- what a written date is made of: numbers, words with a meaning, marks. Inside the room
// only.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

struct DateItem {
  enum class Kind : std::uint8_t { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  bool glued = false;      ///< No white space before it.
  std::string_view text;   ///< As written.
  std::string folded;      ///< Of a word.
  std::int64_t value = 0;  ///< Of a number of up to 14 digits.
  char32_t mark = 0;       ///< Of a mark; dashes are all '-'.

  bool is_number() const { return kind == Kind::kNumber; }
  bool is_number_of(std::size_t least_digits, std::size_t most_digits) const {
    return is_number() && text.size() >= least_digits && text.size() <= most_digits;
  }
  bool is_word() const { return kind == Kind::kWord; }
  bool is_mark(char32_t code) const { return kind == Kind::kMark && mark == code; }
};

/// The items of `text`. Ideographs and Hangul are words of one character, so that 年 stands apart.
std::vector<DateItem> read_date_items(std::string_view text);

/// 1 to 12 for the name of a month or its short form, folded; else 0.
unsigned month_of_word(std::string_view folded);

enum class DateWord { kWeekday, kFiller, kTime, kHours };
bool is_date_word(DateWord role, std::string_view folded);

/// Offset east of Greenwich of a zone's abbreviation.
struct ZoneName {
  std::chrono::minutes offset{0};
  bool us_summer_time = false;  ///< One hour more while the United States keep summer time.
};
std::optional<ZoneName> zone_of_name(std::string_view name);

/// True when `local`, a wall clock's reading in the United States, falls into summer time (Energy Policy Act of 2005;
/// before 2007 the Uniform Time Act as amended in 1986).
bool is_us_summer(std::chrono::sys_seconds local);

}  // namespace dateline::text

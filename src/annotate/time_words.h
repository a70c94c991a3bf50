// annotate/time_words.h -- English words of the calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::annotate {

enum class TimeUnit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
  kWeekend
};

/// 0 for Sunday; abbreviations only where `strict` is false ("sat", "mon" are words and parts of words).
std::optional<int> weekday_named(std::string_view folded, bool strict);
/// 1 for January; abbreviations with or without their stop ("nov.", "sept").
std::optional<int> month_named(std::string_view folded);
/// True for months that are everyday words too: "may", "march".
bool is_ambiguous_month(std::string_view folded);
/// 1 for "spring" … 4 for "winter"; "autumn" and "fall" are 3.
std::optional<int> season_named(std::string_view folded);
/// TIMEX3's "SP", "SU", "FA", "WI" for 1 to 4.
std::string_view season_value(int season);
/// "week" and "weeks" alike; `*plural` tells which.
std::optional<TimeUnit> unit_named(std::string_view folded, bool* plural);
/// "two", "twenty-five", "25", "2.5"; nothing for numbers above a million or for words that are none.
std::optional<double> number_named(std::string_view folded);
/// "first" … "tenth" and "final"/"last" (-1), "3rd".
std::optional<int> ordinal_named(std::string_view folded);
/// TIMEX3's "MO", "AF", "EV", "NI" for "morning" …
std::string_view part_of_day(std::string_view folded);

}  // namespace dateline::annotate

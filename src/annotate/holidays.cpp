#include "annotate/holidays.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace dateline::annotate {
namespace {

using base::Day;
using std::chrono::days;

enum class Rule {
  kFixed,   ///< `a` is the month, `b` the day.
  kNth,     ///< The `c`th (-1: last) weekday `b` of month `a`, and `offset` days on.
  kEaster,  ///< `offset` days from Easter Sunday.
};

struct Holiday {
  std::string_view name;
  Rule rule;
  int a = 0;
  int b = 0;
  int c = 0;
  int offset = 0;
};

// American holidays where two countries use one name. Names as Document folds them: "'s" is a word of its own.
constexpr std::array kHolidays = {
    Holiday{"christmas", Rule::kFixed, 12, 25},
    Holiday{"christmas day", Rule::kFixed, 12, 25},
    Holiday{"christmas eve", Rule::kFixed, 12, 24},
    Holiday{"boxing day", Rule::kFixed, 12, 26},
    Holiday{"new year 's day", Rule::kFixed, 1, 1},
    Holiday{"new year 's eve", Rule::kFixed, 12, 31},
    Holiday{"new year 's", Rule::kFixed, 1, 1},
    Holiday{"new years day", Rule::kFixed, 1, 1},
    Holiday{"new years eve", Rule::kFixed, 12, 31},
    Holiday{"halloween", Rule::kFixed, 10, 31},
    Holiday{"independence day", Rule::kFixed, 7, 4},
    Holiday{"fourth of july", Rule::kFixed, 7, 4},
    Holiday{"valentine 's day", Rule::kFixed, 2, 14},
    Holiday{"st. patrick 's day", Rule::kFixed, 3, 17},
    Holiday{"st patrick 's day", Rule::kFixed, 3, 17},
    Holiday{"may day", Rule::kFixed, 5, 1},
    Holiday{"earth day", Rule::kFixed, 4, 22},
    Holiday{"veterans day", Rule::kFixed, 11, 11},
    Holiday{"armistice day", Rule::kFixed, 11, 11},
    Holiday{"bastille day", Rule::kFixed, 7, 14},
    Holiday{"all saints day", Rule::kFixed, 11, 1},
    Holiday{"martin luther king jr. day", Rule::kNth, 1, 1, 3},
    Holiday{"martin luther king day", Rule::kNth, 1, 1, 3},
    Holiday{"presidents day", Rule::kNth, 2, 1, 3},
    Holiday{"presidents ' day", Rule::kNth, 2, 1, 3},
    Holiday{"mother 's day", Rule::kNth, 5, 0, 2},
    Holiday{"memorial day", Rule::kNth, 5, 1, -1},
    Holiday{"father 's day", Rule::kNth, 6, 0, 3},
    Holiday{"labor day", Rule::kNth, 9, 1, 1},
    Holiday{"columbus day", Rule::kNth, 10, 1, 2},
    Holiday{"election day", Rule::kNth, 11, 1, 1, 1},  // The Tuesday after the first Monday of November.
    Holiday{"thanksgiving", Rule::kNth, 11, 4, 4},
    Holiday{"thanksgiving day", Rule::kNth, 11, 4, 4},
    Holiday{"black friday", Rule::kNth, 11, 4, 4, 1},
    Holiday{"cyber monday", Rule::kNth, 11, 4, 4, 4},
    Holiday{"ash wednesday", Rule::kEaster, 0, 0, 0, -46},
    Holiday{"palm sunday", Rule::kEaster, 0, 0, 0, -7},
    Holiday{"good friday", Rule::kEaster, 0, 0, 0, -2},
    Holiday{"easter", Rule::kEaster},
    Holiday{"easter sunday", Rule::kEaster},
    Holiday{"easter monday", Rule::kEaster, 0, 0, 0, 1},
};

Day make_day(int year, int month, int day) {
  return Day(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
             std::chrono::day(static_cast<unsigned>(day)));
}

Day nth_weekday(int year, int month, int weekday, int nth) {
  const Day first =
      nth > 0 ? make_day(year, month, 1)
              : Day(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last) -
                    days(6);
  const int ahead = (weekday - static_cast<int>(base::weekday_of(first)) + 7) % 7;
  return first + days(ahead + (nth > 0 ? 7 * (nth - 1) : 0));
}

}  // namespace

std::optional<std::size_t> holiday_named(std::string_view name) {
  for (std::size_t i = 0; i < kHolidays.size(); ++i) {
    if (kHolidays[i].name == name) return i;
  }
  return std::nullopt;
}

bool opens_holiday(std::string_view word) {
  return std::any_of(kHolidays.begin(), kHolidays.end(),
                     [word](const Holiday& holiday) { return holiday.name.substr(0, holiday.name.find(' ')) == word; });
}

Day holiday_in(std::size_t index, int year) {
  const Holiday& holiday = kHolidays[index];
  switch (holiday.rule) {
    case Rule::kFixed:
      return make_day(year, holiday.a, holiday.b);
    case Rule::kNth:
      return nth_weekday(year, holiday.a, holiday.b, holiday.c) + days(holiday.offset);
    case Rule::kEaster:
      break;
  }
  return easter_sunday(year) + days(holiday.offset);
}

bool holiday_is_fixed(std::size_t index) {
  return kHolidays[index].rule == Rule::kFixed;
}

Day easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  const int full_moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
  const int weekday = (year + year / 4 + full_moon + 2 - century + century / 4) % 7;
  const int before = full_moon - weekday;
  const int month = 3 + (before + 40) / 44;
  return make_day(year, month, before + 28 - 31 * (month / 4));
}

}  // namespace dateline::annotate

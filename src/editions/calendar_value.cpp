#include "editions/calendar_value.h"

#include <array>

#include "base/strings.h"

namespace dateline::editions {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

std::optional<int> number(std::string_view text) {
  for (const char c : text) {
    if (!base::is_ascii_digit(c)) return std::nullopt;
  }
  const auto parsed = base::parse_integer(text);
  if (!parsed) return std::nullopt;
  return static_cast<int>(*parsed);
}

std::string day_label(base::Day date) {
  const year_month_day ymd(date);
  return std::to_string(unsigned{ymd.day()}) + " " + kMonths[unsigned{ymd.month()} - 1] + " " +
         std::to_string(int{ymd.year()});
}

// [first of `from`, last of the month `count` months on).
CalendarValue months_from(int y, unsigned from, int count, std::string_view value, std::string label) {
  const year_month_day first{year{y}, month{from}, day{1}};
  const year_month_day after = first + months{count};
  return {sys_days{first}, sys_days{after} - days{1}, std::string(value), std::move(label)};
}

std::optional<CalendarValue> week_of(int y, std::string_view value) {
  const auto week = number(value.substr(6, 2));
  if (!week || *week < 1 || *week > 53) return std::nullopt;
  // ISO 8601: week 1 holds 4 January; weeks begin on Monday.
  const sys_days fourth = sys_days{year{y} / 1 / 4};
  const unsigned weekday = base::weekday_of(fourth);
  const sys_days monday = fourth - days{(weekday + 6) % 7} + days{7 * (*week - 1)};
  if (value.size() == 11 && value.substr(8) == "-WE") {
    return CalendarValue{monday + days{5}, monday + days{6}, std::string(value),
                         "weekend of " + day_label(monday + days{5})};
  }
  return CalendarValue{monday, monday + days{6}, std::string(value.substr(0, 8)), "week of " + day_label(monday)};
}

std::optional<CalendarValue> part_of_year(int y, std::string_view value) {
  const std::string_view part = value.substr(5);
  const std::string of_year = " of " + std::to_string(y);
  if (part == "SP") return months_from(y, 3, 3, value, "spring" + of_year);
  if (part == "SU") return months_from(y, 6, 3, value, "summer" + of_year);
  if (part == "FA" || part == "AU") return months_from(y, 9, 3, value, "autumn" + of_year);
  if (part == "WI") return months_from(y, 12, 3, value, "winter" + of_year);
  constexpr std::array<const char*, 4> kOrdinals = {"first", "second", "third", "fourth"};
  const auto index = part.size() == 2 ? number(part.substr(1)) : std::nullopt;
  if (!index || *index < 1) return std::nullopt;
  const auto at = static_cast<unsigned>(*index - 1);
  if (part[0] == 'Q' && at < 4) {
    return months_from(y, at * 3 + 1, 3, value, std::string(kOrdinals[at]) + " quarter" + of_year);
  }
  if (part[0] == 'H' && at < 2) {
    return months_from(y, at * 6 + 1, 6, value, std::string(kOrdinals[at]) + " half" + of_year);
  }
  return std::nullopt;
}

}  // namespace

std::optional<CalendarValue> read_calendar_value(std::string_view value) {
  if (const auto time = value.find('T'); time == 10) value = value.substr(0, time);
  if (value.size() == 3) {
    const auto decade = number(value);
    if (!decade || *decade < 100 || *decade > 299) return std::nullopt;
    const int y = *decade * 10;
    return CalendarValue{sys_days{year{y} / 1 / 1}, sys_days{year{y + 9} / 12 / 31}, std::string(value),
                         std::to_string(y) + "s"};
  }
  if (value.size() < 4) return std::nullopt;
  const auto y = number(value.substr(0, 4));
  if (!y || *y < 1000 || *y > 2999) return std::nullopt;
  if (value.size() == 4) return months_from(*y, 1, 12, value, std::string(value));
  if (value[4] != '-') return std::nullopt;
  if (value.size() >= 8 && value[5] == 'W') return week_of(*y, value);
  if (value.size() == 7) {
    const auto m = number(value.substr(5));
    if (!m) return part_of_year(*y, value);
    if (*m < 1 || *m > 12) return std::nullopt;
    return months_from(*y, static_cast<unsigned>(*m), 1, value,
                       std::string(kMonths[static_cast<unsigned>(*m) - 1]) + " " + std::to_string(*y));
  }
  const auto date = base::parse_day(value);
  if (!date) return std::nullopt;
  return CalendarValue{*date, *date, std::string(value), day_label(*date)};
}

}  // namespace dateline::editions

#include "annotate/time_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "annotate/holidays.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

using base::Day;
using Kind = TimeExpression::Kind;
using std::chrono::days;
using std::chrono::year_month_day;

int year_of(Day day) {
  return static_cast<int>(year_month_day(day).year());
}
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
}

std::optional<Day> make_day(int year, int month, int day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

// ISO 8601 week: the week belongs to the year of its Thursday.
std::string week_value(Day day) {
  const int from_monday = (static_cast<int>(base::weekday_of(day)) + 6) % 7;
  const Day thursday = day + days(3 - from_monday);
  const Day first = *make_day(year_of(thursday), 1, 1);
  return fmt::format("{:04}-W{:02}", year_of(thursday), (thursday - first).count() / 7 + 1);
}

// The year in which `month` lies for a report of `day`.
int year_of_month(int month, Direction direction, Day day) {
  const int year = year_of(day);
  if (direction == Direction::kFuture) return month >= month_of(day) ? year : year + 1;
  return month <= month_of(day) ? year : year - 1;
}

// Without a tense the nearest such day; with one the nearest on its side, a fortnight's slip allowed.
std::optional<Day> nearest_day(const TimeExpression& said, Day day) {
  std::optional<Day> best;
  for (int year = year_of(day) - 8; year <= year_of(day) + 8; ++year) {
    const std::optional<Day> candidate = make_day(year, said.month, said.day);
    if (!candidate) continue;
    if (said.weekday >= 0 && static_cast<int>(base::weekday_of(*candidate)) != said.weekday) continue;
    const auto distance = (*candidate - day).count();
    if (said.weekday < 0 && said.direction == Direction::kPast && distance > 14) continue;
    if (said.weekday < 0 && said.direction == Direction::kFuture && distance < -14) continue;
    if (!best || std::abs(distance) < std::abs((*best - day).count())) best = candidate;
  }
  return best;
}

// "the 15th": of this month, or of the one before or behind it when the tense wants that.
std::optional<Day> day_of_month(const TimeExpression& said, Day day) {
  const int own = static_cast<int>(static_cast<unsigned>(year_month_day(day).day()));
  int months = year_of(day) * 12 + month_of(day) - 1;
  if (said.direction == Direction::kPast && said.day > own) --months;
  if (said.direction == Direction::kFuture && said.day < own) ++months;
  return make_day(months / 12, months % 12 + 1, said.day);
}

// Without a tense the nearest such day of the year; with one the nearest on its side.
Day holiday_near(const TimeExpression& said, Day day) {
  const auto index = static_cast<std::size_t>(said.month);
  if (said.year != 0) return holiday_in(index, said.year);
  const int year = year_of(day);
  if (said.of_year) return holiday_in(index, year + said.step);
  const Day here = holiday_in(index, year);
  const bool back = said.step < 0 || (said.step == 0 && said.direction == Direction::kPast);
  const bool on = said.step > 0 || (said.step == 0 && said.direction == Direction::kFuture);
  if (back) return here <= day ? here : holiday_in(index, year - 1);
  if (on) return here >= day ? here : holiday_in(index, year + 1);
  const Day other = holiday_in(index, here <= day ? year + 1 : year - 1);
  return std::abs((other - day).count()) < std::abs((here - day).count()) ? other : here;
}

// The week of `said`'s month by its count; a week belongs to the month that has most of its days.
std::string week_of_month(const TimeExpression& said, int year) {
  const std::chrono::year_month month{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(said.month))};
  if (said.day < 0) return week_value(Day(month / std::chrono::last) - days(3));
  return week_value(Day(month / std::chrono::day(1)) + days(3 + 7 * (said.day - 1)));
}

Day weekday_near(const TimeExpression& said, Day day) {
  const int ahead = (said.weekday - static_cast<int>(base::weekday_of(day)) + 7) % 7;
  if (said.step > 0) return day + days(ahead == 0 ? 7 : ahead);
  if (said.step < 0) return day + days(ahead == 0 ? -7 : ahead - 7);
  if (said.direction == Direction::kFuture) return day + days(ahead);
  return day + days(ahead == 0 ? 0 : ahead - 7);
}

std::string month_value(int year, int month) {
  return fmt::format("{:04}-{:02}", year, month);
}

std::string unit_value(const TimeExpression& said, Day day) {
  const int year = year_of(day);
  switch (said.unit) {
    case TimeUnit::kDay:
      return base::format_day(day + days(said.step)) + said.suffix;
    case TimeUnit::kWeek:
      return week_value(day + days(7 * said.step));
    case TimeUnit::kWeekend: {
      const unsigned weekday = base::weekday_of(day);  // "over the weekend", read on a Monday, is the one just past.
      const bool past = said.step == 0 && said.direction == Direction::kPast && weekday >= 1 && weekday <= 5;
      return week_value(day + days(7 * (past ? -1 : said.step))) + "-WE";
    }
    case TimeUnit::kMonth: {
      const int index = year * 12 + month_of(day) - 1 + said.step;
      return month_value(index / 12, index % 12 + 1);
    }
    case TimeUnit::kQuarter: {
      const int index = year * 4 + (month_of(day) - 1) / 3 + said.step;
      return fmt::format("{:04}-Q{}", index / 4, index % 4 + 1);
    }
    case TimeUnit::kYear:
      return fmt::format("{:04}", year + said.step);
    case TimeUnit::kDecade:
      return fmt::format("{:03}", year / 10 + said.step);
    case TimeUnit::kCentury:
      return fmt::format("{:02}", year / 100 + said.step);
    default:
      return base::format_day(day);
  }
}

std::string season_of(const TimeExpression& said, std::optional<Day> day) {
  const std::string_view season = season_value(said.month);
  if (said.year != 0) return fmt::format("{:04}-{}", said.year, season);
  if (!day) return fmt::format("XXXX-{}", season);
  if (said.of_year) return fmt::format("{:04}-{}", year_of(*day) + said.step, season);
  int year = year_of(*day);
  const int begins = said.month == 4 ? 12 : said.month * 3;  // Meteorological seasons.
  if (said.step < 0 && begins + 2 >= month_of(*day)) --year;
  if (said.step > 0 && begins <= month_of(*day)) ++year;
  if (said.step == 0 && said.direction == Direction::kPast && begins > month_of(*day)) --year;
  if (said.step == 0 && said.direction == Direction::kFuture && begins + 2 < month_of(*day)) ++year;
  return fmt::format("{:04}-{}", year, season);
}

// A quarter or a half: `letter` and its number, `parts` to the year. Companies report on what is over.
std::string part_of_year_value(const TimeExpression& said, std::optional<Day> day, char letter, int parts) {
  if (said.year != 0) return fmt::format("{:04}-{}{}", said.year, letter, said.month);
  if (!day) return fmt::format("XXXX-{}{}", letter, said.month);
  if (said.of_year) return fmt::format("{:04}-{}{}", year_of(*day) + said.step, letter, said.month);
  const int now = (month_of(*day) - 1) / (12 / parts) + 1;
  int year = year_of(*day);
  if (said.direction == Direction::kFuture ? said.month < now : said.month > now) {
    year += said.direction == Direction::kFuture ? 1 : -1;
  }
  return fmt::format("{:04}-{}{}", year, letter, said.month);
}

int year_meant(const TimeExpression& said, Day day) {
  if (said.year != 0) return said.year;
  if (said.of_year) return year_of(day) + said.step;
  if (said.step == 0) return year_of_month(said.month, said.direction, day);
  const bool ahead = said.step > 0;  // "last March", written in March, is a year ago.
  const int year = year_of_month(said.month, ahead ? Direction::kFuture : Direction::kPast, day);
  return said.month == month_of(day) ? year + (ahead ? 1 : -1) : year;
}

std::string without_day(const TimeExpression& said) {
  switch (said.kind) {
    case Kind::kDay:
      if (said.month == 0) return fmt::format("XXXX-XX-{:02}", said.day) + said.suffix;
      return fmt::format("XXXX-{:02}-{:02}", said.month, said.day) + said.suffix;
    case Kind::kHoliday:
      return holiday_is_fixed(static_cast<std::size_t>(said.month))
                 ? "XXXX" + base::format_day(holiday_in(static_cast<std::size_t>(said.month), 2000)).substr(4)
                 : "XXXX-XX-XX";
    case Kind::kMonth:
      return fmt::format("XXXX-{:02}", said.month);
    case Kind::kWeekOfMonth:
      return "XXXX-WXX";
    case Kind::kWeekday:
      return fmt::format("XXXX-WXX-{}", said.weekday == 0 ? 7 : said.weekday) + said.suffix;
    case Kind::kUnit:
      break;
    default:
      return "XXXX-XX-XX" + said.suffix;
  }
  switch (said.unit) {
    case TimeUnit::kDay:
      return "XXXX-XX-XX" + said.suffix;
    case TimeUnit::kWeek:
      return "XXXX-WXX";
    case TimeUnit::kWeekend:
      return "XXXX-WXX-WE";
    case TimeUnit::kMonth:
      return "XXXX-XX";
    case TimeUnit::kQuarter:
      return "XXXX-QX";
    case TimeUnit::kDecade:
      return "XXX";
    case TimeUnit::kCentury:
      return "XX";
    default:
      return "XXXX";
  }
}

}  // namespace

std::optional<Day> day_meant(const TimeExpression& said, Day day) {
  if (said.kind == Kind::kDay) {
    if (said.year != 0) return make_day(said.year, said.month, said.day);
    if (said.of_year) return make_day(year_of(day) + said.step, said.month, said.day);
    if (said.month == 0) return day_of_month(said, day);
    return nearest_day(said, day);
  }
  if (said.kind == Kind::kWeekday) return weekday_near(said, day);
  if (said.kind == Kind::kHoliday) return holiday_near(said, day);
  if (said.kind == Kind::kUnit && said.unit == TimeUnit::kDay) return day + days(said.step);
  return std::nullopt;
}

std::string timex_value(const TimeExpression& said, std::optional<Day> day) {
  if (said.kind == Kind::kFixed) return said.value;
  if (said.kind == Kind::kDay && said.year != 0) {
    return fmt::format("{:04}-{:02}-{:02}", said.year, said.month, said.day) + said.suffix;
  }
  if (said.kind == Kind::kSeason) return season_of(said, day);
  if (said.kind == Kind::kQuarter) return part_of_year_value(said, day, 'Q', 4);
  if (said.kind == Kind::kHalf) return part_of_year_value(said, day, 'H', 2);
  if (said.kind == Kind::kHoliday && said.year != 0) return base::format_day(holiday_near(said, Day())) + said.suffix;
  if (said.kind == Kind::kWeekOfMonth && said.year != 0) return week_of_month(said, said.year);
  if (!day) return without_day(said);
  switch (said.kind) {
    case Kind::kMonth:
      return month_value(year_meant(said, *day), said.month);
    case Kind::kWeekOfMonth:
      return week_of_month(said, year_meant(said, *day));
    case Kind::kUnit:
      return unit_value(said, *day);
    case Kind::kDayTime:
      return base::format_day(*day) + said.suffix;
    default:
      break;
  }
  const std::optional<Day> meant = day_meant(said, *day);
  return meant ? base::format_day(*meant) + said.suffix : without_day(said);
}

std::optional<TimeAnchor> anchor_of(std::string_view value) {
  const auto number = [value](std::size_t at, std::size_t size) -> int {
    const auto parsed = value.size() >= at + size ? base::parse_integer(value.substr(at, size)) : std::nullopt;
    return parsed && *parsed >= 0 ? static_cast<int>(*parsed) : -1;
  };
  const int year = number(0, 4);
  if (year < 1000) return std::nullopt;
  if (value.size() == 4) return TimeAnchor{*make_day(year, 1, 1), TimeUnit::kYear};
  if (value.size() < 7 || value[4] != '-') return std::nullopt;
  const int part = number(6, 1);
  if (value[5] == 'Q' && part >= 1 && part <= 4) {
    return TimeAnchor{*make_day(year, 3 * part - 2, 1), TimeUnit::kQuarter};
  }
  if (value[5] == 'W' && number(6, 2) >= 1) {
    const Day middle = *make_day(year, 1, 4);  // Always in the first week.
    const int from_monday = (static_cast<int>(base::weekday_of(middle)) + 6) % 7;
    const bool weekend = value.size() > 8;
    return TimeAnchor{middle + days(7 * (number(6, 2) - 1) - from_monday + (weekend ? 5 : 0)),
                      weekend ? TimeUnit::kWeekend : TimeUnit::kWeek};
  }
  const int month = number(5, 2);
  if (month < 1 || month > 12) return std::nullopt;
  if (value.size() == 7) return TimeAnchor{*make_day(year, month, 1), TimeUnit::kMonth};
  const auto day = value[7] == '-' ? make_day(year, month, number(8, 2)) : std::nullopt;
  return day ? std::optional(TimeAnchor{*day, TimeUnit::kDay}) : std::nullopt;
}

std::string value_years_from(const TimeAnchor& anchor, int years) {
  const int year = year_of(anchor.day) + years;
  if (anchor.grain == TimeUnit::kMonth) return month_value(year, month_of(anchor.day));
  if (anchor.grain == TimeUnit::kQuarter) return fmt::format("{:04}-Q{}", year, (month_of(anchor.day) - 1) / 3 + 1);
  return fmt::format("{:04}", year);
}

}  // namespace dateline::annotate

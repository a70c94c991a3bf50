#include "annotate/time_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

namespace dateline::annotate {
namespace {

using base::Day;
using Kind = TimeExpression::Kind;
using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 5> kSeasons = {"", "SP", "SU", "FA", "WI"};

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
    case TimeUnit::kWeekend:
      return week_value(day + days(7 * said.step)) + "-WE";
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

std::string season_value(const TimeExpression& said, std::optional<Day> day) {
  const std::string_view season = kSeasons[static_cast<std::size_t>(std::clamp(said.month, 1, 4))];
  if (said.year != 0) return fmt::format("{:04}-{}", said.year, season);
  if (!day) return fmt::format("XXXX-{}", season);
  int year = year_of(*day);
  const int begins = said.month == 4 ? 12 : said.month * 3;  // Meteorological seasons.
  if (said.step < 0 && begins + 2 >= month_of(*day)) --year;
  if (said.step > 0 && begins <= month_of(*day)) ++year;
  if (said.step == 0 && said.direction == Direction::kPast && begins > month_of(*day)) --year;
  if (said.step == 0 && said.direction == Direction::kFuture && begins + 2 < month_of(*day)) ++year;
  return fmt::format("{:04}-{}", year, season);
}

std::string quarter_value(const TimeExpression& said, std::optional<Day> day) {
  if (said.year != 0) return fmt::format("{:04}-Q{}", said.year, said.month);
  if (!day) return fmt::format("XXXX-Q{}", said.month);
  if (said.step != 0) return fmt::format("{:04}-Q{}", year_of(*day) + said.step, said.month);
  const int now = (month_of(*day) - 1) / 3 + 1;
  const int year = year_of(*day) - (said.direction != Direction::kFuture && said.month > now ? 1 : 0);
  return fmt::format("{:04}-Q{}", year, said.month);
}

std::string without_day(const TimeExpression& said) {
  switch (said.kind) {
    case Kind::kDay:
      return fmt::format("XXXX-{:02}-{:02}", said.month, said.day) + said.suffix;
    case Kind::kMonth:
      return fmt::format("XXXX-{:02}", said.month);
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
    return said.year != 0 ? make_day(said.year, said.month, said.day) : nearest_day(said, day);
  }
  if (said.kind == Kind::kWeekday) return weekday_near(said, day);
  if (said.kind == Kind::kUnit && said.unit == TimeUnit::kDay) return day + days(said.step);
  return std::nullopt;
}

std::string timex_value(const TimeExpression& said, std::optional<Day> day) {
  if (said.kind == Kind::kFixed) return said.value;
  if (said.kind == Kind::kDay && said.year != 0) {
    return fmt::format("{:04}-{:02}-{:02}", said.year, said.month, said.day) + said.suffix;
  }
  if (said.kind == Kind::kSeason) return season_value(said, day);
  if (said.kind == Kind::kQuarter) return quarter_value(said, day);
  if (!day) return without_day(said);
  switch (said.kind) {
    case Kind::kMonth: {
      const int year = said.step != 0 ? year_of(*day) + said.step : year_of_month(said.month, said.direction, *day);
      return month_value(year, said.month);
    }
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

}  // namespace dateline::annotate

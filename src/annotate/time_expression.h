// annotate/time_expression.h -- a time as a text puts it, before it is held against a day; and its TIMEX3 value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "annotate/time_words.h"
#include "base/clock.h"
#include "news/article.h"

namespace dateline::annotate {

/// Where a time without a year or a week lies, by the tense around it.
enum class Direction : std::uint8_t { kUnknown, kPast, kFuture };

/// Words [first, end) of a document that tell a time.
struct TimeExpression {
  enum class Kind {
    kFixed,        ///< `value` says it all: "P6M", "PRESENT_REF", "1997-10".
    kDay,          ///< `month` and `day`; `year` or 0; `weekday` or -1 where one stands beside it.
    kMonth,        ///< `month`; `year` 0; `step` -1 last, 0 bare, 1 next.
    kWeekday,      ///< `weekday`; `step` -1 last, 0 bare, 1 next.
    kSeason,       ///< `month` is the season; `step` as above, `year` or 0.
    kQuarter,      ///< `month` is the quarter; `year` or 0.
    kHalf,         ///< `month` is the half of a year; `year` or 0.
    kHoliday,      ///< `month` is the index of holidays.h; `year` or 0.
    kWeekOfMonth,  ///< Week `day` (1 to 4, -1 for the last) of `month`; `year` or 0.
    kUnit,         ///< The `unit` that lies `step` units from the present one: "last year", "two weeks ago", "today".
    kDayTime,      ///< A time of the day alone: `suffix`.
  };
  /// What the words are held against.
  enum class From : std::uint8_t {
    kReport,    ///< The day of the report: "last week", "two years ago".
    kLast,      ///< The time told last before it: "the next day", "three weeks later".
    kLastPart,  ///< The same, and a month or quarter stays one: "a year earlier" after "in the third quarter".
  };
  std::size_t first = 0;
  std::size_t end = 0;
  news::TimeType type = news::TimeType::kDate;
  Kind kind = Kind::kFixed;
  Direction direction = Direction::kUnknown;
  From from = From::kReport;
  bool of_year = false;  ///< `step` counts years: "October of last year", "this year's third quarter".
  TimeUnit unit = TimeUnit::kDay;
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = -1;
  int step = 0;
  std::string value;   ///< kFixed.
  std::string suffix;  ///< "TMO", "T09:15Z"; appended to the day's value.
};

/// The TIMEX3 value of `expression` held against `day`; without a day, what does not need one, with X for the rest
/// ("XXXX-11-02", "XXXX-WXX-6").
std::string timex_value(const TimeExpression& expression, std::optional<base::Day> day);

/// What later words can be held against: the first day of a value, and how much of the calendar it covers.
struct TimeAnchor {
  base::Day day;
  TimeUnit grain = TimeUnit::kDay;
};
/// The anchor that a value of timex_value() gives; none for durations, sets, "PAST_REF" and values with an X.
std::optional<TimeAnchor> anchor_of(std::string_view value);
/// The month, quarter or year that lies `years` years from that of `anchor`, by its grain.
std::string value_years_from(const TimeAnchor& anchor, int years);

/// The day that a kDay, kWeekday or kHoliday expression means in a document of `day`.
std::optional<base::Day> day_meant(const TimeExpression& expression, base::Day day);

}  // namespace dateline::annotate

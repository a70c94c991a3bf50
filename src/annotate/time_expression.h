// annotate/time_expression.h -- a time as a text puts it, before it is held against a day; and its TIMEX3 value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "annotate/time_words.h"
#include "base/clock.h"
#include "news/article.h"

namespace dateline::annotate {

/// Where a time without a year or a week lies, by the tense around it.
enum class Direction : std::uint8_t { kUnknown, kPast, kFuture };

/// Words [first, end) of a document that tell a time.
struct TimeExpression {
  enum class Kind {
    kFixed,    ///< `value` says it all: "P6M", "PRESENT_REF", "1997-10".
    kDay,      ///< `month` and `day`; `year` or 0; `weekday` or -1 where one stands beside it.
    kMonth,    ///< `month`; `year` 0.
    kWeekday,  ///< `weekday`; `step` -1 last, 0 bare, 1 next.
    kSeason,   ///< `month` is the season; `step` as above, `year` or 0.
    kQuarter,  ///< `month` is the quarter, 0 for a step from the present one; `year` or 0; `step` in years or quarters.
    kUnit,     ///< The `unit` that lies `step` units from the present one: "last year", "two weeks ago", "today".
    kDayTime,  ///< A time of the document's day alone: `suffix`.
  };
  std::size_t first = 0;
  std::size_t end = 0;
  news::TimeType type = news::TimeType::kDate;
  Kind kind = Kind::kFixed;
  Direction direction = Direction::kUnknown;
  TimeUnit unit = TimeUnit::kDay;
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = -1;
  int step = 0;
  std::string value;   ///< kFixed.
  std::string suffix;  ///< "TMO", "T09:15Z"; appended to the day's value.
};

/// The TIMEX3 value of `expression` in a document of `day`; without a day, what does not need one, with X for the rest
/// ("XXXX-11-02", "XXXX-WXX-6").
std::string timex_value(const TimeExpression& expression, std::optional<base::Day> day);

/// The day that a kDay or kWeekday expression means in a document of `day`.
std::optional<base::Day> day_meant(const TimeExpression& expression, base::Day day);

}  // namespace dateline::annotate

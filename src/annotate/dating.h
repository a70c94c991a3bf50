// annotate/dating.h -- the day of reports that do not say it, from what they and the other reports of the event say.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "annotate/document.h"
#include "annotate/time_expression.h"
#include "base/clock.h"

namespace dateline::annotate {

/// Words that bear on the day of one report.
struct DayClue {
  enum class Kind {
    kDay,        ///< Month and day, perhaps year, of the report's own dateline or of its "today".
    kWeekday,    ///< A bare weekday of what has happened: "On Saturday".
    kYearAhead,  ///< A year that is still to come.
    kYearPast,   ///< A year that has come, or is here.
    kAge,        ///< The year in which somebody, told with the year of birth and an age, reached that age: it is this
                 ///< year or the last.
  };
  Kind kind = Kind::kDay;
  std::string said;  ///< Verbatim, with its "in" or "on".
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = -1;
  int age = 0;  ///< kAge.
};

/// What a report says about its day.
struct DatingReport {
  std::optional<base::Day> stated;
  std::vector<DayClue> clues;
};

/// The clues of a report whose times are `times`.
std::vector<DayClue> find_day_clues(const Document& document, const std::vector<TimeExpression>& times);

struct InferredDay {
  base::Day day;
  std::string because;  ///< One line for readers.
};

/// The days of the undated of `reports`, which report one event; nothing for those whose day is not forced.
///
/// With stated days in the group, an undated report's own month and day lies within half a year of one of them, and a
/// report that only names weekdays was printed on the last of them: on the day, within three days of the stated ones,
/// from which most of its weekdays fall on days that the dated reports speak of. Without stated days, month and day are
/// looked for in the three years before the nearest year ahead, after the latest past year, and in the two that an age
/// leaves; the weekdays that the reports name, and the one that stands beside a date, must fit; the day is taken only
/// when a single year is left.
std::vector<std::optional<InferredDay>> infer_days(const std::vector<DatingReport>& reports);

}  // namespace dateline::annotate

// editions/calendar_value.h -- TIMEX3 values that have a place on a calendar.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace dateline::editions {

struct CalendarValue {
  base::Day first{};
  base::Day last{};
  std::string value;  ///< Without a time of day: "2013-11-02".
  std::string
      label;  ///< "2 November 2013", "week of 4 November 2013", "January 2014", "summer of 2013", "2014", "1990s"
};

/// Reads a day (with or without a time of day), ISO week, month, quarter, half, season, year or decade; nothing for
/// durations, sets, PRESENT_REF and values with unknown parts ("XXXX-12-25"). Years 1000 to 2999.
std::optional<CalendarValue> read_calendar_value(std::string_view timex_value);

}  // namespace dateline::editions

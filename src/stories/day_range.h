// stories/day_range.h -- the days that a TIMEX3 value can mean.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace dateline::stories {

/// From `first` to `last`, both included.
struct DayRange {
  base::Day first;
  base::Day last;

  bool overlaps(const DayRange& other) const { return first <= other.last && other.first <= last; }
  int days() const { return static_cast<int>((last - first).count()) + 1; }
  bool operator==(const DayRange&) const = default;
};

/// True when so many days lie between that a report that names both names two events: today's earthquake and that of
/// 1999.
bool are_far_apart(const DayRange& a, const DayRange& b);

/// The days of a TIMEX3 value (ISO-TimeML, TimeML 1.2.1): "2013-11-02", "2013-11-02T21:00", "2013-11", "2013-W44",
/// "2013", "2013-Q4", "2014-H1", "2013-SP|SU|FA|WI" and decades "199". Nothing for durations, sets, references
/// ("PRESENT_REF") and values with unknown parts ("XXXX-11-02").
std::optional<DayRange> day_range_of(std::string_view value);

}  // namespace dateline::stories

// annotate/holidays.h -- the days that English news calls by a name: fixed, moving with the weeks, and with Easter.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/clock.h"

namespace dateline::annotate {

/// Words of the longest name, so that no look ahead is longer.
inline constexpr std::size_t kMaxHolidayWords = 5;

/// A holiday whose name, folded and with its parts joined by single spaces ("new year 's eve"), is `name`; an index for
/// holiday_in(), or nothing.
std::optional<std::size_t> holiday_named(std::string_view name);

/// True when `word` opens some holiday's name.
bool opens_holiday(std::string_view word);

/// The day of holiday `index` in `year`. REQUIRES: an index of holiday_named(), 1000 <= year <= 2999.
base::Day holiday_in(std::size_t index, int year);

/// True when it has the same month and day every year.
bool holiday_is_fixed(std::size_t index);

/// Easter Sunday in the Gregorian calendar (Oudin's algorithm of 1940). REQUIRES: year >= 1583 for a day that was kept.
base::Day easter_sunday(int year);

}  // namespace dateline::annotate

// base/clock.h -- instants and days, and their ISO 8601 form. Nothing here reads the system's clock but SystemClock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::base {

/// A moment, in UTC, to the second.
using Instant = std::chrono::sys_seconds;
/// A calendar day of the proleptic Gregorian calendar, without a zone.
using Day = std::chrono::sys_days;

/// A moment as somebody states it: to the second or to the day, on the clock of their own zone.
struct Moment {
  Instant instant;                        ///< UTC; midnight of the day where only a day is stated.
  bool has_time_of_day = false;           ///< False: only the day means something.
  std::optional<int> utc_offset_minutes;  ///< East of Greenwich, within a day; none where no zone is stated (the time
                                          ///< is taken as UTC), and where there is no time of day.

  /// The day in the zone that is stated, which is the one that readers there know: an evening in New York is tomorrow
  /// in UTC.
  Day day() const;
};

/// Where rooms that must replay get the time from.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

class SystemClock : public Clock {
 public:
  Instant now() const override;
};

/// "2013-11-02".
std::string format_day(Day day);
/// "2013-11-02T09:00:00Z".
std::string format_instant(Instant instant);
/// "2013-11-02" where only the day is stated, else "2013-11-02T18:00:00+09:00", with "Z" in UTC or without a zone.
std::string format_moment(const Moment& moment);
/// Exactly "YYYY-MM-DD" of a day that exists, or nothing.
std::optional<Day> parse_day(std::string_view text);
/// ISO 8601 / RFC 3339: a day, optionally with "T" or " ", hours and minutes, seconds, fraction, and "Z" or an offset
/// (+09:00, +0900, +09). Without an offset the time is taken as UTC; "Z" states an offset of 0. Anything else, or
/// trailing text: nothing.
std::optional<Moment> parse_moment(std::string_view text);
/// The instant of the same.
std::optional<Instant> parse_instant(std::string_view text);
/// The day of `instant` in UTC.
Day day_of(Instant instant);
/// "Saturday 2 November 2013".
std::string day_in_words(Day day);
/// 0 is Sunday.
unsigned weekday_of(Day day);

}  // namespace dateline::base

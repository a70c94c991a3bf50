#include "base/clock.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "base/strings.h"

namespace dateline::base {
namespace {

using std::chrono::floor;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};

// Reads exactly `digits` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (!is_ascii_digit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// "Z", "+09:00", "+0900", "+09", as minutes east of Greenwich; the whole of `text` must be used up.
std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.empty()) return std::nullopt;
  const int sign = text.front() == '-' ? -1 : 1;
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto hours = take_number(text, 2);
  if (!hours || *hours > 23) return std::nullopt;
  take(text, ':');
  int minutes = 0;
  if (!text.empty()) {
    const auto read = take_number(text, 2);
    if (!read || *read > 59 || !text.empty()) return std::nullopt;
    minutes = *read;
  }
  return sign * (*hours * 60 + minutes);
}

// What `instant` is on a clock `offset_minutes` east of Greenwich.
Instant on_clock(Instant instant, int offset_minutes) {
  return instant + std::chrono::minutes(offset_minutes);
}

}  // namespace

Day Moment::day() const {
  return day_of(on_clock(instant, utc_offset_minutes.value_or(0)));
}

Instant SystemClock::now() const {
  return floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string format_day(Day day) {
  const year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string format_instant(Instant instant) {
  const Day day = day_of(instant);
  const auto seconds = (instant - day).count();
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(day), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string format_moment(const Moment& moment) {
  if (!moment.has_time_of_day) return format_day(moment.day());
  const int offset = moment.utc_offset_minutes.value_or(0);
  std::string text = format_instant(on_clock(moment.instant, offset));
  if (offset == 0) return text;
  text.pop_back();
  const int minutes = std::abs(offset);
  return text + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::optional<Day> parse_day(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || !text.empty()) return std::nullopt;
  const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

std::optional<Moment> parse_moment(std::string_view text) {
  const auto day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  text.remove_prefix(10);
  if (text.empty()) return Moment{Instant(*day), false, std::nullopt};
  if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return std::nullopt;
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 24 || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (take(text, ':')) {
    const auto read = take_number(text, 2);
    if (!read || *read > 60) return std::nullopt;
    second = *read;
    if (take(text, '.') || take(text, ',')) {
      while (!text.empty() && is_ascii_digit(text.front())) text.remove_prefix(1);
    }
  }
  take(text, ' ');
  const auto offset = parse_offset(text);
  if (!offset && !text.empty()) return std::nullopt;
  const Instant local = Instant(*day) + std::chrono::seconds(*hour * 3600 + *minute * 60 + second);
  return Moment{local - std::chrono::minutes(offset.value_or(0)), true, offset};
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto moment = parse_moment(text);
  if (!moment) return std::nullopt;
  return moment->instant;
}

Day day_of(Instant instant) {
  return floor<std::chrono::days>(instant);
}

std::string day_in_words(Day day) {
  const year_month_day date(day);
  return fmt::format("{} {} {} {}", kWeekdays[weekday_of(day)], static_cast<unsigned>(date.day()),
                     kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()));
}

unsigned weekday_of(Day day) {
  return std::chrono::weekday(day).c_encoding();
}

}  // namespace dateline::base

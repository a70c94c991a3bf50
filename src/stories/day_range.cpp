#include "stories/day_range.h"

#include <chrono>

#include "base/strings.h"

namespace dateline::stories {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;

std::optional<unsigned> digits(std::string_view text) {
  for (const char c : text) {
    if (!base::is_ascii_digit(c)) return std::nullopt;
  }
  const auto number = base::parse_integer(text);
  if (!number || *number < 0 || *number > 9999) return std::nullopt;
  return static_cast<unsigned>(*number);
}

// From the first day of month `from` to the last of month `to`, which may lie past December.
DayRange months(unsigned of_year, unsigned from, unsigned to) {
  const year first{static_cast<int>(of_year)};
  const year second{static_cast<int>(of_year + (to - 1) / 12)};
  return {base::Day(first / month(from) / 1), base::Day(second / month((to - 1) % 12 + 1) / last)};
}

// ISO 8601 week: the first one holds January 4th.
std::optional<DayRange> week(unsigned of_year, std::string_view number) {
  const auto count = digits(number.substr(0, 2));
  if (!count || *count < 1 || *count > 53) return std::nullopt;
  const base::Day fourth = base::Day(year(static_cast<int>(of_year)) / 1 / 4);
  const unsigned weekday = (base::weekday_of(fourth) + 6) % 7;  // 0 is Monday
  const base::Day monday = fourth - days(weekday) + days(7 * (*count - 1));
  if (number.ends_with("-WE")) return DayRange{monday + days(5), monday + days(6)};
  return DayRange{monday, monday + days(6)};
}

std::optional<DayRange> part_of_year(unsigned of_year, std::string_view part) {
  if (part.starts_with("W") && part.size() >= 3 && part != "WI") return week(of_year, part.substr(1));
  if (part == "SP") return months(of_year, 3, 5);
  if (part == "SU") return months(of_year, 6, 8);
  if (part == "FA" || part == "AU") return months(of_year, 9, 11);
  if (part == "WI") return months(of_year, 12, 14);
  if (part.size() == 2 && (part[0] == 'Q' || part[0] == 'H')) {
    const unsigned index = static_cast<unsigned>(part[1] - '1');
    const unsigned length = part[0] == 'Q' ? 3 : 6;
    if (index * length >= 12) return std::nullopt;
    return months(of_year, index * length + 1, (index + 1) * length);
  }
  const auto number = digits(part);
  if (part.size() != 2 || !number || *number < 1 || *number > 12) return std::nullopt;
  return months(of_year, *number, *number);
}

}  // namespace

bool are_far_apart(const DayRange& a, const DayRange& b) {
  constexpr days kApart{300};
  return a.last + kApart < b.first || b.last + kApart < a.first;
}

std::optional<DayRange> day_range_of(std::string_view value) {
  value = value.substr(0, value.find('T'));
  if (value.size() == 3) {
    const auto decade = digits(value);
    if (!decade || *decade == 0) return std::nullopt;
    return DayRange{months(*decade * 10, 1, 1).first, months(*decade * 10 + 9, 12, 12).last};
  }
  if (value.size() < 4) return std::nullopt;
  const auto of_year = digits(value.substr(0, 4));
  if (!of_year || *of_year == 0) return std::nullopt;
  if (value.size() == 4) return months(*of_year, 1, 12);
  if (value[4] != '-') return std::nullopt;
  if (const auto exact = base::parse_day(value)) return DayRange{*exact, *exact};
  return part_of_year(*of_year, value.substr(5));
}

}  // namespace dateline::stories

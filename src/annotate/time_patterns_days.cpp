// Days and times of day.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "annotate/time_patterns.h"
#include "base/strings.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using news::TimeType;

namespace {

struct Holiday {
  std::string_view words;  // One or two words.
  int month;
  int day;
};
constexpr std::array<Holiday, 9> kHolidays = {{{"christmas day", 12, 25},
                                               {"christmas eve", 12, 24},
                                               {"christmas", 12, 25},
                                               {"boxing day", 12, 26},
                                               {"halloween", 10, 31},
                                               {"independence day", 7, 4},
                                               {"valentine day", 2, 14},
                                               {"new year", 1, 1},
                                               {"may day", 5, 1}}};

bool is_zone(std::string_view folded) {
  constexpr std::array<std::string_view, 14> kZones = {"utc", "gmt", "est", "edt", "cst", "cdt",  "mst",
                                                       "mdt", "pst", "pdt", "bst", "cet", "cest", "jst"};
  for (const std::string_view zone : kZones) {
    if (zone == folded) return true;
  }
  return false;
}

}  // namespace

TimeExpression TimePatterns::make(std::size_t first, std::size_t end, Kind kind) {
  TimeExpression found;
  found.first = first;
  found.end = end;
  found.kind = kind;
  return found;
}

TimeExpression TimePatterns::fixed(std::size_t first, std::size_t end, TimeType type, std::string value) {
  TimeExpression found = make(first, end, Kind::kFixed);
  found.type = type;
  found.value = std::move(value);
  return found;
}

int TimePatterns::four_digit_year(std::size_t at) const {
  const std::string_view word = folded(at);
  if (word.size() != 4 || !base::is_ascii_digit(word[0])) return 0;
  const auto number = base::parse_integer(word);
  return number && *number >= 1000 && *number <= 2199 ? static_cast<int>(*number) : 0;
}

int TimePatterns::day_number(std::size_t at) const {
  const std::string_view word = folded(at);
  if (word.empty() || !base::is_ascii_digit(word[0])) return 0;
  if (const auto ordinal = ordinal_named(word); ordinal && *ordinal >= 1 && *ordinal <= 31) return *ordinal;
  if (word.size() > 2) return 0;
  const auto number = base::parse_integer(word);
  return number && *number >= 1 && *number <= 31 ? static_cast<int>(*number) : 0;
}

std::size_t TimePatterns::comma_year(std::size_t at, int* year) const {
  const std::size_t place = is(at, ",") ? at + 1 : at;
  *year = four_digit_year(place);
  return *year != 0 ? place + 1 : at;
}

// Capitalised, and where the month is an everyday word too, only as it would stand in a date.
std::optional<int> TimePatterns::month_at(std::size_t at) const {
  if (!capitalised(at)) return std::nullopt;
  return month_named(folded(at));
}

TimePatterns::Found TimePatterns::numeric_date(std::size_t at) const {
  const std::string_view mark = folded(at + 1);
  if ((mark != "-" && mark != "/") || !tight(at + 1) || !tight(at + 2) || folded(at + 3) != mark || !tight(at + 4)) {
    return std::nullopt;
  }
  std::array<std::optional<std::int64_t>, 3> part;
  for (std::size_t i = 0; i < 3; ++i) part[i] = base::parse_integer(folded(at + 2 * i));
  if (!part[0] || !part[1] || !part[2]) return std::nullopt;
  TimeExpression found = make(at, at + 5, Kind::kDay);
  const bool iso = folded(at).size() == 4;
  std::int64_t year = iso ? *part[0] : *part[2];
  std::int64_t month = iso ? *part[1] : *part[0];
  std::int64_t day = iso ? *part[2] : *part[1];
  if (!iso && mark != "/") return std::nullopt;
  if (!iso && month > 12) std::swap(month, day);  // 25/12/2013: American order is taken where both are possible.
  if (!iso && folded(at + 4).size() == 2) year += year < 50 ? 2000 : 1900;
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 || year > 2199) return std::nullopt;
  found.year = static_cast<int>(year);
  found.month = static_cast<int>(month);
  found.day = static_cast<int>(day);
  return found;
}

TimePatterns::Found TimePatterns::day_and_month(std::size_t at) const {
  TimeExpression found = make(at, at, Kind::kDay);
  std::size_t i = at;
  if (const auto month = month_at(i); month && day_number(i + 1) != 0) {
    if (tight(i + 2) && (is(i + 2, ":") || is(i + 2, "%"))) return std::nullopt;
    found.month = *month;
    found.day = day_number(i + 1);
    i += 2;
  } else {
    if (is(i, "the")) ++i;
    found.day = day_number(i);
    const bool ordinal = !folded(i).empty() && !base::is_ascii_digit(folded(i).back());
    if (found.day == 0) return std::nullopt;
    ++i;
    if (is(i, "of") && ordinal) ++i;
    const auto named = month_at(i);
    if (!named || (is_ambiguous_month(folded(i)) && is(at, "the") && !ordinal)) return std::nullopt;
    found.month = *named;
    ++i;
  }
  found.end = comma_year(i, &found.year);
  return found;
}

TimePatterns::Found TimePatterns::month(std::size_t at) const {
  std::size_t i = at;
  TimeExpression found = make(at, at, Kind::kMonth);
  const bool the = is(i, "the");
  if (is(i, "early") || is(i, "late") || is(i, "mid") || is(i, "mid-")) ++i;
  if (is(i, "last") || is(i, "this") || is(i, "next") || is(i, "past")) {
    found.direction = is(i, "next") ? Direction::kFuture : is(i, "this") ? Direction::kUnknown : Direction::kPast;
    ++i;
  }
  const std::string_view word = folded(i);
  const bool mid = word.starts_with("mid-") && word.size() > 4;
  const auto month = mid ? month_named(word.substr(4)) : month_at(i);
  if (!month || the) return std::nullopt;
  int year = 0;
  const std::size_t past = is(i + 1, "of") ? comma_year(i + 2, &year) : comma_year(i + 1, &year);
  const bool bare = i == at && year == 0;
  if (bare && is_ambiguous_month(word)) {
    const std::string_view before = at > begin_ ? document_.word(at - 1).folded : std::string_view();
    constexpr std::array<std::string_view, 10> kLeads = {"in", "since", "until",  "by", "from",
                                                         "to", "of",    "during", "or", "and"};
    bool led = false;
    for (const std::string_view lead : kLeads) led = led || lead == before;
    if (!led || (word.size() == 3 && word != "may")) return std::nullopt;
  }
  if (bare && capitalised(i + 1) && !document_.word(i + 1).is(kStopWord) && !weekday_named(folded(i + 1), true)) {
    const bool led = at > begin_ && document_.word(at - 1).is(kPlacePreposition | kStopWord) && folded(at - 1) != "and";
    const bool first_name = word == "april" || word == "june" || word == "august";
    if (at > begin_ && document_.word(at - 1).capitalised && !document_.word(at - 1).is(kStopWord)) return std::nullopt;
    if (first_name && !led) return std::nullopt;  // "April Summers sang"
  }
  found.end = year != 0 ? past : i + 1;
  found.month = *month;
  if (is(i + 1, "of") && is(i + 3, "year")) {
    found.step = is(i + 2, "next") ? 1 : is(i + 2, "last") || is(i + 2, "previous") ? -1 : 0;
  }
  if (year == 0) return found;
  return fixed(at, found.end, TimeType::kDate, fmt::format("{:04}-{:02}", year, *month));
}

TimePatterns::Found TimePatterns::weekday(std::size_t at) const {
  std::size_t i = at;
  TimeExpression found = make(at, at, Kind::kWeekday);
  if (is(i, "last") || is(i, "next") || is(i, "this") || is(i, "past") || is(i, "early") || is(i, "late")) {
    found.step = is(i, "last") || is(i, "past") ? -1 : is(i, "next") ? 1 : 0;
    ++i;
  }
  if (!capitalised(i) || (at > begin_ && document_.word(at - 1).folded == "black")) return std::nullopt;
  const bool dated = is(i + 1, ",") && (month_at(i + 2) || day_number(i + 2) != 0);
  const auto day = weekday_named(folded(i), !dated);
  if (!day) return std::nullopt;
  found.weekday = *day;
  found.end = i + 1;
  if (const std::string_view part = part_of_day(folded(i + 1)); !part.empty()) {
    found.end = i + 2;
    found.type = TimeType::kTime;
    found.suffix = "T" + std::string(part);
  }
  const std::size_t next = is(found.end, ",") ? found.end + 1 : found.end;
  if (Found date = has(next) ? day_and_month(next) : std::nullopt; date && i == at && !is(next, "the")) {
    date->first = at;
    date->weekday = *day;
    date->suffix = found.suffix;
    date->type = found.type;
    return date;
  }
  return found;
}

TimePatterns::Found TimePatterns::near_day(std::size_t at) const {
  std::size_t i = at;
  if ((is(i, "earlier") || is(i, "later")) && (is(i + 1, "today") || is(i + 1, "tonight"))) ++i;
  TimeExpression found = make(at, i + 1, Kind::kUnit);
  const std::string_view part = part_of_day(folded(i + 1));
  if (is(i, "today") || is(i, "tomorrow") || is(i, "yesterday")) {
    found.step = is(i, "today") ? 0 : is(i, "tomorrow") ? 1 : -1;
    if (!part.empty()) {
      ++found.end;
      found.type = TimeType::kTime;
      found.suffix = "T" + std::string(part);
    }
    return found;
  }
  if (is(i, "tonight")) {
    found.type = TimeType::kTime;
    found.suffix = "TNI";
    return found;
  }
  if (part.empty() || !(is(i, "last") || is(i, "this"))) return std::nullopt;
  found.end = i + 2;
  if (is(i, "last")) {
    found.step = -1;  // The day alone: readers file "last night" under the evening before.
    return found;
  }
  found.type = TimeType::kTime;
  found.suffix = "T" + std::string(part);
  return found;
}

TimePatterns::Found TimePatterns::holiday(std::size_t at) const {
  if (!capitalised(at)) return std::nullopt;
  for (const Holiday& holiday : kHolidays) {
    const std::size_t space = holiday.words.find(' ');
    if (folded(at) != holiday.words.substr(0, space)) continue;
    std::size_t i = at + 1;
    if (space != std::string_view::npos) {
      if (is(i, "'s")) ++i;
      if (folded(i) != holiday.words.substr(space + 1)) continue;
      ++i;
      if (holiday.words == "new year") {
        if (is(i, "'s")) ++i;
        if (!is(i, "day") && !is(i, "eve")) return std::nullopt;
        ++i;
      }
    }
    TimeExpression found = make(at, i, Kind::kDay);
    const bool eve = is(i - 1, "eve") && holiday.words == "new year";
    found.month = eve ? 12 : holiday.month;
    found.day = eve ? 31 : holiday.day;
    found.end = comma_year(i, &found.year);
    return found;
  }
  return std::nullopt;
}

// "9", "9:15", "9.15", "9am", "0800" before a zone; with the "p.m." behind it, which moves *past on.
std::optional<int> TimePatterns::minute_of_day(std::size_t at, std::size_t* past) const {
  const std::string_view word = folded(at);
  *past = at + 1;
  if (word == "noon") return 12 * 60;
  if (word == "midnight") return 0;
  if (word.empty() || !base::is_ascii_digit(word[0])) return std::nullopt;
  std::string_view digits = word;
  while (!digits.empty() && !base::is_ascii_digit(digits.back())) digits.remove_suffix(1);
  std::string_view half = word.substr(digits.size());
  const std::size_t colon = digits.find_first_of(":.");
  const bool split = colon != std::string_view::npos;
  const auto first = base::parse_integer(digits.substr(0, colon));
  const auto second = split ? base::parse_integer(digits.substr(colon + 1)) : std::optional<std::int64_t>(0);
  if (!first || !second || *first < 0 || *first > 2400 || *second < 0 || *second > 59) return std::nullopt;
  if (digits.size() == 4 && !split && is_zone(folded(*past))) {
    return *first % 100 < 60 ? std::optional(static_cast<int>(*first / 100 * 60 + *first % 100)) : std::nullopt;
  }
  if (half.empty() && has(*past)) {
    const std::string_view next = folded(*past);
    if (next == "a.m." || next == "p.m." || next == "am" || next == "pm" || next == "a.m" || next == "p.m") {
      half = next;
      ++*past;
    }
  }
  const int hour = static_cast<int>(*first);
  const int minute = static_cast<int>(*second);
  if (half.empty()) {
    const bool exact = split && digits[colon] == ':' && digits.size() >= colon + 3;
    return exact && hour <= 24 ? std::optional(hour * 60 + minute) : std::nullopt;
  }
  const bool of_day = (half.front() == 'a' || half.front() == 'p') && half.find('m') != std::string_view::npos;
  if (!of_day || hour < 1 || hour > 12) return std::nullopt;
  return (hour % 12 + (half.front() == 'p' ? 12 : 0)) * 60 + minute;
}

TimePatterns::Found TimePatterns::clock(std::size_t at) const {
  std::size_t i = at;
  const std::optional<int> minute = minute_of_day(at, &i);
  if (!minute) return std::nullopt;
  std::string zone;
  const bool bracket = is(i, "(");
  if (const std::string_view name = folded(bracket ? i + 1 : i); is_zone(name)) {
    zone = name == "utc" || name == "gmt" ? "Z" : "";
    i += bracket && is(i + 2, ")") ? 3 : bracket ? 0 : 1;
  }
  TimeExpression found = make(at, i, Kind::kDayTime);
  const std::size_t next = is(i, "on") ? i + 1 : i;
  Found day = has(next) ? near_day(next) : std::nullopt;
  if (!day) day = has(next) ? weekday(next) : std::nullopt;
  if (!day) day = has(next) && capitalised(next) ? day_and_month(next) : std::nullopt;
  if (day && day->suffix.empty()) {
    found = *day;
    found.first = at;
  }
  found.type = TimeType::kTime;
  found.suffix = fmt::format("T{:02}:{:02}", *minute / 60, *minute % 60) + zone;
  return found;
}

}  // namespace dateline::annotate

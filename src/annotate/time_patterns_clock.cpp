// Times of day.
#include <fmt/format.h>

#include <utility>

#include "annotate/time_patterns.h"
#include "base/strings.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using From = TimeExpression::From;
using news::TimeType;

namespace {

bool is_zone(const Word& word) {
  constexpr std::array<std::string_view, 17> kZones = {"utc", "gmt", "est", "edt",  "cst", "cdt", "mst",  "mdt", "pst",
                                                       "pdt", "bst", "cet", "cest", "jst", "ist", "aest", "msk"};
  constexpr std::array<std::string_view, 4> kShort = {"et", "ct", "mt", "pt"};  // Words, unless they are written large.
  return is_one_of(kZones, word.folded) || (word.all_caps && is_one_of(kShort, word.folded));
}

constexpr std::array<std::string_view, 6> kHalves = {"a.m.", "p.m.", "am", "pm", "a.m", "p.m"};

}  // namespace

// "9", "9:15", "9.15", "9am", "0800" before a zone; with the "p.m." behind it, which moves *past on.
std::optional<int> TimePatterns::minute_of_day(std::size_t at, std::size_t* past) const {
  const std::string_view word = folded(at);
  *past = at + 1;
  if (word == "noon") return 12 * 60;
  if (word == "midnight") return 0;
  if (word.empty() || word.size() > 8 || !base::is_ascii_digit(word[0])) return std::nullopt;
  std::string_view digits = word;
  while (!digits.empty() && !base::is_ascii_digit(digits.back())) digits.remove_suffix(1);
  std::string_view half = word.substr(digits.size());
  const std::size_t colon = digits.find_first_of(":.");
  const bool split = colon != std::string_view::npos;
  const auto first = base::parse_integer(digits.substr(0, colon));
  const auto second = split ? base::parse_integer(digits.substr(colon + 1)) : std::optional<std::int64_t>(0);
  if (!first || !second || *first < 0 || *first > 2400 || *second < 0 || *second > 59) return std::nullopt;
  if (digits.size() == 4 && !split && has(*past) && is_zone(document_.word(*past))) {
    return *first % 100 < 60 ? std::optional(static_cast<int>(*first / 100 * 60 + *first % 100)) : std::nullopt;
  }
  if (half.empty() && is_one_of(kHalves, folded(*past))) {
    half = folded(*past);
    ++*past;
  }
  const int hour = static_cast<int>(*first);
  const int minute = static_cast<int>(*second);
  if (half.empty()) {
    if (is(*past, "o'clock")) {
      ++*past;
      return hour <= 12 ? std::optional(hour * 60) : std::nullopt;
    }
    const bool exact = split && digits[colon] == ':' && digits.size() >= colon + 3;
    return exact && hour <= 24 ? std::optional(hour * 60 + minute) : std::nullopt;
  }
  const bool of_day = (half.front() == 'a' || half.front() == 'p') && half.find('m') != std::string_view::npos;
  if (!of_day || hour < 1 || hour > 12) return std::nullopt;
  return (hour % 12 + (half.front() == 'p' ? 12 : 0)) * 60 + minute;
}

// Past "GMT", "(GMT)", "local time", "Eastern Time" at `at`. Only universal time is told in the value: the others move
// with the summer.
std::size_t TimePatterns::past_zone(std::size_t at, std::string_view* zone) const {
  const bool bracket = is(at, "(");
  const std::size_t name = bracket ? at + 1 : at;
  if (has(name) && is_zone(document_.word(name))) {
    if (is(name, "utc") || is(name, "gmt")) *zone = "Z";
    return bracket ? (is(name + 1, ")") ? name + 2 : at) : name + 1;
  }
  if (is(at, "local") && is(at + 1, "time")) return at + 2;
  constexpr std::array<std::string_view, 6> kRegions = {"eastern",  "pacific", "central",
                                                        "mountain", "moscow",  "beijing"};
  if (!is_one_of(kRegions, folded(at))) return at;
  const std::size_t kind = is(at + 1, "standard") || is(at + 1, "daylight") ? at + 2 : at + 1;
  return is(kind, "time") ? kind + 1 : at;
}

// "at 16:15 UTC, June 1", "3:46 p.m. (0746 GMT) Friday": the hour is of the day that follows, which is a time of its
// own.
void TimePatterns::take_day_behind(TimeExpression& clock) const {
  constexpr std::size_t kReach = 6;
  std::size_t i = clock.end;
  for (bool bracket = false; i < clock.end + kReach && has(i); ++i) {
    bracket = (bracket || is(i, "(")) && before(i) != ")";
    if (!bracket && document_.word(i).is_word() && !is(i, "on")) break;
  }
  if (i == clock.end || i == clock.end + kReach) return;
  Found day = weekday(i);
  if (!day && has(i)) day = capitalised(i) ? day_and_month(i) : std::nullopt;
  if (!day || !day->suffix.empty()) return;
  day->first = clock.first;
  day->end = clock.end;
  clock = *day;
}

TimePatterns::Found TimePatterns::clock(std::size_t at) const {
  std::size_t i = is(at, "about") || is(at, "around") ? at + 1 : at;
  const std::optional<int> minute = minute_of_day(i, &i);
  if (!minute) return std::nullopt;
  std::string_view zone;
  i = past_zone(i, &zone);
  TimeExpression found = make(at, i, Kind::kDayTime);
  found.from = From::kLast;
  const std::size_t next = is(i, "on") ? i + 1 : i;
  Found day = has(next) ? near_day(next) : std::nullopt;
  if (!day) day = has(next) ? weekday(next) : std::nullopt;
  if (!day && capitalised(next)) day = day_and_month(next);
  if (!day && capitalised(next)) day = holiday(next);
  if (day && day->suffix.empty()) {
    found = *day;
    found.first = at;
  } else {
    take_day_behind(found);
  }
  found.type = TimeType::kTime;
  found.suffix = fmt::format("T{:02}:{:02}{}", *minute / 60, *minute % 60, zone);
  return found;
}

// "the morning of Jan. 31", "that night", "(in) the early evening".
TimePatterns::Found TimePatterns::part_of_a_day(std::size_t at) const {
  constexpr std::array<std::string_view, 3> kLeads = {"in", "by", "during"};
  std::size_t i = at;
  const bool the = is(i, "the");
  if (!the && !is(i, "that") && !is(i, "same")) return std::nullopt;
  ++i;
  const bool other = is(i, "next") || is(i, "following") || is(i, "previous");
  const int step = other ? (is(i, "previous") ? -1 : 1) : 0;
  const bool anchored = other || is(at, "that") || is(i, "same");
  if (other || is(i, "early") || is(i, "late") || is(i, "same")) ++i;
  if (part_of_day(folded(i)).empty()) return std::nullopt;
  TimeExpression found = make(at, i, Kind::kDayTime);
  take_part_of_day(found);
  if (is(found.end, "of")) {
    Found day = weekday(found.end + 1);
    if (!day && has(found.end + 1)) day = day_and_month(found.end + 1);
    if (day && day->suffix.empty()) {
      day->first = at;
      day->type = found.type;
      day->suffix = found.suffix;
      return day;
    }
  }
  if (!anchored && (!is_one_of(kLeads, before(at)) || is(i, "night"))) return std::nullopt;
  found.from = From::kLast;
  if (step != 0) {
    found.kind = Kind::kUnit;
    found.step = step;
  }
  return found;
}

}  // namespace dateline::annotate

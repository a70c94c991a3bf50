// Days.
#include <fmt/format.h>

#include <utility>

#include "annotate/holidays.h"
#include "annotate/time_patterns.h"
#include "base/strings.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using news::TimeType;

namespace {

constexpr std::array<std::string_view, 5> kEarlyLate = {"early", "late", "earlier", "later", "mid"};

// What stands behind a weekday in the names of papers, shows and treaties: "the Sunday Times".
constexpr std::array<std::string_view, 14> kNameTails = {"times", "telegraph", "mirror",    "express",  "mail",
                                                         "post",  "herald",    "agreement", "massacre", "club",
                                                         "world", "business",  "football",  "live"};

}  // namespace

TimePatterns::Found TimePatterns::numeric_date(std::size_t at) const {
  const std::string_view mark = folded(at + 1);
  if ((mark != "-" && mark != "/") || !tight(at + 1) || !tight(at + 2) || folded(at + 3) != mark || !tight(at + 4)) {
    return std::nullopt;
  }
  std::array<std::optional<std::int64_t>, 3> part;
  for (std::size_t i = 0; i < 3; ++i) part[i] = base::parse_integer(folded(at + 2 * i));
  if (!part[0] || !part[1] || !part[2]) return std::nullopt;
  const bool iso = folded(at).size() == 4;
  const std::size_t year_size = folded(at + 4).size();
  const bool short_parts = folded(at).size() <= 2 && folded(at + 2).size() <= 2;
  if (!iso && (!short_parts || (year_size != 4 && year_size != 2))) return std::nullopt;
  if (tight(at + 5) && folded(at + 5) == mark) return std::nullopt;  // A telephone number.
  std::int64_t year = iso ? *part[0] : *part[2];
  std::int64_t month = iso ? *part[1] : *part[0];
  std::int64_t day = iso ? *part[2] : *part[1];
  if (!iso && month > 12) std::swap(month, day);  // 25/12/2013: American order is taken where both are possible.
  if (!iso && year_size == 2) year += year < 50 ? 2000 : 1900;
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000 || year > 2199) return std::nullopt;
  TimeExpression found = make(at, at + 5, Kind::kDay);
  found.year = static_cast<int>(year);
  found.month = static_cast<int>(month);
  found.day = static_cast<int>(day);
  return found;
}

// "the Sept. 11 attacks", "9/11": one day in all of English news.
TimePatterns::Found TimePatterns::known_day(std::size_t at) const {
  if (is(at, "9") && is(at + 1, "/") && is(at + 2, "11") && tight(at + 1) && tight(at + 2) && !is(at + 3, "/")) {
    return fixed(at, at + 3, TimeType::kDate, "2001-09-11");
  }
  if (month_at(at) != 9 || day_number(at + 1) != 11 || four_digit_year(is(at + 2, ",") ? at + 3 : at + 2) != 0) {
    return std::nullopt;
  }
  for (std::size_t i = at + 2; i < at + 5; ++i) {
    if (is(i, "attacks") || is(i, "attack") || is(i, "hijackers")) {
      return fixed(at, at + 2, TimeType::kDate, "2001-09-11");
    }
  }
  return std::nullopt;
}

TimePatterns::Found TimePatterns::day_and_month(std::size_t at) const {
  TimeExpression found = make(at, at, Kind::kDay);
  std::size_t i = at;
  if ((is(i, "last") || is(i, "this") || is(i, "next")) && month_at(i + 1)) {  // "last Nov. 2"
    found.direction = is(i, "last") ? Direction::kPast : is(i, "next") ? Direction::kFuture : Direction::kUnknown;
    ++i;
  }
  if (const auto month = month_at(i); month && day_number(i + 1) != 0) {
    if (tight(i + 2) && (is(i + 2, ":") || is(i + 2, "%"))) return std::nullopt;
    found.month = *month;
    found.day = day_number(i + 1);
    i += 2;
  } else {
    if (i != at) return std::nullopt;
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
  if (found.year == 0) year_step(i, found);
  if (found.year == 0 && joins(i) && day_number(i + 1) != 0) comma_year(i + 2, &found.year);  // "Nov. 2-5, 2013"
  return found;
}

TimePatterns::Found TimePatterns::joined_day(std::size_t at) const {
  TimeExpression found = make(at, at + 1, Kind::kDay);
  found.day = day_number(at);
  if (found.day == 0) return std::nullopt;
  if (joins(at + 1) && day_number(at + 2) != 0 && month_at(at + 3)) {  // "2-5 November"
    found.month = *month_at(at + 3);
    comma_year(at + 4, &found.year);
    return found;
  }
  if (at < begin_ + 3 || !joins(at - 1) || day_number(at - 2) == 0 || day_number(at - 2) >= found.day) {
    return std::nullopt;
  }
  const auto month = month_at(at - 3);
  const bool counts = has(at + 1) && document_.word(at + 1).is_word() && !document_.word(at + 1).is(kStopWord) &&
                      !is_dash(at - 1);  // "on May 5 and 20 people"
  if (!month || counts || is(at + 1, "%")) return std::nullopt;
  found.month = *month;
  found.end = comma_year(at + 1, &found.year);
  return found;
}

// "on the 15th", "by the 3rd of this month": not "the 15th floor".
TimePatterns::Found TimePatterns::day_of_month(std::size_t at) const {
  constexpr std::array<std::string_view, 6> kLeads = {"on", "by", "until", "since", "from", "before"};
  if (!is(at, "the") || day_number(at + 1) == 0 || base::is_ascii_digit(folded(at + 1).back())) return std::nullopt;
  TimeExpression found = make(at, at + 2, Kind::kDay);
  found.day = day_number(at + 1);
  const std::size_t month = is(at + 2, "of") ? at + 3 : at + 2;
  if (is(month, "this") && is(month + 1, "month")) {
    found.end = month + 2;
    return found;
  }
  const bool closed = !has(at + 2) || !document_.word(at + 2).is_word();
  if (!is_one_of(kLeads, before(at)) || !closed || is_dash(at + 2)) return std::nullopt;
  return found;
}

// "Monday" + "night": the part of the day behind `found`.
void TimePatterns::take_part_of_day(TimeExpression& found) const {
  const std::string_view part = part_of_day(folded(found.end));
  if (part.empty()) return;
  ++found.end;
  found.type = TimeType::kTime;
  found.suffix = "T" + std::string(part);
}

TimePatterns::Found TimePatterns::weekday(std::size_t at) const {
  std::size_t i = at;
  TimeExpression found = make(at, at, Kind::kWeekday);
  if (is_one_of(kEarlyLate, folded(i))) ++i;
  if (is(i, "this") && (is(i + 1, "past") || is(i + 1, "coming"))) ++i;
  if (step_named(folded(i)) != 0 || is(i, "this")) {
    found.step = step_named(folded(i));
    if (is(i, "past") || is(i, "coming")) {  // The nearest one, which "next" is not.
      found.direction = is(i, "past") ? Direction::kPast : Direction::kFuture;
      found.step = 0;
    }
    ++i;
  }
  if (!capitalised(i) || before(at) == "black" || before(at) == "bloody" || before(at) == "super") return std::nullopt;
  const bool dated = is(i + 1, ",") && (month_at(i + 2) || day_number(i + 2) != 0);
  const auto day = weekday_named(folded(i), !dated);
  if (!day) return std::nullopt;
  if (capitalised(i + 1) && !sentence_.title_case && is_one_of(kNameTails, folded(i + 1))) return std::nullopt;
  found.weekday = *day;
  found.end = i + 1;
  if (!capitalised(i + 1) || sentence_.title_case) take_part_of_day(found);
  if (capitalised(i + 1) && is(i + 1, "night") && capitalised(i + 2) && is_one_of(kNameTails, folded(i + 2))) {
    return std::nullopt;  // "Monday Night Football"
  }
  const std::size_t next = is(found.end, ",") ? found.end + 1 : found.end;
  if (Found date = has(next) ? day_and_month(next) : std::nullopt; date && found.step == 0 && !is(next, "the")) {
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
  if (is_one_of(kEarlyLate, folded(i))) ++i;
  TimeExpression found = make(at, i + 1, Kind::kUnit);
  if (is(i, "today") || is(i, "tomorrow") || is(i, "yesterday")) {
    found.step = is(i, "today") ? 0 : is(i, "tomorrow") ? 1 : -1;
    take_part_of_day(found);
    return found;
  }
  if (is(i, "the") && is(i + 1, "day") &&
      ((is(i + 2, "before") && is(i + 3, "yesterday")) || (is(i + 2, "after") && is(i + 3, "tomorrow")))) {
    found.step = is(i + 2, "before") ? -2 : 2;
    found.end = i + 4;
    return found;
  }
  if (is(i, "tonight")) {
    found.type = TimeType::kTime;
    found.suffix = "TNI";
    return found;
  }
  if (!(is(i, "last") || is(i, "this")) || part_of_day(folded(i + 1)).empty()) return std::nullopt;
  if (is(i, "last")) {  // The day alone: readers file "last night" under the evening before.
    found.step = -1;
    found.end = i + 2;
    return found;
  }
  take_part_of_day(found);
  return found;
}

TimePatterns::Found TimePatterns::holiday(std::size_t at) const {
  std::size_t i = at;
  const int step = step_named(folded(i));
  if (step != 0 || is(i, "this")) ++i;
  if (!capitalised(i) || !opens_holiday(folded(i))) return std::nullopt;
  std::string name;
  std::optional<std::size_t> longest;
  std::size_t end = i;
  for (std::size_t word = i; word < i + kMaxHolidayWords && has(word); ++word) {
    if (word > i) name += ' ';
    name += folded(word);
    if (const auto named = holiday_named(name)) {
      longest = named;
      end = word + 1;
    }
  }
  if (!longest) return std::nullopt;
  // "Good Friday Agreement", "Easter Island", "Christmas Carol"; "Thanksgiving Day" is above.
  const bool named_after = capitalised(end) && !sentence_.title_case && !month_at(end) &&
                           !document_.word(end).is(kStopWord | kHonorific | kTitle | kRoleHead | kPronoun);
  if (named_after) return std::nullopt;
  TimeExpression found = make(at, end, Kind::kHoliday);
  found.month = static_cast<int>(*longest);
  found.step = step;
  found.end = comma_year(end, &found.year);
  if (found.year == 0) year_step(end, found);
  return found;
}

}  // namespace dateline::annotate

// Years, quarters, seasons, units and durations; and the order in which patterns are tried.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "annotate/time_patterns.h"
#include "base/strings.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using news::TimeType;

namespace {

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 9> kApproximators = {"almost",  "nearly",        "over",  "about", "around",
                                                            "roughly", "approximately", "under", "some"};
constexpr std::array<std::string_view, 7> kStretchers = {"last",     "past",  "next", "coming",
                                                         "previous", "first", "final"};
constexpr std::array<std::string_view, 8> kBetween = {"straight", "consecutive", "full", "more",
                                                      "trading",  "business",    "long", "additional"};
constexpr std::array<std::string_view, 13> kYearLeads = {
    "in", "since", "of", "by", "until", "from", "during", "early", "late", "before", "after", "between", "and"};

int step_named(std::string_view word) {
  if (word == "last" || word == "previous" || word == "past") return -1;
  return word == "next" || word == "coming" ? 1 : 0;
}
bool is_step(std::string_view word) {
  return step_named(word) != 0 || word == "this" || word == "current";
}

}  // namespace

std::string duration_value(double amount, TimeUnit unit) {
  double scaled = amount;
  std::string_view letter;
  bool clock = false;
  switch (unit) {
    case TimeUnit::kSecond:
      letter = "S";
      clock = true;
      break;
    case TimeUnit::kMinute:
      letter = "M";
      clock = true;
      break;
    case TimeUnit::kHour:
      letter = "H";
      clock = true;
      break;
    case TimeUnit::kDay:
      letter = "D";
      break;
    case TimeUnit::kWeek:
      letter = "W";
      break;
    case TimeUnit::kWeekend:
      letter = "WE";
      break;
    case TimeUnit::kMonth:
      letter = "M";
      break;
    case TimeUnit::kQuarter:
      letter = "Q";
      break;
    case TimeUnit::kYear:
      letter = "Y";
      break;
    case TimeUnit::kDecade:
      letter = "Y";
      scaled *= 10;
      break;
    case TimeUnit::kCentury:
      letter = "Y";
      scaled *= 100;
      break;
  }
  const std::string number = amount < 0 ? "X" : fmt::format("{:g}", scaled);
  return fmt::format("P{}{}{}", clock ? "T" : "", number, letter);
}

TimePatterns::Found TimePatterns::match(std::size_t at) const {
  constexpr std::array kPatterns = {&TimePatterns::clock,    &TimePatterns::numeric_date,
                                    &TimePatterns::weekday,  &TimePatterns::day_and_month,
                                    &TimePatterns::month,    &TimePatterns::near_day,
                                    &TimePatterns::holiday,  &TimePatterns::edge,
                                    &TimePatterns::quarter,  &TimePatterns::season,
                                    &TimePatterns::duration, &TimePatterns::unit,
                                    &TimePatterns::set,      &TimePatterns::compound_duration,
                                    &TimePatterns::year,     &TimePatterns::vague};
  Found best;
  for (const auto pattern : kPatterns) {
    Found found = (this->*pattern)(at);
    if (found && (!best || found->end > best->end)) best = std::move(found);
  }
  return best;
}

TimePatterns::Found TimePatterns::year(std::size_t at) const {
  std::size_t i = at;
  const bool modified = is(i, "early") || is(i, "late") || is(i, "mid");
  if (modified) ++i;
  if (is(i, "the")) ++i;
  std::string_view word = folded(i);
  if (word.starts_with("mid-")) word.remove_prefix(4);
  const bool quoted = is(i, "'") || is(i, "’") || is(i, "‘");
  if (quoted) {
    ++i;
    if (!tight(i)) return std::nullopt;
    word = folded(i);
  } else if (word.starts_with("'")) {
    word.remove_prefix(1);
  }
  const bool short_form = quoted || folded(i).starts_with("'");
  if (word.ends_with("s") && word.size() > 2 && base::is_ascii_digit(word[0])) {  // 1990s, 80s
    const auto number = base::parse_integer(word.substr(0, word.size() - 1));
    if (!number || *number % 10 != 0) return std::nullopt;
    const std::int64_t decade = *number < 100 ? 190 + *number / 10 : *number / 10;
    if ((*number >= 100 && *number < 1000) || decade > 219) return std::nullopt;
    return fixed(at, i + 1, TimeType::kDate, fmt::format("{:03}", decade));
  }
  if (short_form && at > begin_ && document_.word(at - 1).capitalised) return std::nullopt;  // "Office '97"
  if (short_form && word.size() == 2 && base::is_ascii_digit(word[0]) && base::is_ascii_digit(word[1])) {
    const int number = (word[0] - '0') * 10 + (word[1] - '0');
    return fixed(at, i + 1, TimeType::kDate, fmt::format("{:04}", number < 30 ? 2000 + number : 1900 + number));
  }
  if (short_form || is(at, "the") || (modified && i != at + 1)) return std::nullopt;
  const auto number = word.size() == 4 ? base::parse_integer(word) : std::nullopt;
  if (!number || *number < 1000 || *number > 2199) return std::nullopt;
  const std::string_view before = at > begin_ ? document_.word(at - 1).folded : std::string_view();
  const std::string_view after = folded(i + 1);
  const bool led = in(kYearLeads, before) || modified || before == "," || before == "(";
  const bool modern = *number >= 1900 && *number <= 2060;
  if (before == "$" || before == "€" || before == "£" || before == "#" || before == "number" || before == "no.")
    return std::nullopt;
  const bool in_name =
      at > begin_ && document_.word(at - 1).capitalised && !month_at(at - 1) && !document_.word(at - 1).is(kStopWord);
  if (in_name && capitalised(i + 1)) return std::nullopt;  // "the Russell 2000 Index"
  const bool counted = has(i + 1) && document_.word(i + 1).is_word() && !document_.word(i + 1).is(kStopWord) &&
                       !capitalised(i + 1) && after.ends_with("s") && after != "series" && after != "sales" &&
                       after != "elections";
  if (counted || after == "%" || after == "percent" || after == "people" || after == "-" || after == ":")
    return std::nullopt;
  if (!modern && !led) return std::nullopt;
  if (*number < 1400 && before != "in" && before != "since") return std::nullopt;
  return fixed(at, i + 1, TimeType::kDate, fmt::format("{:04}", *number));
}

TimePatterns::Found TimePatterns::season(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "early") || is(i, "late") || is(i, "the")) ++i;
  TimeExpression found = make(at, at, Kind::kSeason);
  const bool stepped = is_step(folded(i)) && !is(i, "current");
  if (stepped) found.step = step_named(folded(i++));
  const auto season = season_named(folded(i));
  if (!season) return std::nullopt;
  found.month = *season;
  const std::size_t past = comma_year(is(i + 1, "of") ? i + 2 : i + 1, &found.year);
  found.end = found.year != 0 ? past : i + 1;
  const std::string_view before = at > begin_ ? document_.word(at - 1).folded : std::string_view();
  const bool led = before == "in" || before == "by" || before == "since" || before == "until" || before == "during";
  const bool clear = found.month == 2 || found.month == 4 || is(i, "autumn");
  if (found.year == 0 && !stepped && !(led && (clear || i > at || is(i, "spring")))) return std::nullopt;
  return found;
}

TimePatterns::Found TimePatterns::quarter(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "the")) ++i;
  const std::size_t hyphen = folded(i).find("-quarter");
  int number = 0;
  if (i == at && hyphen != std::string_view::npos && hyphen + 8 == folded(i).size()) {
    number = ordinal_named(folded(i).substr(0, hyphen)).value_or(0);
  } else if (const auto ordinal = ordinal_named(folded(i)); ordinal && is(i + 1, "quarter")) {
    if (is(i, "last")) {
      TimeExpression last = make(at, i + 2, Kind::kUnit);
      last.unit = TimeUnit::kQuarter;
      last.step = -1;
      if (!is(i + 2, "of")) return last;
    }
    number = *ordinal;
    ++i;
  } else if (folded(i).size() == 2 && folded(i)[0] == 'q' && capitalised(i)) {
    number = folded(i)[1] - '0';
  }
  if (number < 0) number = 4;
  if (number < 1 || number > 4) return std::nullopt;
  TimeExpression found = make(at, i + 1, Kind::kQuarter);
  found.month = number;
  std::size_t next = is(i + 1, "of") ? i + 2 : i + 1;
  if (const std::size_t past = comma_year(next, &found.year); found.year != 0) {
    found.end = past;
  } else if (is_step(folded(next)) && is(next + 1, "year")) {
    found.step = step_named(folded(next));
    if (found.step == 0) found.direction = Direction::kFuture;  // "of this year"
    found.end = next + 2;
  }
  return found;
}

TimePatterns::Found TimePatterns::unit(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "earlier") || is(i, "later") || is(i, "early") || is(i, "late")) ++i;
  const bool the = is(i, "the");
  if (the) ++i;
  if (!is_step(folded(i))) return std::nullopt;
  bool plural = false;
  const auto unit = unit_named(folded(i + 1), &plural);
  if (!unit || plural || *unit < TimeUnit::kDay || (*unit == TimeUnit::kDay && !is(i, "previous"))) return std::nullopt;
  const bool stretch = is(i, "past") || (the && is(i, "last") && *unit == TimeUnit::kDecade);
  if (stretch) return fixed(at, i + 2, TimeType::kDuration, duration_value(1, *unit));
  TimeExpression found = make(at, i + 2, Kind::kUnit);
  found.unit = *unit;
  found.step = step_named(folded(i));
  return found;
}

// "the end of last year": the value is the inner time's.
TimePatterns::Found TimePatterns::edge(std::size_t at) const {
  constexpr std::array<std::string_view, 5> kEdges = {"end", "beginning", "start", "middle", "close"};
  std::size_t i = at;
  if (!is(i, "the")) return std::nullopt;
  ++i;
  if (is(i, "very")) ++i;
  if (!in(kEdges, folded(i)) || !is(i + 1, "of")) return std::nullopt;
  i += 2;
  Found inner;
  bool plural = false;
  if (is(i, "the") && unit_named(folded(i + 1), &plural) && !plural &&
      *unit_named(folded(i + 1), &plural) >= TimeUnit::kDay) {
    inner = make(at, i + 2, Kind::kUnit);
    inner->unit = *unit_named(folded(i + 1), &plural);
  }
  if (!inner) inner = unit(i);
  if (!inner) inner = month(i);
  if (!inner) inner = year(i);
  if (inner) inner->first = at;
  return inner;
}

// "two and a half", "a few", "several", "25": past them; below zero for an amount that is not told.
std::optional<double> TimePatterns::quantity(std::size_t at, std::size_t* past, bool* vague) const {
  constexpr std::array<std::string_view, 4> kSome = {"several", "few", "many", "recent"};
  *vague = false;
  *past = at + 1;
  if (in(kSome, folded(at)) || (is(at, "a") && is(at + 1, "few")) || (is(at, "couple") && is(at + 1, "of")) ||
      (is(at, "a") && is(at + 1, "couple"))) {
    *vague = true;
    if (!in(kSome, folded(at))) *past = at + (is(at, "a") && is(at + 2, "of") ? 3 : 2);
    return -1;
  }
  if (is(at, "half") && (is(at + 1, "a") || is(at + 1, "an"))) {
    *past = at + 2;
    return 0.5;
  }
  auto number = number_named(folded(at));
  if (!number && (is(at, "a") || is(at, "an"))) number = 1;
  if (!number) return std::nullopt;
  if (is(at + 1, "and") && is(at + 2, "a") && is(at + 3, "half")) {
    *past = at + 4;
    return *number + 0.5;
  }
  return number;
}

// Past "almost", "more than", "up to" and the like.
std::size_t TimePatterns::past_approximation(std::size_t at) const {
  std::size_t i = at;
  const bool than = (is(i, "more") || is(i, "less")) && is(i + 1, "than");
  const bool bound = is(i, "at") && (is(i + 1, "least") || is(i + 1, "most"));
  if (than || bound || (is(i, "up") && is(i + 1, "to"))) i += 2;
  return in(kApproximators, folded(i)) && !is(i + 1, "the") ? i + 1 : i;
}

// A rate: "15 a year", "$40 million a month".
bool TimePatterns::is_rate(std::size_t at) const {
  constexpr std::array<std::string_view, 6> kRated = {"million", "billion", "times", "once", "twice", "dollars"};
  if (at == begin_ || !(is(at, "a") || is(at, "an"))) return false;
  for (std::size_t i = at; i-- > begin_ && at - i <= 3;) {
    const Word& before = document_.word(i);
    if (before.kind == text::TokenKind::kNumber || in(kRated, before.folded)) return true;
    if (!before.is_word() || before.is(kStopWord)) return false;
  }
  return false;
}

TimePatterns::Found TimePatterns::duration(std::size_t at) const {
  std::size_t i = past_approximation(at);
  const bool the = is(i, "the");
  if (the) ++i;
  constexpr std::array<std::string_view, 6> kBeforeVerb = {"to", "will", "would", "could", "may", "can"};
  const bool verb =
      is(i, "last") && i > begin_ && in(kBeforeVerb, document_.word(i - 1).folded);  // "to last six months"
  if (verb) return std::nullopt;
  const bool stretched = in(kStretchers, folded(i));
  if (stretched) ++i;
  std::size_t past = i;
  bool vague = false;
  bool plural = false;
  std::optional<double> amount = quantity(i, &past, &vague);
  const bool bare = !amount && !the && (i == at || stretched) && unit_named(folded(i), &plural) && plural;
  if (bare) {
    if (stretched && (is(i - 1, "final") || is(i - 1, "first"))) return std::nullopt;
    if (!stretched && at > begin_ && document_.word(at - 1).folded == "the") return std::nullopt;
    amount = -1;
    past = i;
  }
  if (!amount || (the && !stretched)) return std::nullopt;
  for (int skipped = 0; skipped < 2 && in(kBetween, folded(past)); ++skipped) ++past;
  const auto unit = unit_named(folded(past), &plural);
  if (!unit || *unit == TimeUnit::kWeekend) return std::nullopt;
  const bool one = *amount >= 0 && *amount <= 1;
  const bool singular = !plural && !one && i == at && !number_named(folded(i));
  // "a second", "a quarter" are ordinals and fractions as often as times.
  if ((*unit == TimeUnit::kSecond && !plural) || (*unit == TimeUnit::kQuarter && one) || singular) return std::nullopt;
  const std::string_view next = folded(past + 1);
  if (next == "old" || next == "-old") return std::nullopt;
  TimeExpression found = fixed(at, past + 1, TimeType::kDuration, duration_value(*amount, *unit));
  const bool article = is(i, "a") || is(i, "an");
  if (next == "ago" || (next == "earlier" && article)) {
    found.end = past + 2;
    found.type = TimeType::kDate;
    if (*amount < 0) found.value = "PAST_REF";
    if (*amount >= 0 && *unit >= TimeUnit::kDay) {
      found.kind = Kind::kUnit;
      found.unit = *unit;
      found.step = -static_cast<int>(std::min(*amount, 100000.0));
    }
    return found;
  }
  if (is(at, "recent")) return fixed(at, past + 1, TimeType::kDate, "PAST_REF");
  if (one && i == at && is_rate(at)) found.type = TimeType::kSet;
  return found;
}

}  // namespace dateline::annotate

// Units of the calendar, and durations.
#include <fmt/format.h>

#include <utility>

#include "annotate/time_patterns.h"
#include "base/strings.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using From = TimeExpression::From;
using news::TimeType;

namespace {

constexpr std::array<std::string_view, 10> kApproximators = {"almost",  "nearly",        "over",  "about", "around",
                                                             "roughly", "approximately", "under", "some",  "circa"};
constexpr std::array<std::string_view, 7> kStretchers = {"last",     "past",  "next", "coming",
                                                         "previous", "first", "final"};
constexpr std::array<std::string_view, 9> kBetween = {"straight", "consecutive", "full",       "more",    "trading",
                                                      "business", "long",        "additional", "calendar"};
constexpr std::array<std::string_view, 4> kYearKinds = {"fiscal", "financial", "calendar", "school"};

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
  if (amount == 0.5 && (unit == TimeUnit::kMinute || unit == TimeUnit::kHour)) {  // "half an hour"
    return unit == TimeUnit::kHour ? "PT30M" : "PT30S";
  }
  if (amount == 0.5 && unit == TimeUnit::kYear) return "P6M";
  const std::string number = amount < 0 ? "X" : fmt::format("{:g}", scaled);
  return fmt::format("P{}{}{}", clock ? "T" : "", number, letter);
}

TimePatterns::Found TimePatterns::unit(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "earlier") || is(i, "later") || is(i, "early") || is(i, "late")) ++i;
  if (i > at && is(i, "in")) ++i;
  const bool the = is(i, "the");
  if (the) ++i;
  const bool past_or_coming = is(i, "this") && (is(i + 1, "past") || is(i + 1, "coming"));
  if (past_or_coming) ++i;
  const bool following = the && is(i, "following");
  if (!is_step(folded(i)) && !following) return std::nullopt;
  const std::size_t noun = is_one_of(kYearKinds, folded(i + 1)) ? i + 2 : i + 1;
  bool plural = false;
  const auto unit = unit_named(folded(noun), &plural);
  if (!unit || plural || *unit < TimeUnit::kDay || (noun > i + 1 && *unit != TimeUnit::kYear)) return std::nullopt;
  const bool neighbour = following || is(i, "previous") || (the && is(i, "next"));
  if (*unit == TimeUnit::kDay && !neighbour) return std::nullopt;
  const bool stretch = (is(i, "past") && !past_or_coming) || (the && is(i, "last") && *unit == TimeUnit::kDecade);
  if (stretch) return fixed(at, noun + 1, TimeType::kDuration, duration_value(1, *unit));
  TimeExpression found = make(at, noun + 1, Kind::kUnit);
  found.unit = *unit;
  found.step = following ? 1 : step_named(folded(i));
  if (following || is(i, "previous") || *unit == TimeUnit::kDay) found.from = From::kLast;
  return found;
}

// "that week", "the same day", "the same month a year ago", "the year-earlier quarter".
TimePatterns::Found TimePatterns::same_unit(std::size_t at) const {
  std::size_t i = is(at, "the") || is(at, "that") ? at + 1 : at;
  if (is(i, "year-earlier") || is(i, "year-ago")) {
    TimeExpression found = make(at, i + 1, Kind::kUnit);
    found.unit = TimeUnit::kYear;
    found.step = -1;
    found.from = From::kLastPart;
    if (is(i + 1, "quarter") || is(i + 1, "period") || is(i + 1, "month") || is(i + 1, "level")) {
      found.end = is(i + 1, "level") ? i + 1 : i + 2;
    }
    return found;
  }
  const bool same = is(i, "same") && i > at;
  if (!same && !is(at, "that")) return std::nullopt;
  const std::size_t noun = same ? i + 1 : at + 1;
  bool plural = false;
  const auto unit = unit_named(folded(noun), &plural);
  const bool period = same && is(noun, "period");
  if (period || (same && unit && !plural && *unit >= TimeUnit::kDay)) {
    std::size_t back = noun + 1;
    if (is(back, "of") || is(back, "in")) ++back;
    const bool ago = is(back, "a") && is(back + 1, "year") && (is(back + 2, "ago") || is(back + 2, "earlier"));
    TimeExpression found = make(at, back + 3, Kind::kUnit);
    found.unit = TimeUnit::kYear;
    found.step = -1;
    found.from = From::kLastPart;
    if (ago) return found;
    const std::size_t word = is(back, "the") ? back + 1 : back;
    found.end = word + 2;
    if (step_named(folded(word)) < 0 && is(word + 1, "year")) return found;
  }
  if (!unit || plural || *unit < TimeUnit::kDay) return std::nullopt;
  TimeExpression found = make(at, noun + 1, Kind::kUnit);
  found.unit = *unit;
  found.from = From::kLast;
  return found;
}

// "ended the day lower", "for the quarter", "over the weekend": the one that the report is about.
TimePatterns::Found TimePatterns::the_unit(std::size_t at) const {
  if (!is(at, "the") || at == begin_) return std::nullopt;
  bool plural = false;
  const auto unit = unit_named(folded(at + 1), &plural);
  if (!unit || plural || *unit < TimeUnit::kDay || *unit > TimeUnit::kWeekend) return std::nullopt;
  const std::string_view lead = before(at);
  TimeExpression found = make(at, at + 2, Kind::kUnit);
  found.unit = *unit;
  if (*unit == TimeUnit::kWeekend) {
    return lead == "of" || is(at + 2, "of") ? std::nullopt : Found(found);
  }
  if (*unit >= TimeUnit::kDecade) return std::nullopt;
  constexpr std::array<std::string_view, 12> kCloses = {"end",       "ended",  "ending", "ends",  "finish",  "finished",
                                                        "finishing", "closed", "close",  "start", "started", "began"};
  const std::string_view second = at > begin_ + 1 ? folded(at - 2) : std::string_view();
  const bool later = (lead == "in" || lead == "of") && (second == "later" || second == "earlier" || second == "late" ||
                                                        second == "early" || second == "rest" || second == "remainder");
  const bool over = lead == "for" && !is(at + 2, "of") && !is(at + 2, "'s") && !is(at + 2, "when");
  const bool closed = !has(at + 2) || !document_.word(at + 2).is_word() || document_.word(at + 2).is(kStopWord);
  if (!is_one_of(kCloses, lead) && !later && !(over && closed)) return std::nullopt;
  found.from = *unit == TimeUnit::kDay || *unit == TimeUnit::kQuarter ? From::kLast : From::kReport;
  return found;
}

// "the end of last year", "year-end": the value is the inner time's.
TimePatterns::Found TimePatterns::edge(std::size_t at) const {
  constexpr std::array<std::string_view, 6> kEdges = {"end", "beginning", "start", "middle", "close", "dawn"};
  std::size_t i = at;
  if (is(i, "year-end") || (is(i, "year") && is_possessive(i + 1) && is(i + 2, "end"))) {
    TimeExpression found = make(at, is(i, "year") ? i + 3 : i + 1, Kind::kUnit);
    found.unit = TimeUnit::kYear;
    return found;
  }
  if (is(i, "the")) ++i;
  if (is(i, "very")) ++i;
  if (!is_one_of(kEdges, folded(i)) || !is(i + 1, "of")) return std::nullopt;
  if (i == at && !is(i, "end")) return std::nullopt;  // "by end of March", but not "start of 2013's …"
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
  if (!inner) inner = decade(i);
  if (!inner) inner = season(i);
  if (!inner) inner = weekday(i);
  if (inner) inner->first = at;
  return inner;
}

// "two and a half", "a few", "several", "25", "a hundred": past them; below zero for an amount that is not told.
std::optional<double> TimePatterns::quantity(std::size_t at, std::size_t* past) const {
  constexpr std::array<std::string_view, 5> kSome = {"several", "few", "many", "recent", "coming"};
  *past = at + 1;
  if (is_one_of(kSome, folded(at))) return -1;
  const std::size_t noun = is(at, "a") ? at + 1 : at;
  if (is(noun, "few") || is(noun, "couple") || is(noun, "number") || is(noun, "handful")) {
    if (!is(noun, "few") && !is(noun, "couple") && !is(noun + 1, "of")) return std::nullopt;
    *past = is(noun + 1, "of") ? noun + 2 : noun + 1;
    return -1;
  }
  if ((is(at, "hundreds") || is(at, "thousands") || is(at, "dozens")) && is(at + 1, "of")) {
    *past = at + 2;
    return -1;
  }
  if (is(at, "half") && (is(at + 1, "a") || is(at + 1, "an"))) {
    *past = at + 2;
    return 0.5;
  }
  if (is(at, "a") && (is(at + 1, "half") || is(at + 1, "quarter"))) {
    *past = is(at + 2, "of") && is(at + 3, "a") ? at + 4 : at + 2;
    return is(at + 1, "half") ? 0.5 : 0.25;
  }
  auto number = number_named(folded(at));
  if (!number && (is(at, "a") || is(at, "an"))) number = 1;
  if (!number) return std::nullopt;
  const double scale = is(at + 1, "hundred") ? 100 : is(at + 1, "thousand") ? 1000 : is(at + 1, "dozen") ? 12 : 1;
  if (scale > 1) ++*past;
  if (scale == 1 && is(at + 1, "and") && is(at + 2, "a") && is(at + 3, "half")) {
    *past = at + 4;
    return *number + 0.5;
  }
  return *number * scale;
}

// Past "almost", "more than", "up to" and the like.
std::size_t TimePatterns::past_approximation(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "no") || is(i, "not")) ++i;
  const bool than = (is(i, "more") || is(i, "less") || is(i, "longer") || is(i, "fewer")) && is(i + 1, "than");
  if (i > at && !than) return at;
  const bool bound = is(i, "at") && (is(i + 1, "least") || is(i + 1, "most"));
  if (than || bound || (is(i, "up") && is(i + 1, "to"))) i += 2;
  return is_one_of(kApproximators, folded(i)) && !is(i + 1, "the") ? i + 1 : i;
}

// A rate: "15 a year", "$40 million a month", "30 tons of coal a day".
bool TimePatterns::is_rate(std::size_t at) const {
  constexpr std::array<std::string_view, 8> kRated = {"million", "billion", "times", "once",
                                                      "twice",   "dollars", "cents", "percent"};
  constexpr std::size_t kReach = 5;
  if (at == begin_ || !(is(at, "a") || is(at, "an"))) return false;
  for (std::size_t i = at; i-- > begin_ && at - i <= kReach;) {
    const Word& word = document_.word(i);
    if (word.kind == text::TokenKind::kNumber || is_one_of(kRated, word.folded)) return true;
    if (!word.is_word() || (word.is(kStopWord) && word.folded != "of")) return false;
  }
  return false;
}

// What "ago", "later", "old" behind a duration make of it.
TimePatterns::Found TimePatterns::stepped_duration(TimeExpression found, double amount, TimeUnit unit) const {
  const std::size_t next = is(found.end, "or") && (is(found.end + 1, "so") || is(found.end + 1, "more")) &&
                                   (is(found.end + 2, "ago") || is(found.end + 2, "later"))
                               ? found.end + 2
                               : found.end;
  const bool from_now = is(next, "from") && is(next + 1, "now");
  const bool ago = is(next, "ago");
  const bool closed = !has(next + 1) || !document_.word(next + 1).is_word();
  const bool earlier = is(next, "earlier") || (closed && (is(next, "before") || is(next, "back")));
  const bool later = is(next, "later");
  if (!ago && !earlier && !later && !from_now) return found;
  if (later && is(next + 1, "than")) return found;
  found.end = from_now ? next + 2 : next + 1;
  found.type = TimeType::kDate;
  if (amount < 0 || unit < TimeUnit::kDay) {
    found.value = ago || earlier ? "PAST_REF" : "FUTURE_REF";
    return found;
  }
  if (amount != static_cast<int>(amount)) {  // "half a century later", "a year and a half ago"
    amount *= unit == TimeUnit::kCentury ? 100 : unit == TimeUnit::kDecade ? 10 : unit == TimeUnit::kYear ? 12 : 1;
    unit = unit == TimeUnit::kYear ? TimeUnit::kMonth : unit >= TimeUnit::kDecade ? TimeUnit::kYear : unit;
  }
  found.kind = Kind::kUnit;
  found.unit = unit;
  const int step = static_cast<int>(std::min(amount, 100000.0));
  found.step = ago || earlier ? -step : step;
  if (later || earlier) found.from = From::kLast;
  if ((ago || earlier) && amount == 1 && unit == TimeUnit::kYear) found.from = From::kLastPart;
  return found;
}

// "the days", "in his final days", "the early hours": somebody's, and no measure.
bool TimePatterns::is_owned(std::size_t at) const {
  constexpr std::array<std::string_view, 9> kOwners = {"the",   "his",   "her", "its", "their",
                                                       "these", "those", "our", "'s"};
  if (is_one_of(kOwners, before(at))) return true;
  if (at < begin_ + 2 || document_.word(at - 1).is(kStopWord) || !document_.word(at - 1).is_word()) return false;
  return is_one_of(kOwners, before(at - 1));
}

TimePatterns::Found TimePatterns::duration(std::size_t at) const {
  std::size_t i = past_approximation(at);
  if (is(i, "all") || is(i, "entire")) return std::nullopt;
  const bool the = is(i, "the");
  if (the) ++i;
  constexpr std::array<std::string_view, 6> kBeforeVerb = {"to", "will", "would", "could", "may", "can"};
  if (is(i, "last") && is_one_of(kBeforeVerb, before(i))) return std::nullopt;  // "to last six months"
  const bool stretched = is_one_of(kStretchers, folded(i));
  if (stretched) ++i;
  std::size_t past = i;
  bool plural = false;
  std::optional<double> amount = quantity(i, &past);
  const bool bare = !amount && !the && (i == at || stretched) && unit_named(folded(i), &plural) && plural;
  if (bare) {
    if (stretched && (is(i - 1, "final") || is(i - 1, "first"))) return std::nullopt;
    if (stretched && is(i - 1, "coming")) return fixed(at, i + 1, TimeType::kDate, "FUTURE_REF");
    if (!stretched && is_owned(at)) return std::nullopt;
    amount = -1;
    past = i;
  }
  if (!amount && the && stretched && is(i - 1, "coming") && unit_named(folded(i), &plural) && plural) {
    return fixed(at, i + 1, TimeType::kDate, "FUTURE_REF");
  }
  if (!amount || (the && !stretched && !(number_named(folded(i)) && *amount > 1))) return std::nullopt;
  for (int skipped = 0; skipped < 2 && is_one_of(kBetween, folded(past)); ++skipped) ++past;
  const auto unit = unit_named(folded(past), &plural);
  if (!unit || *unit == TimeUnit::kWeekend) return std::nullopt;
  if (past > begin_ && capitalised(past) && !sentence_.title_case) return std::nullopt;  // "60 Minutes reported"
  const bool one = *amount >= 0 && *amount <= 1;
  const bool singular = !plural && !one && i == at && !number_named(folded(i));
  // "a second", "a quarter" are ordinals and fractions as often as times.
  if ((*unit == TimeUnit::kSecond && !plural) || (*unit == TimeUnit::kQuarter && one) || singular) return std::nullopt;
  std::size_t end = past + 1;
  if (one && *amount == 1 && is(end, "and") && is(end + 1, "a") && is(end + 2, "half")) {
    amount = 1.5;
    end += 3;
  }
  const std::string_view next = folded(end);
  if (next == "old" || next == "-old") ++end;
  TimeExpression found = fixed(at, end, TimeType::kDuration, duration_value(*amount, *unit));
  if (next == "old" || next == "-old") return found;
  if (is(at, "recent") || (is(at, "coming") && plural)) {
    return fixed(at, end, TimeType::kDate, is(at, "recent") ? "PAST_REF" : "FUTURE_REF");
  }
  if (!the) {
    Found stepped = stepped_duration(found, *amount, *unit);
    if (stepped->end > end) return stepped;
  }
  if (one && i == at && end == past + 1 && is_rate(at)) found.type = TimeType::kSet;
  return found;
}

// "between 60 and 90 days", "two to three weeks": the first number is a duration of its own.
TimePatterns::Found TimePatterns::elliptic_duration(std::size_t at) const {
  const std::size_t i = past_approximation(at);
  const auto first = number_named(folded(i));
  const auto second = number_named(folded(i + 2));
  if (!first || !second || *first >= *second || !joins(i + 1)) return std::nullopt;
  if (is(i + 1, "and") && before(at) != "between") return std::nullopt;
  bool plural = false;
  const auto unit = unit_named(folded(i + 3), &plural);
  if (!unit || !plural) return std::nullopt;
  return fixed(at, i + 1, TimeType::kDuration, duration_value(*first, *unit));
}

}  // namespace dateline::annotate

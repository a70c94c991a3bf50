// Durations in one word, sets and vague times.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "annotate/time_patterns.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using news::TimeType;

TimePatterns::Found TimePatterns::compound_duration(std::size_t at) const {
  std::string_view word = folded(at);
  if (word.ends_with("-old") || word.ends_with("-olds")) {  // "45-year-old": an age is a duration (TIDES 2005, 3.2).
    word.remove_suffix(word.ends_with("s") ? 5 : 4);
  }
  bool plural = false;
  if (word.ends_with("long") && word.find('-') == std::string_view::npos) {  // "weeklong"
    const auto whole = unit_named(word.substr(0, word.size() - 4), &plural);
    return whole && !plural ? Found(fixed(at, at + 1, TimeType::kDuration, duration_value(1, *whole))) : std::nullopt;
  }
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return std::nullopt;
  auto unit = unit_named(word.substr(hyphen + 1), &plural);
  std::string_view number = word.substr(0, hyphen);
  if (word.ends_with("-long")) {
    const std::string_view rest = word.substr(0, word.size() - 5);
    const std::size_t inner = rest.rfind('-');
    unit = unit_named(inner == std::string_view::npos ? rest : rest.substr(inner + 1), &plural);
    number = inner == std::string_view::npos ? std::string_view() : rest.substr(0, inner);
    if (unit && number.empty()) return fixed(at, at + 1, TimeType::kDuration, duration_value(plural ? -1 : 1, *unit));
  }
  const std::optional<double> amount = number == "half" ? 0.5 : number == "multi" ? -1 : number_named(number);
  if (!unit || !amount || *unit == TimeUnit::kQuarter || (*unit == TimeUnit::kSecond && *amount < 2)) {
    return std::nullopt;
  }
  return fixed(at, at + 1, TimeType::kDuration, duration_value(*amount, *unit));
}

TimePatterns::Found TimePatterns::set(std::size_t at) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kAdverbs = {{{"daily", "P1D"},
                                                                                       {"weekly", "P1W"},
                                                                                       {"biweekly", "P2W"},
                                                                                       {"fortnightly", "P2W"},
                                                                                       {"monthly", "P1M"},
                                                                                       {"quarterly", "P1Q"},
                                                                                       {"yearly", "P1Y"},
                                                                                       {"annual", "P1Y"},
                                                                                       {"annually", "P1Y"},
                                                                                       {"nightly", "P1D"},
                                                                                       {"hourly", "PT1H"}}};
  const bool opens = sentence_.title_case || (at == begin_ && !capitalised(at + 1));  // Not "Daily Mail".
  for (const auto& [adverb, value] : kAdverbs) {
    if (is(at, adverb) && (!capitalised(at) || opens)) {
      return fixed(at, at + 1, TimeType::kSet, std::string(value));
    }
  }
  if (Found days = weekdays(at)) return days;
  if (Found times = times_a_unit(at)) return times;
  const bool each = is(at, "every") || is(at, "each") || is(at, "per");
  if (!each) return std::nullopt;
  std::size_t i = at + 1;
  auto amount = number_named(folded(i));
  if (!amount && is(i, "few")) amount = -1;
  if (amount) ++i;
  if (is(i, "other") || is(i, "single")) ++i;
  bool plural = false;
  if (const auto unit = unit_named(folded(i), &plural); unit && *unit != TimeUnit::kSecond) {
    const double step = is(i - 1, "other") ? 2 : 1;
    return fixed(is(at, "per") ? i : at, i + 1, TimeType::kSet, duration_value(amount.value_or(step), *unit));
  }
  if (is(at, "per")) return std::nullopt;
  if (const auto day = weekday_named(folded(i), true)) {
    TimeExpression found = fixed(at, i + 1, TimeType::kSet, fmt::format("XXXX-WXX-{}", *day == 0 ? 7 : *day));
    if (const std::string_view part = part_of_day(folded(i + 1)); !part.empty()) {
      ++found.end;
      found.value += "T" + std::string(part);
    }
    return found;
  }
  if (const auto month = month_at(i)) return fixed(at, i + 1, TimeType::kSet, fmt::format("XXXX-{:02}", *month));
  if (const auto season = season_named(folded(i))) {
    return fixed(at, i + 1, TimeType::kSet, fmt::format("XXXX-{}", season_value(*season)));
  }
  if (const std::string_view part = part_of_day(folded(i)); !part.empty()) {
    return fixed(at, i + 1, TimeType::kSet, fmt::format("XXXX-XX-XXT{}", part));
  }
  return std::nullopt;
}

// "Mondays", "Friday nights".
TimePatterns::Found TimePatterns::weekdays(std::size_t at) const {
  std::string_view word = folded(at);
  if (!capitalised(at)) return std::nullopt;
  std::string_view part = folded(at + 1);
  const bool parts = part.ends_with("s") && !part_of_day(part.substr(0, part.size() - 1)).empty();
  if (!parts) {
    if (!word.ends_with("days")) return std::nullopt;
    word.remove_suffix(1);
  }
  const auto day = weekday_named(word, true);
  if (!day) return std::nullopt;
  std::string value = fmt::format("XXXX-WXX-{}", *day == 0 ? 7 : *day);
  if (parts) value += "T" + std::string(part_of_day(part.substr(0, part.size() - 1)));
  return fixed(at, parts ? at + 2 : at + 1, TimeType::kSet, std::move(value));
}

// "twice a year", "three times per day".
TimePatterns::Found TimePatterns::times_a_unit(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "once") || is(i, "twice")) {
    ++i;
  } else if ((number_named(folded(i)) || is(i, "several")) && is(i + 1, "times")) {
    i += 2;
  } else {
    return std::nullopt;
  }
  if (!is(i, "a") && !is(i, "an") && !is(i, "per") && !is(i, "each") && !is(i, "every")) return std::nullopt;
  std::size_t past = i + 1;
  const auto amount = number_named(folded(past));
  if (amount) ++past;
  bool plural = false;
  const auto unit = unit_named(folded(past), &plural);
  if (!unit || *unit == TimeUnit::kSecond || plural != amount.has_value()) return std::nullopt;
  return fixed(at, past + 1, TimeType::kSet, duration_value(amount.value_or(1), *unit));
}

TimePatterns::Found TimePatterns::vague(std::size_t at) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kWords = {{{"now", "PRESENT_REF"},
                                                                                    {"currently", "PRESENT_REF"},
                                                                                    {"current", "PRESENT_REF"},
                                                                                    {"nowadays", "PRESENT_REF"},
                                                                                    {"presently", "PRESENT_REF"},
                                                                                    {"recently", "PAST_REF"},
                                                                                    {"recent", "PAST_REF"},
                                                                                    {"soon", "FUTURE_REF"}}};
  const bool opens = at == begin_ && !sentence_.title_case;
  const std::size_t bare = is(at, "right") && is(at + 1, "now") ? at + 1 : at;
  for (const auto& [word, value] : kWords) {
    if (!is(bare, word) || (capitalised(at) && !opens)) continue;
    const bool compared = before(at) == "most" || before(at) == "as" || is(at + 1, "-");
    if (compared && !is(at, "now")) return std::nullopt;  // "the most recent model", "as soon as"
    return fixed(at, bare + 1, TimeType::kDate, std::string(value));
  }
  if (is(at, "these") && is(at + 1, "days")) return fixed(at, at + 2, TimeType::kDate, "PRESENT_REF");
  if (is(at, "long") && is(at + 1, "ago")) return fixed(at, at + 2, TimeType::kDate, "PAST_REF");
  if (!is(at, "the")) return std::nullopt;
  const bool closed = !has(at + 2) || !document_.word(at + 2).is_word() || document_.word(at + 2).is(kStopWord);
  if (is(at + 1, "future")) return fixed(at, at + 2, TimeType::kDate, "FUTURE_REF");
  if ((is(at + 1, "near") || is(at + 1, "foreseeable")) && is(at + 2, "future")) {
    return fixed(at, at + 3, TimeType::kDate, "FUTURE_REF");
  }
  if (is(at + 1, "past") && closed) return fixed(at, at + 2, TimeType::kDate, "PAST_REF");
  if (is(at + 1, "moment") && before(at) == "at") return fixed(at, at + 2, TimeType::kDate, "PRESENT_REF");
  return std::nullopt;
}

}  // namespace dateline::annotate

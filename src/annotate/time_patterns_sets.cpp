// Durations in one word, sets and vague times.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "annotate/time_patterns.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using news::TimeType;

TimePatterns::Found TimePatterns::compound_duration(std::size_t at) const {
  const std::string_view word = folded(at);
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return std::nullopt;
  bool plural = false;
  auto unit = unit_named(word.substr(hyphen + 1), &plural);
  std::string_view number = word.substr(0, hyphen);
  if (word.ends_with("-long")) {
    const std::string_view rest = word.substr(0, word.size() - 5);
    const std::size_t inner = rest.rfind('-');
    unit = unit_named(inner == std::string_view::npos ? rest : rest.substr(inner + 1), &plural);
    number = inner == std::string_view::npos ? std::string_view() : rest.substr(0, inner);
    if (unit && number.empty()) return fixed(at, at + 1, TimeType::kDuration, duration_value(plural ? -1 : 1, *unit));
  }
  const auto amount = number_named(number);
  if (!unit || !amount || (*unit == TimeUnit::kQuarter) || (*unit == TimeUnit::kSecond && *amount < 2))
    return std::nullopt;
  return fixed(at, at + 1, TimeType::kDuration, duration_value(*amount, *unit));
}

TimePatterns::Found TimePatterns::set(std::size_t at) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kAdverbs = {{{"daily", "P1D"},
                                                                                      {"weekly", "P1W"},
                                                                                      {"monthly", "P1M"},
                                                                                      {"quarterly", "P1Q"},
                                                                                      {"yearly", "P1Y"},
                                                                                      {"annual", "P1Y"},
                                                                                      {"annually", "P1Y"},
                                                                                      {"hourly", "PT1H"}}};
  for (const auto& [adverb, value] : kAdverbs) {
    if (is(at, adverb) && !capitalised(at)) return fixed(at, at + 1, TimeType::kSet, std::string(value));
  }
  const bool each = is(at, "every") || is(at, "each") || is(at, "per");
  if (!each) return std::nullopt;
  std::size_t i = at + 1;
  const auto amount = number_named(folded(i));
  if (amount) ++i;
  if (is(i, "other")) ++i;
  bool plural = false;
  if (const auto unit = unit_named(folded(i), &plural); unit && *unit != TimeUnit::kSecond) {
    return fixed(is(at, "per") ? i : at, i + 1, TimeType::kSet, duration_value(amount.value_or(1), *unit));
  }
  if (const auto day = weekday_named(folded(i), true)) {
    return fixed(at, i + 1, TimeType::kSet, fmt::format("XXXX-WXX-{}", *day == 0 ? 7 : *day));
  }
  return std::nullopt;
}

TimePatterns::Found TimePatterns::vague(std::size_t at) const {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords = {
      {{"now", "PRESENT_REF"}, {"currently", "PRESENT_REF"}, {"recently", "PAST_REF"}, {"soon", "FUTURE_REF"}}};
  for (const auto& [word, value] : kWords) {
    if (is(at, word) && !capitalised(at)) return fixed(at, at + 1, TimeType::kDate, std::string(value));
  }
  if (is(at, "the") && is(at + 1, "future")) return fixed(at, at + 2, TimeType::kDate, "FUTURE_REF");
  if (is(at, "the") && is(at + 1, "past") && (!has(at + 2) || !document_.word(at + 2).is_word())) {
    return fixed(at, at + 2, TimeType::kDate, "PAST_REF");
  }
  return std::nullopt;
}

}  // namespace dateline::annotate

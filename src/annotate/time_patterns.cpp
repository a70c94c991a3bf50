// The order in which patterns are tried, and what several of them ask.
#include "annotate/time_patterns.h"

#include <utility>

#include "base/strings.h"

namespace dateline::annotate {

using news::TimeType;

namespace {

// Nineteen words of twenty open no time: the patterns are not tried on them.
bool may_open(const Word& word) {
  if (word.kind == text::TokenKind::kNumber || word.is(kTimeWord)) return true;
  if (!word.is_word()) return word.folded == "'";
  return word.folded.find('-') != std::string_view::npos || word.folded.front() == '\'';
}

}  // namespace

TimePatterns::Found TimePatterns::match(std::size_t at) const {
  constexpr std::array kPatterns = {&TimePatterns::clock,        &TimePatterns::part_of_a_day,
                                    &TimePatterns::numeric_date, &TimePatterns::known_day,
                                    &TimePatterns::weekday,      &TimePatterns::day_and_month,
                                    &TimePatterns::joined_day,   &TimePatterns::day_of_month,
                                    &TimePatterns::month,        &TimePatterns::near_day,
                                    &TimePatterns::holiday,      &TimePatterns::week_of_month,
                                    &TimePatterns::edge,         &TimePatterns::part_of_year,
                                    &TimePatterns::season,       &TimePatterns::same_unit,
                                    &TimePatterns::duration,     &TimePatterns::elliptic_duration,
                                    &TimePatterns::unit,         &TimePatterns::the_unit,
                                    &TimePatterns::set,          &TimePatterns::compound_duration,
                                    &TimePatterns::year,         &TimePatterns::decade,
                                    &TimePatterns::century,      &TimePatterns::vague};
  if (!may_open(document_.word(at))) return std::nullopt;
  Found best;
  for (const auto pattern : kPatterns) {
    Found found = (this->*pattern)(at);
    if (found && (!best || found->end > best->end)) best = std::move(found);
  }
  return best;
}

TimeExpression TimePatterns::make(std::size_t first, std::size_t end, TimeExpression::Kind kind) {
  TimeExpression found;
  found.first = first;
  found.end = end;
  found.kind = kind;
  return found;
}

TimeExpression TimePatterns::fixed(std::size_t first, std::size_t end, TimeType type, std::string value) {
  TimeExpression found = make(first, end, TimeExpression::Kind::kFixed);
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

bool TimePatterns::year_step(std::size_t at, TimeExpression& found) const {
  const std::size_t i = is(at, "of") ? at + 1 : at;
  const std::size_t word = is(i, "the") ? i + 1 : i;
  const int step = step_named(folded(word));
  if ((step == 0 && !is(word, "this")) || !is(word + 1, "year") || is_possessive(word + 2)) return false;
  found.of_year = true;
  found.step = step;
  found.end = word + 2;
  return true;
}

// Capitalised, and where the month is an everyday word too, only as it would stand in a date.
std::optional<int> TimePatterns::month_at(std::size_t at) const {
  if (!capitalised(at)) return std::nullopt;
  return month_named(folded(at));
}

int step_named(std::string_view word) {
  if (word == "last" || word == "previous" || word == "past") return -1;
  return word == "next" || word == "coming" ? 1 : 0;
}

}  // namespace dateline::annotate

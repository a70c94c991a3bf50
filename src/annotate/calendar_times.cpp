#include "annotate/calendar_times.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

using Kind = TimeExpression::Kind;

class CalendarPatterns {
 public:
  CalendarPatterns(const Document& document, const Sentence& sentence, const CalendarWords::Words& words)
      : document_(document), words_(words), end_(sentence.end_word), future_(tells_future(sentence)) {}

  std::optional<TimeExpression> match(std::size_t at) const {
    std::optional<TimeExpression> found = in_figures(at);
    if (!found) found = weekday(at);
    if (!found) found = day_and_month(at);
    if (!found) found = month_and_year(at);
    if (!found) found = year_alone(at);
    if (found) found->direction = future_ ? Direction::kFuture : Direction::kPast;
    return found;
  }

 private:
  std::string_view folded(std::size_t at) const { return at < end_ ? document_.word(at).folded : std::string_view(); }

  std::optional<CalendarWord> word(std::size_t at, CalendarWord::Kind kind) const {
    const auto found = at < end_ ? words_.find(std::string(folded(at))) : words_.end();
    return found == words_.end() || found->second.kind != kind ? std::nullopt : std::optional(found->second);
  }

  bool tells_future(const Sentence& sentence) const {
    for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
      if (word(i, CalendarWord::Kind::kFuture)) return true;
    }
    return false;
  }

  // Past "," and the language's "de" at `at`.
  std::size_t past_leads(std::size_t at) const {
    if (folded(at) == ",") ++at;
    return word(at, CalendarWord::Kind::kLead) ? at + 1 : at;
  }

  int number_at(std::size_t at, std::size_t most_digits, int least, int most) const {
    std::string_view digits = folded(at);
    for (const std::string_view mark : {"er", "º", "."}) {  // "1er mars", "5. März" where the stop is in the word.
      if (digits.ends_with(mark)) digits.remove_suffix(mark.size());
    }
    const auto number = digits.size() <= most_digits ? base::parse_integer(digits) : std::nullopt;
    return number && *number >= least && *number <= most ? static_cast<int>(*number) : 0;
  }

  std::size_t take_year(std::size_t at, int* year) const {
    const std::size_t place = past_leads(at);
    *year = folded(place).size() == 4 ? number_at(place, 4, 1000, 2199) : 0;
    return *year != 0 ? place + 1 : at;
  }

  std::optional<TimeExpression> day_and_month(std::size_t at) const {
    TimeExpression found;
    found.kind = Kind::kDay;
    found.first = at;
    found.day = number_at(at, 2, 1, 31);
    if (found.day == 0) return std::nullopt;
    std::size_t i = folded(at + 1) == "." ? at + 2 : at + 1;
    if (word(i, CalendarWord::Kind::kLead)) ++i;
    const auto month = word(i, CalendarWord::Kind::kMonth);
    if (!month) return std::nullopt;
    found.month = month->number;
    found.end = take_year(i + 1, &found.year);
    return found;
  }

  std::optional<TimeExpression> weekday(std::size_t at) const {
    const auto day = word(at, CalendarWord::Kind::kWeekday);
    if (!day) return std::nullopt;
    std::size_t next = folded(at + 1) == "," ? at + 2 : at + 1;
    if (folded(next) == "den") ++next;  // "Mittwoch, den 5. März"
    if (auto date = day_and_month(next)) {
      date->first = at;
      date->weekday = day->number;
      return date;
    }
    TimeExpression found;
    found.kind = Kind::kWeekday;
    found.first = at;
    found.end = at + 1;
    found.weekday = day->number;
    return found;
  }

  std::optional<TimeExpression> month_and_year(std::size_t at) const {
    const auto month = word(at, CalendarWord::Kind::kMonth);
    int year = 0;
    const std::size_t end = month ? take_year(at + 1, &year) : at;
    if (year == 0) return std::nullopt;
    TimeExpression found;
    found.first = at;
    found.end = end;
    found.value = fmt::format("{:04}-{:02}", year, month->number);
    return found;
  }

  // "im Jahr 2013". Without such a word a number is too often no year: "in 2000 Haushalten".
  std::optional<TimeExpression> year_alone(std::size_t at) const {
    int year = 0;
    const std::size_t end = word(at, CalendarWord::Kind::kYear) ? take_year(at + 1, &year) : at;
    if (year == 0) return std::nullopt;
    TimeExpression found;
    found.first = at;
    found.end = end;
    found.value = fmt::format("{:04}", year);
    return found;
  }

  // "2025-03-05" and "5/3/2025" are cut at their marks, "05.03.2025" is one word.
  std::optional<TimeExpression> in_figures(std::size_t at) const {
    if (at >= end_ || document_.word(at).kind != text::TokenKind::kNumber) return std::nullopt;
    std::array<std::string_view, 3> parts;
    std::size_t end = at + 1;
    const std::string_view whole = folded(at);
    const std::size_t dot = whole.find('.');
    const std::size_t second = dot == std::string_view::npos ? dot : whole.find('.', dot + 1);
    if (second != std::string_view::npos) {
      parts = {whole.substr(0, dot), whole.substr(dot + 1, second - dot - 1), whole.substr(second + 1)};
    } else {
      const std::string_view mark = folded(at + 1);
      if ((mark != "-" && mark != "/") || folded(at + 3) != mark) return std::nullopt;
      parts = {whole, folded(at + 2), folded(at + 4)};
      end = at + 5;
    }
    const bool iso = parts[0].size() == 4;
    if (iso) std::swap(parts[0], parts[2]);
    const auto day = base::parse_integer(parts[0]);
    const auto month = base::parse_integer(parts[1]);
    const auto year = base::parse_integer(parts[2]);
    if (!day || !month || !year || parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4) {
      return std::nullopt;
    }
    if (*day < 1 || *day > 31 || *month < 1 || *month > 12 || *year < 1000 || *year > 2199) return std::nullopt;
    TimeExpression found;
    found.kind = Kind::kDay;
    found.first = at;
    found.end = end;
    found.day = static_cast<int>(*day);
    found.month = static_cast<int>(*month);
    found.year = static_cast<int>(*year);
    return found;
  }

  const Document& document_;
  const CalendarWords::Words& words_;
  std::size_t end_;
  bool future_;
};

}  // namespace

std::vector<TimeExpression> find_calendar_times(const Document& document, const CalendarWords::Words& words) {
  std::vector<TimeExpression> times;
  for (const Sentence& sentence : document.sentences()) {
    const CalendarPatterns patterns(document, sentence, words);
    for (std::size_t at = sentence.first_word; at < sentence.end_word;) {
      auto found = patterns.match(at);
      at = found ? found->end : at + 1;
      if (found) times.push_back(std::move(*found));
    }
  }
  return times;
}

}  // namespace dateline::annotate

// annotate/time_patterns.h -- the patterns of time_parser.h, one method each.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "annotate/document.h"
#include "annotate/time_expression.h"

namespace dateline::annotate {

/// Matches times that begin at a given word of one sentence. Ownership: borrows both.
class TimePatterns {
 public:
  TimePatterns(const Document& document, const Sentence& sentence)
      : document_(document), sentence_(sentence), end_(sentence.end_word), begin_(sentence.first_word) {}

  /// The longest pattern's match at word `at`, or nothing.
  std::optional<TimeExpression> match(std::size_t at) const;

 private:
  using Found = std::optional<TimeExpression>;

  // time_patterns_days.cpp: days.
  Found numeric_date(std::size_t at) const;   // 2013-11-02, 7/8/07
  Found weekday(std::size_t at) const;        // (last) Saturday (, Nov. 2, 2013) (night)
  Found day_and_month(std::size_t at) const;  // Nov. 2 (, 2013), 2 November 2013, the 2nd of November
  Found joined_day(std::size_t at) const;     // the 5 of "Nov. 2-5", the 2 of "2-5 November"
  Found day_of_month(std::size_t at) const;   // (on) the 15th (of this month)
  Found near_day(std::size_t at) const;       // today, yesterday morning, last night, this morning
  Found holiday(std::size_t at) const;        // Christmas
  Found known_day(std::size_t at) const;      // Sept. 11 (attacks), 9/11
  void take_part_of_day(TimeExpression& found) const;

  // time_patterns_clock.cpp: times of day.
  Found clock(std::size_t at) const;          // 9:15 p.m. (GMT) (on Monday)
  Found part_of_a_day(std::size_t at) const;  // the morning of Jan. 31, that night, (in) the evening

  // time_patterns_months.cpp: months, quarters, seasons, years.
  Found month(std::size_t at) const;          // (late) January (2014)
  Found week_of_month(std::size_t at) const;  // the last week of March
  Found year(std::size_t at) const;           // 2014, '82, fiscal 2013
  Found decade(std::size_t at) const;         // the 1990s, the '80s
  Found century(std::size_t at) const;        // the 20th century
  Found season(std::size_t at) const;         // last summer, the spring of 2009
  Found part_of_year(std::size_t at) const;   // the first quarter of last year, third-quarter, this year's first half

  // time_patterns_spans.cpp: units of the calendar and durations.
  Found unit(std::size_t at) const;               // next year, the past decade, later this month
  Found same_unit(std::size_t at) const;          // the same month a year ago, the year-earlier quarter
  Found the_unit(std::size_t at) const;           // (ended) the day, (for) the quarter
  Found edge(std::size_t at) const;               // the end of (last year | 2008 | March), year-end
  Found duration(std::size_t at) const;           // almost two and a half years; two weeks ago
  Found elliptic_duration(std::size_t at) const;  // the 60 of "60 to 90 days"

  // time_patterns_sets.cpp
  Found compound_duration(std::size_t at) const;  // 27-year, 45-year-old
  Found set(std::size_t at) const;                // every Monday, weekly, twice a year
  Found weekdays(std::size_t at) const;           // Mondays, Friday nights
  Found times_a_unit(std::size_t at) const;       // twice a year
  Found vague(std::size_t at) const;              // now, recently, the future

  bool has(std::size_t at) const { return at < end_; }
  std::string_view folded(std::size_t at) const { return at < end_ ? document_.word(at).folded : std::string_view(); }
  std::string_view before(std::size_t at) const { return at > begin_ ? folded(at - 1) : std::string_view(); }
  bool is(std::size_t at, std::string_view word) const { return at < end_ && document_.word(at).folded == word; }
  bool capitalised(std::size_t at) const { return at < end_ && document_.word(at).capitalised; }
  bool tight(std::size_t at) const { return at < end_ && !document_.word(at).space_before; }
  bool is_possessive(std::size_t at) const { return is(at, "'s"); }
  bool is_dash(std::size_t at) const { return is(at, "-") || is(at, "–") || is(at, "—"); }
  bool joins(std::size_t at) const { return is_dash(at) || is(at, "and") || is(at, "or") || is(at, "to"); }
  int four_digit_year(std::size_t at) const;  // 0 when it is none.
  bool stands_as_year(std::size_t at, std::size_t last, std::int64_t number) const;
  int day_number(std::size_t at) const;                         // 1 to 31, "2nd" too; 0 when it is none.
  std::size_t comma_year(std::size_t at, int* year) const;      // Past "(,) 2013" at `at`; `at` when there is none.
  bool year_step(std::size_t at, TimeExpression& found) const;  // "(of) last year" at `at` moves found.end behind it.
  std::optional<int> month_at(std::size_t at) const;
  std::optional<int> minute_of_day(std::size_t at, std::size_t* past) const;
  void take_day_behind(TimeExpression& clock) const;
  std::size_t past_zone(std::size_t at, std::string_view* zone) const;
  std::size_t past_approximation(std::size_t at) const;
  std::optional<double> quantity(std::size_t at, std::size_t* past) const;
  Found stepped_duration(TimeExpression found, double amount, TimeUnit unit) const;
  bool is_rate(std::size_t at) const;
  bool is_owned(std::size_t at) const;
  static TimeExpression make(std::size_t first, std::size_t end, TimeExpression::Kind kind);
  static TimeExpression fixed(std::size_t first, std::size_t end, news::TimeType type, std::string value);

  const Document& document_;
  const Sentence& sentence_;
  std::size_t end_;
  std::size_t begin_;
};

/// True when `word` is one of `list`.
template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// -1 for "last", "previous" and "past", 1 for "next" and "coming", 0 for other words.
int step_named(std::string_view word);

/// "P2.5Y", "PT30M", "PXD": TIMEX3's duration of `amount` units; below zero for an amount that is not told.
std::string duration_value(double amount, TimeUnit unit);

}  // namespace dateline::annotate

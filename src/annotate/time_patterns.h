// annotate/time_patterns.h -- the patterns of time_parser.h, one method each.
#pragma once

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
      : document_(document), end_(sentence.end_word), begin_(sentence.first_word) {}

  /// The longest pattern's match at word `at`, or nothing.
  std::optional<TimeExpression> match(std::size_t at) const;

 private:
  using Found = std::optional<TimeExpression>;

  // time_patterns_days.cpp: days and times of day.
  Found numeric_date(std::size_t at) const;   // 2013-11-02, 7/8/07
  Found weekday(std::size_t at) const;        // (last) Saturday (, Nov. 2, 2013) (night)
  Found day_and_month(std::size_t at) const;  // Nov. 2 (, 2013), 2 November 2013, the 2nd of November
  Found month(std::size_t at) const;          // (late) January (2014)
  Found clock(std::size_t at) const;          // 9:15 p.m. (GMT) (on Monday)
  Found near_day(std::size_t at) const;       // today, yesterday morning, last night, this morning
  Found holiday(std::size_t at) const;        // Christmas

  // time_patterns_spans.cpp: years, quarters, seasons, durations, sets, vague times.
  Found year(std::size_t at) const;      // 2014, '82, the 1990s
  Found season(std::size_t at) const;    // last summer, the spring of 2009
  Found quarter(std::size_t at) const;   // the first quarter of last year, third-quarter
  Found unit(std::size_t at) const;      // next year, the past decade, later this month
  Found edge(std::size_t at) const;      // the end of (last year | 2008 | March)
  Found duration(std::size_t at) const;  // almost two and a half years; two weeks ago

  // time_patterns_sets.cpp
  Found compound_duration(std::size_t at) const;  // 27-year
  Found set(std::size_t at) const;                // every Monday, weekly, a year (as a rate)
  Found vague(std::size_t at) const;              // now, recently, the future

  bool has(std::size_t at) const { return at < end_; }
  std::string_view folded(std::size_t at) const { return at < end_ ? document_.word(at).folded : std::string_view(); }
  bool is(std::size_t at, std::string_view word) const { return at < end_ && document_.word(at).folded == word; }
  bool capitalised(std::size_t at) const { return at < end_ && document_.word(at).capitalised; }
  bool tight(std::size_t at) const { return at < end_ && !document_.word(at).space_before; }
  int four_digit_year(std::size_t at) const;                // 0 when it is none.
  int day_number(std::size_t at) const;                     // 1 to 31, "2nd" too; 0 when it is none.
  std::size_t comma_year(std::size_t at, int* year) const;  // Past "(,) 2013" at `at`; `at` when there is none.
  std::optional<int> month_at(std::size_t at) const;
  std::optional<int> minute_of_day(std::size_t at, std::size_t* past) const;
  std::size_t past_approximation(std::size_t at) const;
  bool is_rate(std::size_t at) const;
  std::optional<double> quantity(std::size_t at, std::size_t* past, bool* vague) const;
  static TimeExpression make(std::size_t first, std::size_t end, TimeExpression::Kind kind);
  static TimeExpression fixed(std::size_t first, std::size_t end, news::TimeType type, std::string value);

  const Document& document_;
  std::size_t end_;
  std::size_t begin_;
};

/// "P2.5Y", "PT30M", "PXD": TIMEX3's duration of `amount` units; below zero for an amount that is not told.
std::string duration_value(double amount, TimeUnit unit);

}  // namespace dateline::annotate

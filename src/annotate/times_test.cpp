// Values of times, and the words of the calendar; whole sentences are in tests/cases/annotate/times.txt.
#include <gtest/gtest.h>

#include "annotate/time_expression.h"
#include "annotate/time_patterns.h"
#include "annotate/time_words.h"

namespace dateline::annotate {
namespace {

using Kind = TimeExpression::Kind;

base::Day day(const char* text) {
  return *base::parse_day(text);
}

TimeExpression unit(TimeUnit which, int step) {
  TimeExpression said;
  said.kind = Kind::kUnit;
  said.unit = which;
  said.step = step;
  return said;
}

TEST(TimexValue, UnitsAcrossBorders) {
  EXPECT_EQ(timex_value(unit(TimeUnit::kMonth, -1), day("2025-01-31")), "2024-12");
  EXPECT_EQ(timex_value(unit(TimeUnit::kMonth, 1), day("2025-12-31")), "2026-01");
  EXPECT_EQ(timex_value(unit(TimeUnit::kMonth, -14), day("2025-01-31")), "2023-11");
  EXPECT_EQ(timex_value(unit(TimeUnit::kQuarter, -1), day("2025-02-01")), "2024-Q4");
  EXPECT_EQ(timex_value(unit(TimeUnit::kQuarter, 1), day("2025-11-01")), "2026-Q1");
  EXPECT_EQ(timex_value(unit(TimeUnit::kDecade, -1), day("2025-02-01")), "201");
  EXPECT_EQ(timex_value(unit(TimeUnit::kCentury, 0), day("2025-02-01")), "20");
  EXPECT_EQ(timex_value(unit(TimeUnit::kDay, -1), day("2024-03-01")), "2024-02-29");
}

// ISO 8601: the first week of a year is the one with its first Thursday.
TEST(TimexValue, WeeksBelongToTheYearOfTheirThursday) {
  EXPECT_EQ(timex_value(unit(TimeUnit::kWeek, 0), day("2021-01-03")), "2020-W53");
  EXPECT_EQ(timex_value(unit(TimeUnit::kWeek, 0), day("2021-01-04")), "2021-W01");
  EXPECT_EQ(timex_value(unit(TimeUnit::kWeek, 0), day("2018-12-31")), "2019-W01");
  EXPECT_EQ(timex_value(unit(TimeUnit::kWeek, -1), day("2013-11-02")), "2013-W43");
  EXPECT_EQ(timex_value(unit(TimeUnit::kWeekend, 0), day("2013-11-02")), "2013-W44-WE");
}

TEST(TimexValue, ADayThatIsNotThere) {
  TimeExpression said;
  said.kind = Kind::kDay;
  said.month = 2;
  said.day = 30;
  EXPECT_EQ(timex_value(said, day("2025-03-04")), "XXXX-02-30");
  EXPECT_FALSE(day_meant(said, day("2025-03-04")).has_value());
}

TEST(TimexValue, AWeekdayBesideADateChoosesTheYear) {
  TimeExpression said;
  said.kind = Kind::kDay;
  said.month = 11;
  said.day = 2;
  said.weekday = 6;  // Saturday: 2013 and 2019, not 2016.
  EXPECT_EQ(timex_value(said, day("2015-06-01")), "2013-11-02");
  EXPECT_EQ(timex_value(said, day("2018-06-01")), "2019-11-02");
}

TEST(TimexValue, SeasonsAndQuartersFollowTheTense) {
  TimeExpression said;
  said.kind = Kind::kSeason;
  said.month = 2;
  said.direction = Direction::kPast;
  EXPECT_EQ(timex_value(said, day("2025-03-04")), "2024-SU");
  said.direction = Direction::kFuture;
  EXPECT_EQ(timex_value(said, day("2025-11-04")), "2026-SU");
  EXPECT_EQ(timex_value(said, std::nullopt), "XXXX-SU");
  said.kind = Kind::kQuarter;
  said.month = 3;
  said.direction = Direction::kPast;
  EXPECT_EQ(timex_value(said, day("2025-03-04")), "2024-Q3");
  said.direction = Direction::kFuture;
  EXPECT_EQ(timex_value(said, day("2025-03-04")), "2025-Q3");
}

TEST(TimexValue, TheSuffixOfADayThatIsNotKnownStays) {
  TimeExpression said;
  said.kind = Kind::kDayTime;
  said.suffix = "TNI";
  EXPECT_EQ(timex_value(said, std::nullopt), "XXXX-XX-XXTNI");
  EXPECT_EQ(timex_value(said, day("2013-11-02")), "2013-11-02TNI");
}

TEST(TimexValue, TheFifteenthIsOfTheMonthThatTheTenseWants) {
  TimeExpression said;
  said.kind = Kind::kDay;
  said.day = 15;
  EXPECT_EQ(timex_value(said, day("2013-11-02")), "2013-11-15");
  said.direction = Direction::kPast;
  EXPECT_EQ(timex_value(said, day("2013-01-02")), "2012-12-15");
  said.direction = Direction::kFuture;
  EXPECT_EQ(timex_value(said, day("2013-12-20")), "2014-01-15");
  EXPECT_EQ(timex_value(said, std::nullopt), "XXXX-XX-15");
}

TEST(TimexValue, TheWeekendOfAMondayIsTheOneJustPast) {
  TimeExpression said = unit(TimeUnit::kWeekend, 0);
  said.direction = Direction::kPast;
  EXPECT_EQ(timex_value(said, day("2013-11-04")), "2013-W44-WE");
  EXPECT_EQ(timex_value(said, day("2013-11-03")), "2013-W44-WE");
  said.direction = Direction::kFuture;
  EXPECT_EQ(timex_value(said, day("2013-11-04")), "2013-W45-WE");
}

TEST(AnchorOf, WhatAValueCovers) {
  const auto said = [](std::string_view value) {
    const auto anchor = anchor_of(value);
    return anchor ? base::format_day(anchor->day) + ' ' + std::to_string(static_cast<int>(anchor->grain)) : "-";
  };
  const auto grain = [](TimeUnit unit) { return ' ' + std::to_string(static_cast<int>(unit)); };
  EXPECT_EQ(said("2013-11-02"), "2013-11-02" + grain(TimeUnit::kDay));
  EXPECT_EQ(said("2013-11-02T09:15Z"), "2013-11-02" + grain(TimeUnit::kDay));
  EXPECT_EQ(said("2013-11"), "2013-11-01" + grain(TimeUnit::kMonth));
  EXPECT_EQ(said("2013-Q3"), "2013-07-01" + grain(TimeUnit::kQuarter));
  EXPECT_EQ(said("2013-W44"), "2013-10-28" + grain(TimeUnit::kWeek));
  EXPECT_EQ(said("2013-W44-WE"), "2013-11-02" + grain(TimeUnit::kWeekend));
  EXPECT_EQ(said("2013"), "2013-01-01" + grain(TimeUnit::kYear));
  for (const char* none : {"", "199", "P2Y", "PAST_REF", "XXXX-11-02", "2013-SU", "2013-13", "2013-02-30", "2013-Q5"}) {
    EXPECT_EQ(said(none), "-") << none;
  }
}

TEST(AnchorOf, EveryDayOfAWeekLeadsBackToItsWeek) {
  for (int ahead = 0; ahead < 3000; ++ahead) {
    const base::Day monday = day("2009-12-28") + std::chrono::days(7 * (ahead / 7));
    const std::string week = timex_value(unit(TimeUnit::kWeek, 0), day("2009-12-28") + std::chrono::days(ahead));
    ASSERT_TRUE(anchor_of(week).has_value()) << week;
    EXPECT_EQ(anchor_of(week)->day, monday) << week;
  }
}

TEST(DurationValue, AllUnits) {
  EXPECT_EQ(duration_value(30, TimeUnit::kMinute), "PT30M");
  EXPECT_EQ(duration_value(3, TimeUnit::kHour), "PT3H");
  EXPECT_EQ(duration_value(2.5, TimeUnit::kYear), "P2.5Y");
  EXPECT_EQ(duration_value(2, TimeUnit::kDecade), "P20Y");
  EXPECT_EQ(duration_value(1, TimeUnit::kCentury), "P100Y");
  EXPECT_EQ(duration_value(-1, TimeUnit::kDay), "PXD");
  EXPECT_EQ(duration_value(2, TimeUnit::kQuarter), "P2Q");
  EXPECT_EQ(duration_value(0.5, TimeUnit::kHour), "PT30M");
  EXPECT_EQ(duration_value(0.5, TimeUnit::kYear), "P6M");
}

TEST(TimeWords, Numbers) {
  EXPECT_EQ(number_named("two"), 2);
  EXPECT_EQ(number_named("twenty-five"), 25);
  EXPECT_EQ(number_named("ninety"), 90);
  EXPECT_EQ(number_named("2.5"), 2.5);
  EXPECT_EQ(number_named("1,500"), 1500);
  EXPECT_FALSE(number_named("1,5").has_value());
  EXPECT_EQ(number_named("two-and-a-half"), 2.5);
  EXPECT_FALSE(number_named("twenty-ten").has_value());
  EXPECT_FALSE(number_named("2nd").has_value());
  EXPECT_FALSE(number_named("99999999").has_value());
  EXPECT_FALSE(number_named("").has_value());
  EXPECT_FALSE(number_named("often").has_value());
}

TEST(TimeWords, OrdinalsUnitsAndParts) {
  EXPECT_EQ(ordinal_named("third"), 3);
  EXPECT_EQ(ordinal_named("22nd"), 22);
  EXPECT_EQ(ordinal_named("final"), -1);
  EXPECT_FALSE(ordinal_named("22").has_value());
  bool plural = false;
  EXPECT_EQ(unit_named("weeks", &plural), TimeUnit::kWeek);
  EXPECT_TRUE(plural);
  EXPECT_EQ(unit_named("century", &plural), TimeUnit::kCentury);
  EXPECT_FALSE(plural);
  EXPECT_EQ(unit_named("centuries", &plural), TimeUnit::kCentury);
  EXPECT_FALSE(unit_named("weekly", &plural).has_value());
  EXPECT_EQ(part_of_day("evening"), "EV");
  EXPECT_EQ(part_of_day("noon"), "");
}

TEST(TimeWords, MonthsAndWeekdays) {
  EXPECT_EQ(month_named("sept."), 9);
  EXPECT_EQ(month_named("dec"), 12);
  EXPECT_FALSE(month_named("de").has_value());
  EXPECT_FALSE(month_named("marc").has_value());
  EXPECT_EQ(weekday_named("sunday", true), 0);
  EXPECT_EQ(weekday_named("sat.", false), 6);
  EXPECT_FALSE(weekday_named("sat", true).has_value());
  EXPECT_FALSE(weekday_named("satu", false).has_value());
  EXPECT_EQ(season_named("fall"), 3);
  EXPECT_FALSE(season_named("falls").has_value());
}

}  // namespace
}  // namespace dateline::annotate

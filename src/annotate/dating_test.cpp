// The solver on clues; whole reports are in tests/cases/annotate/dating.txt.
#include "annotate/dating.h"

#include <gtest/gtest.h>

namespace dateline::annotate {
namespace {

using Kind = DayClue::Kind;

DayClue month_day(int month, int day, int year = 0) {
  return {Kind::kDay, "the day", year, month, day, -1, 0};
}
DayClue weekday(int day) {
  return {Kind::kWeekday, "on a weekday", 0, 0, 0, day, 0};
}
DayClue ahead(int year) {
  return {Kind::kYearAhead, "in a year", year, 0, 0, -1, 0};
}
DayClue past(int year) {
  return {Kind::kYearPast, "since a year", year, 0, 0, -1, 0};
}

std::string day_of(const std::optional<InferredDay>& found) {
  return found ? base::format_day(found->day) : "-";
}

TEST(InferDays, AYearAheadAndAWeekdayLeaveOneYear) {
  const auto found = infer_days({{std::nullopt, {month_day(11, 2), weekday(6), ahead(2014)}}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(day_of(found[0]), "2013-11-02");
  EXPECT_EQ(found[0]->because, "'the day', 'on a weekday', and 'in a year' ahead");
}

TEST(InferDays, TheNearestYearAheadCounts) {
  const auto found = infer_days({{std::nullopt, {month_day(11, 2), weekday(6), ahead(2050), ahead(2014)}}});
  EXPECT_EQ(day_of(found[0]), "2013-11-02");
}

TEST(InferDays, APastYearIsALowerBound) {
  EXPECT_EQ(day_of(infer_days({{std::nullopt, {month_day(11, 2), past(2013), ahead(2014)}}})[0]), "2013-11-02");
}

TEST(InferDays, APastYearAloneForcesNothing) {
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(11, 2), weekday(6), past(2012)}}})[0].has_value());
}

TEST(InferDays, WeekdaysMustFallOnDaysThatDatedReportsSpeakOf) {
  // A story of a Monday, told on Tuesday and Wednesday, and again a week later.
  const base::Day tuesday = *base::parse_day("2025-03-04");
  const std::vector<DatingReport> reports = {{tuesday, {weekday(1)}},
                                             {tuesday + std::chrono::days(1), {weekday(2)}},
                                             {tuesday + std::chrono::days(8), {weekday(3)}},
                                             {std::nullopt, {weekday(1), weekday(2)}}};
  EXPECT_EQ(day_of(infer_days(reports)[3]), "2025-03-04");
}

TEST(InferDays, SeveralYearsLeftIsNoAnswer) {
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(11, 2), ahead(2014)}}})[0].has_value());
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(11, 2)}}})[0].has_value());
  EXPECT_FALSE(infer_days({{std::nullopt, {weekday(6), ahead(2014)}}})[0].has_value());
}

TEST(InferDays, NoYearLeftIsNoAnswer) {
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(11, 2), weekday(1), past(2013), ahead(2014)}}})[0].has_value());
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(2, 30), past(2013), ahead(2014)}}})[0].has_value());
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(11, 2), past(2015), ahead(2014)}}})[0].has_value());
}

TEST(InferDays, EveryReportOfTheGroupBearsWitness) {
  const auto found = infer_days({{std::nullopt, {weekday(6), ahead(2014)}}, {std::nullopt, {month_day(11, 2)}}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(day_of(found[0]), "2013-11-02");
  EXPECT_EQ(day_of(found[1]), "2013-11-02");
  EXPECT_EQ(found[0]->because, "'on a weekday', the other report's 'the day', and 'in a year' ahead");
}

TEST(InferDays, ThreeReportsAreNotTwo) {
  const auto found =
      infer_days({{std::nullopt, {weekday(6)}}, {std::nullopt, {month_day(11, 2)}}, {std::nullopt, {ahead(2014)}}});
  EXPECT_EQ(found[0]->because, "'on a weekday', another report's 'the day', and another report's 'in a year' ahead");
  EXPECT_FALSE(found[2].has_value());
}

TEST(InferDays, DatelinesOfNeighbouringDays) {
  const auto found =
      infer_days({{std::nullopt, {month_day(11, 2), weekday(6), ahead(2014)}}, {std::nullopt, {month_day(11, 3)}}});
  EXPECT_EQ(day_of(found[0]), "2013-11-02");
  EXPECT_EQ(day_of(found[1]), "2013-11-03");
}

TEST(InferDays, DatelinesFarApartAreNotOneEvent) {
  const auto found =
      infer_days({{std::nullopt, {month_day(11, 2), weekday(6), ahead(2014)}}, {std::nullopt, {month_day(3, 3)}}});
  EXPECT_FALSE(found[0].has_value());
  EXPECT_FALSE(found[1].has_value());
}

TEST(InferDays, AWrittenYearNeedsNoOther) {
  EXPECT_EQ(day_of(infer_days({{std::nullopt, {month_day(3, 4, 2025)}}})[0]), "2025-03-04");
  const auto two = infer_days({{std::nullopt, {month_day(3, 4, 2025)}}, {std::nullopt, {month_day(3, 4, 2024)}}});
  EXPECT_FALSE(two[0].has_value());
}

TEST(InferDays, BesideAStatedDay) {
  const base::Day tuesday = *base::parse_day("2025-03-04");
  for (int day = 0; day < 7; ++day) {
    const auto found = infer_days({{tuesday, {}}, {std::nullopt, {weekday(day)}}});
    EXPECT_FALSE(found[0].has_value());
    ASSERT_TRUE(found[1].has_value());
    EXPECT_EQ(static_cast<int>(base::weekday_of(found[1]->day)), day);
    EXPECT_LE(std::abs((found[1]->day - tuesday).count()), 3);
  }
  EXPECT_EQ(day_of(infer_days({{tuesday, {}}, {std::nullopt, {month_day(12, 30)}}})[1]), "2024-12-30");
  EXPECT_FALSE(infer_days({{tuesday, {}}, {std::nullopt, {}}})[1].has_value());
  EXPECT_EQ(day_of(infer_days({{tuesday, {}}, {std::nullopt, {weekday(1), weekday(2)}}})[1]), "2025-03-04");
  EXPECT_EQ(day_of(infer_days({{tuesday, {}}, {std::nullopt, {weekday(1), weekday(1)}}})[1]), "2025-03-03");
}

TEST(InferDays, AnAgeLeavesTwoYears) {
  const DayClue forty{Kind::kAge, "born in a year", 2013, 0, 0, -1, 40};
  const auto found = infer_days({{std::nullopt, {month_day(11, 2), weekday(6), forty}}});
  EXPECT_EQ(day_of(found[0]), "2013-11-02");
  EXPECT_EQ(found[0]->because, "'the day', 'on a weekday', and 'born in a year' at the age of 40");
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(11, 2), forty}}})[0].has_value());
  EXPECT_EQ(day_of(infer_days({{std::nullopt, {month_day(11, 2), forty, ahead(2014)}}})[0]), "2013-11-02");
  EXPECT_FALSE(infer_days({{std::nullopt, {month_day(11, 2), forty, ahead(2012)}}})[0].has_value());
}

TEST(InferDays, AWeekdayBesideTheDateMustBeItsOwn) {
  DayClue dated = month_day(11, 2);
  dated.weekday = 6;
  EXPECT_EQ(day_of(infer_days({{std::nullopt, {dated, ahead(2014)}}})[0]), "2013-11-02");
  dated.weekday = 0;
  EXPECT_FALSE(infer_days({{std::nullopt, {dated, ahead(2014)}}})[0].has_value());
}

TEST(InferDays, NothingToDo) {
  EXPECT_TRUE(infer_days({}).empty());
  EXPECT_FALSE(infer_days({{*base::parse_day("2025-03-04"), {}}})[0].has_value());
}

}  // namespace
}  // namespace dateline::annotate

#include "annotate/holidays.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::annotate {
namespace {

std::string day_of(const char* name, int year) {
  const auto index = holiday_named(name);
  return index ? base::format_day(holiday_in(*index, year)) : "-";
}

// Known days: tables of the U.S. Naval Observatory and the Book of Common Prayer.
TEST(Holidays, Easter) {
  EXPECT_EQ(base::format_day(easter_sunday(1818)), "1818-03-22");  // The earliest that can be …
  EXPECT_EQ(base::format_day(easter_sunday(1943)), "1943-04-25");  // … and the latest.
  EXPECT_EQ(base::format_day(easter_sunday(2000)), "2000-04-23");
  EXPECT_EQ(base::format_day(easter_sunday(2013)), "2013-03-31");
  EXPECT_EQ(base::format_day(easter_sunday(2025)), "2025-04-20");
}

TEST(Holidays, EasterIsASundayOfSpringInEveryYear) {
  for (int year = 1583; year <= 2999; ++year) {
    const base::Day day = easter_sunday(year);
    EXPECT_EQ(base::weekday_of(day), 0u) << year;
    const std::string text = base::format_day(day).substr(5);
    EXPECT_TRUE(text >= "03-22" && text <= "04-25") << year << text;
  }
}

TEST(Holidays, FixedCountedAndMoving) {
  EXPECT_EQ(day_of("christmas", 2013), "2013-12-25");
  EXPECT_EQ(day_of("new year 's eve", 2013), "2013-12-31");
  EXPECT_EQ(day_of("thanksgiving", 2012), "2012-11-22");
  EXPECT_EQ(day_of("thanksgiving", 2013), "2013-11-28");
  EXPECT_EQ(day_of("black friday", 2013), "2013-11-29");
  EXPECT_EQ(day_of("labor day", 2013), "2013-09-02");
  EXPECT_EQ(day_of("memorial day", 2021), "2021-05-31");
  EXPECT_EQ(day_of("memorial day", 2015), "2015-05-25");
  EXPECT_EQ(day_of("election day", 2016), "2016-11-08");
  EXPECT_EQ(day_of("election day", 2012), "2012-11-06");
  EXPECT_EQ(day_of("mother 's day", 2013), "2013-05-12");
  EXPECT_EQ(day_of("good friday", 2012), "2012-04-06");
  EXPECT_EQ(day_of("ash wednesday", 2013), "2013-02-13");
  EXPECT_EQ(day_of("friday", 2013), "-");
}

TEST(Holidays, Names) {
  EXPECT_TRUE(opens_holiday("new"));
  EXPECT_FALSE(opens_holiday("day"));
  EXPECT_TRUE(holiday_is_fixed(*holiday_named("christmas")));
  EXPECT_FALSE(holiday_is_fixed(*holiday_named("easter")));
}

}  // namespace
}  // namespace dateline::annotate

#include "base/clock.h"

#include <gtest/gtest.h>

namespace dateline::base {
namespace {

std::string read(std::string_view text) {
  const auto instant = parse_instant(text);
  return instant ? format_instant(*instant) : "nothing";
}

TEST(Clock, InstantsWithAndWithoutOffsets) {
  EXPECT_EQ(read("2013-11-02"), "2013-11-02T00:00:00Z");
  EXPECT_EQ(read("2013-11-02T09:00:00Z"), "2013-11-02T09:00:00Z");
  EXPECT_EQ(read("2013-11-02T09:00:00.123+09:00"), "2013-11-02T00:00:00Z");
  EXPECT_EQ(read("2013-11-02 09:15 -0530"), "2013-11-02T14:45:00Z");
  EXPECT_EQ(read("2013-11-02T23:59:60+00"), "2013-11-03T00:00:00Z") << "a leap second is the next one";
}

TEST(Clock, AMomentKeepsTheZoneThatIsStated) {
  const auto again = [](std::string_view text) {
    const auto moment = parse_moment(text);
    return moment ? format_moment(*moment) : "nothing";
  };
  EXPECT_EQ(again("2013-11-02"), "2013-11-02");
  EXPECT_EQ(again("2013-11-02 09:00"), "2013-11-02T09:00:00Z");
  EXPECT_EQ(again("2013-11-02T18:00:00+0900"), "2013-11-02T18:00:00+09:00");
  EXPECT_EQ(again("2013-11-02T18:00:00.5-03:30"), "2013-11-02T18:00:00-03:30");
  EXPECT_EQ(again("2013-11-02T18:00:00-00:00"), "2013-11-02T18:00:00Z");
  EXPECT_EQ(parse_moment("2013-11-02T18:00:00Z")->utc_offset_minutes, 0);
  EXPECT_EQ(parse_moment("2013-11-02T18:00:00")->utc_offset_minutes, std::nullopt);
}

TEST(Clock, TheDayOfAMomentIsThatOfItsZone) {
  EXPECT_EQ(format_day(parse_moment("2013-11-02T21:30:00-05:00")->day()), "2013-11-02");
  EXPECT_EQ(format_day(parse_moment("2013-11-02T05:30:00+09:00")->day()), "2013-11-02");
  EXPECT_EQ(format_day(parse_moment("2013-11-02T21:30:00Z")->day()), "2013-11-02");
}

TEST(Clock, WhatIsNoInstant) {
  for (const char* bad : {"", "2013", "2013-02-30", "2013-11-02T", "2013-11-02T25:00", "2013-11-02T09:00:00Zz",
                          "02.11.2013", "2013-11-02T09:00+9:00", "2013-11-02T09:61"}) {
    EXPECT_EQ(read(bad), "nothing") << bad;
  }
}

TEST(Clock, DaysExist) {
  EXPECT_TRUE(parse_day("2024-02-29"));
  EXPECT_FALSE(parse_day("2023-02-29"));
  EXPECT_FALSE(parse_day("2023-2-9"));
}

TEST(Clock, DayInWords) {
  const Day day = *parse_day("2013-11-02");
  EXPECT_EQ(day_in_words(day), "Saturday 2 November 2013");
  EXPECT_EQ(weekday_of(day), 6u);
  EXPECT_EQ(day_of(*parse_instant("2013-11-02T23:59:59Z")), day);
}

TEST(Clock, DaysBeforeTheEpochRoundDown) {
  EXPECT_EQ(format_day(day_of(*parse_instant("1969-12-31T12:00:00Z"))), "1969-12-31");
}

}  // namespace
}  // namespace dateline::base

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

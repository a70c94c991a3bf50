#include "news/named_days.h"

#include <gtest/gtest.h>

namespace dateline::news {
namespace {

bool named(std::string_view words, TimeType type = TimeType::kTime) {
  return names_day({{0, words.size()}, type, "2013-11-02T04:00"}, words);
}

TEST(NamedDays, AClockTimeAloneNamesNone) {
  for (const std::string_view words : {"4 a.m.", "around 4:10 am", "gegen 16.30 Uhr", "16:30"}) {
    EXPECT_FALSE(named(words)) << words;
  }
}

TEST(NamedDays, OtherTimesDo) {
  for (const std::string_view words : {"4 a.m. on Monday", "Monday at 4 a.m.", "yesterday at 4 p.m.",
                                       "5.11.2013 16 Uhr", "the night", "Dienstagabend"}) {
    EXPECT_TRUE(named(words)) << words;
  }
  EXPECT_TRUE(named("4", TimeType::kDate));
}

}  // namespace
}  // namespace dateline::news

#include "editions/calendar_value.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "editions/story_case.h"

namespace dateline::editions {
namespace {

TEST(CalendarValue, FollowsTheTable) {
  const std::string table = testing::read_text(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/editions/times.tsv");
  std::size_t rows = 0;
  for (const std::string_view line : base::split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = base::split(line, '\t');
    ASSERT_EQ(fields.size(), 4U) << line;
    const auto value = read_calendar_value(fields[0]);
    EXPECT_EQ(value.has_value(), fields[3] != "-") << line;
    if (!value) continue;
    EXPECT_EQ(base::format_day(value->first), fields[1]) << line;
    EXPECT_EQ(base::format_day(value->last), fields[2]) << line;
    EXPECT_EQ(value->label, fields[3]) << line;
    ++rows;
  }
  EXPECT_GE(rows, 15U);
}

TEST(CalendarValue, LeavesTheTimeOfDayOutOfTheValue) {
  EXPECT_EQ(read_calendar_value("2013-11-02T09:00")->value, "2013-11-02");
}

}  // namespace
}  // namespace dateline::editions

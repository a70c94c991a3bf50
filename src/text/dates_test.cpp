#include "text/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "text/case_files.h"

namespace dateline::text {
namespace {

std::string shown(const std::optional<WrittenDate>& date) {
  if (!date) return "-";
  return date->has_time_of_day ? base::format_instant(date->instant) : base::format_day(base::day_of(date->instant));
}

TEST(Dates, CasesOfTheFile) {
  for (const CaseLine& line : read_cases("dates.tsv")) {
    SCOPED_TRACE("dates.tsv:" + std::to_string(line.number));
    ASSERT_EQ(line.fields.size(), 4u);
    const bool whole = line.fields[0] == "parse";
    const auto read =
        whole ? parse_written_date(line.fields[1], line.fields[2]) : find_written_date(line.fields[1], line.fields[2]);
    EXPECT_EQ(shown(read), line.fields[3]) << line.fields[1];
  }
}

TEST(Dates, ADayWithoutTimeIsItsMidnight) {
  const auto date = parse_written_date("2 November 2013", "en");
  ASSERT_TRUE(date.has_value());
  EXPECT_FALSE(date->has_time_of_day);
  EXPECT_EQ(base::format_instant(date->instant), "2013-11-02T00:00:00Z");
}

TEST(Dates, UsSummerTimeBeginsAndEndsOnItsSundays) {
  const auto hour = [](std::string_view text) { return shown(parse_written_date(text, "en")); };
  EXPECT_EQ(hour("March 9, 2013 12:00 PM ET"), "2013-03-09T17:00:00Z");
  EXPECT_EQ(hour("March 10, 2013 12:00 PM ET"), "2013-03-10T16:00:00Z");
  EXPECT_EQ(hour("November 3, 2013 12:00 PM ET"), "2013-11-03T17:00:00Z");
  EXPECT_EQ(hour("March 15, 2006 12:00 PM ET"), "2006-03-15T17:00:00Z");
  EXPECT_EQ(hour("October 15, 2006 12:00 PM PT"), "2006-10-15T19:00:00Z");
}

TEST(Dates, LongAndBrokenInputEndsQuickly) {
  for (const std::string_view piece : {"1 ", "1/", "Nov ", "2013-", "am ", "\xFF", "(", "1:", "年"}) {
    std::string text;
    while (text.size() < (1u << 20)) text += piece;
    EXPECT_FALSE(parse_written_date(text, "en").has_value());
    EXPECT_FALSE(find_written_date(text, "en").has_value());
  }
}

}  // namespace
}  // namespace dateline::text

#include "text/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "text/case_files.h"

namespace dateline::text {
namespace {

std::string shown(const std::optional<WrittenDate>& date) {
  return date ? base::format_moment(*date) : "-";
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
  const auto hour = [](std::string_view text) { return base::format_instant(parse_written_date(text, "en")->instant); };
  EXPECT_EQ(hour("March 9, 2013 12:00 PM ET"), "2013-03-09T17:00:00Z");
  EXPECT_EQ(hour("March 10, 2013 12:00 PM ET"), "2013-03-10T16:00:00Z");
  EXPECT_EQ(hour("November 3, 2013 12:00 PM ET"), "2013-11-03T17:00:00Z");
  EXPECT_EQ(hour("March 15, 2006 12:00 PM ET"), "2006-03-15T17:00:00Z");
  EXPECT_EQ(hour("October 15, 2006 12:00 PM PT"), "2006-10-15T19:00:00Z");
}

TEST(Dates, TheZoneThatIsWrittenIsHandedOut) {
  const auto offset = [](std::string_view text) { return parse_written_date(text, "en")->utc_offset_minutes; };
  EXPECT_EQ(offset("2013-11-02T21:15:00-04:00"), -240);
  EXPECT_EQ(offset("2 November 2013 09:15 IST"), 330);
  EXPECT_EQ(offset("Nov 2, 2013, 9:15 p.m. ET"), -240) << "summer time";
  EXPECT_EQ(offset("Nov 4, 2013, 9:15 p.m. ET"), -300);
  EXPECT_EQ(offset("2 November 2013 09:15 GMT"), 0);
  EXPECT_EQ(offset("2 November 2013 09:15"), std::nullopt);
  EXPECT_EQ(offset("2 November 2013"), std::nullopt);
  EXPECT_EQ(base::format_day(parse_written_date("Nov 2, 2013, 9:15 p.m. ET", "en")->day()), "2013-11-02");
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

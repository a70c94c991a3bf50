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

std::string named(std::string_view text, std::string_view language) {
  std::string out;
  for (const NamedDate& date : find_named_dates(text, language)) {
    const std::string day = base::format_day(date.day);
    out += std::string(date.span.of(text)) + " = " + (date.whole_month ? day.substr(0, 7) : day) + "; ";
  }
  return out;
}

TEST(NamedDates, AreFoundInRunningText) {
  EXPECT_EQ(named("Am Samstag, 2. November 2013, und am 3.12.2013.", "de"),
            "Samstag, 2. November 2013 = 2013-11-02; 3.12.2013 = 2013-12-03; ");
  EXPECT_EQ(named("le 1er mars 2013, en mai 2014", "fr"), "1er mars 2013 = 2013-03-01; mai 2014 = 2014-05; ");
  EXPECT_EQ(named("首相は2013年11月2日、東京で", "ja"), "2013年11月2日 = 2013-11-02; ");
  EXPECT_EQ(named("Nov. 2, 2013, and 11/2/2013", "en"), "Nov. 2, 2013 = 2013-11-02; 11/2/2013 = 2013-11-02; ");
  EXPECT_EQ(named("2013-11-02T09:15", "de"), "");
}

TEST(NamedDates, NeedAYearOfFourDigitsAndAMonth) {
  for (const std::string_view text : {"2. November", "2013", "20131102", "1.2.13", "out 2013", "des 2013", "mar 2013",
                                      "November", "v2.11.20135", "2 5 2013"}) {
    EXPECT_EQ(named(text, "de"), "") << text;
  }
}

TEST(NamedDates, AreFoundInLongLinesToo) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += i % 100 == 50 ? "2. November 2013 " : "wort ";
  EXPECT_GE(find_named_dates(text, "de").size(), 190u);
  EXPECT_TRUE(find_named_dates(std::string(1 << 20, '1'), "de").empty());
  EXPECT_TRUE(find_named_dates(std::string(1 << 20, '\x80') + "1", "de").empty());
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

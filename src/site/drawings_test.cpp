#include "site/drawings.h"

#include <gtest/gtest.h>

#include <tuple>

#include "editions/html_checks.h"
#include "site/frame.h"

namespace dateline::site {
namespace {

using editions::testing::all_matches;
using Texts = std::vector<std::string>;

// A drawing inside a page that has a slot for it.
template <typename Draw>
std::string drawn(std::string_view page, const Draw& draw) {
  Frame frame("Dateline", "Test", Place::kElsewhere, page);
  draw(frame.body());
  return frame.finish().body;
}

std::string bars_page(const std::vector<Bar>& bars) {
  return drawn("site_archive.html",
               [&](editions::Values body) { add_bars(bars, "Reports a year", "report", "BARS", body); });
}

TEST(Bars, AreAsHighAsTheirCountsAndWhatIsThereIsSeen) {
  const std::string page = bars_page({{"2010", "2010: 1,000 reports", "/a", 1000, false},
                                      {"2011", "2011: 1 report", "/b", 1, false},
                                      {"2012", "2012: 0 reports", "/c", 0, false},
                                      {"2013", "2013: 500 reports", "/d", 500, true}});
  EXPECT_EQ(all_matches(page, "<rect[^>]* height=\"([0-9]+)\""), (Texts{"100", "8", "0", "50"}));
  EXPECT_EQ(all_matches(page, "<rect[^>]* y=\"([0-9]+)\""), (Texts{"0", "92", "100", "50"}));
  EXPECT_NE(page.find("<p class=\"most\" aria-hidden=\"true\">1,000 reports</p>"), std::string::npos) << "the axis";
  EXPECT_EQ(all_matches(page, "<li (class=\"chosen\")>").size(), 1U);
  EXPECT_NE(page.find("aria-current=\"true\""), std::string::npos);
}

TEST(Bars, ManyShareTheRoomForNames) {
  std::vector<Bar> bars;
  for (int year = 1950; year <= 2013; ++year) bars.push_back({std::to_string(year), "", "/", 1, false});
  const Texts names = all_matches(bars_page(bars), "class=\"tick\">([0-9]+)<");
  EXPECT_LE(names.size(), 12U);
  EXPECT_GE(names.size(), 8U);
  EXPECT_EQ(names.back(), "2013") << "the newest always has its name";
}

TEST(Bars, NoneAreNoPicture) {
  EXPECT_EQ(bars_page({}).find("<figure"), std::string::npos);
}

std::string month_page_of(int year, unsigned month, MonthSize size) {
  const base::Day second = std::chrono::year{year} / std::chrono::month{month} / 2;
  return drawn("site_archive.html", [&](editions::Values body) {
    editions::Values months = body.add("MONTHS");
    add_month(year, month, {{second, 3}}, 6, size, "MONTH", months);
  });
}

TEST(Month, WeeksBeginOnMondayAndHoldEveryDayOnce) {
  for (const auto& [year, month, weeks, days] : std::vector<std::tuple<int, unsigned, std::size_t, std::size_t>>{
           {2013, 11, 5, 30}, {2010, 2, 4, 28}, {2012, 2, 5, 29}, {2012, 7, 6, 31}, {2015, 3, 6, 31}}) {
    const std::string page = month_page_of(year, month, MonthSize::kSmall);
    EXPECT_EQ(all_matches(page, "<tr>(<td>)").size(), weeks) << year << " " << month;
    const Texts dates = all_matches(page, "class=\"date\">([0-9]+)<");
    ASSERT_EQ(dates.size(), days);
    for (std::size_t i = 0; i < days; ++i) EXPECT_EQ(dates[i], std::to_string(i + 1));
  }
  // 1 November 2013 was a Friday: four empty cells before it.
  EXPECT_NE(month_page_of(2013, 11, MonthSize::kSmall).find("<tr><td></td><td></td><td></td><td></td><td><span"),
            std::string::npos);
}

TEST(Month, ADayWithReportsLeadsToItsPage) {
  const std::string page = month_page_of(2013, 11, MonthSize::kLarge);
  EXPECT_EQ(all_matches(page, "<td><a href=\"([^\"]*)\""), (Texts{"/day/2013-11-02"}));
  EXPECT_NE(page.find("aria-label=\"Saturday 2 November 2013: 3 reports\""), std::string::npos);
  EXPECT_NE(page.find("height=\"50\""), std::string::npos) << "half of what fills a cell";
  EXPECT_NE(page.find("November 2013</caption>"), std::string::npos);
}

std::string spark_page(const Texts& times) {
  std::vector<base::Instant> instants;
  for (const std::string& time : times) instants.push_back(*base::parse_instant(time));
  return drawn("site_front.html", [&](editions::Values body) { add_spark(instants, "SPARK", body.add("TOP")); });
}

TEST(Spark, ShowsWhenReportsCameIn) {
  const std::string hours = spark_page({"2013-11-02T06:00:00Z", "2013-11-02T06:10:00Z", "2013-11-02T18:00:00Z"});
  EXPECT_NE(hours.find("<span>06:00</span>"), std::string::npos);
  EXPECT_NE(hours.find("<span>18:00 UTC</span>"), std::string::npos);
  EXPECT_EQ(all_matches(hours, "<rect x=\"([0-9]+)\""), (Texts{"0", "92"})) << "both ends of the axis";
  EXPECT_EQ(all_matches(hours, "<rect x[^>]* height=\"([0-9]+)\""), (Texts{"12", "6"}));
  const std::string days = spark_page({"2013-11-02", "2013-11-03", "2013-12-01"});
  EXPECT_NE(days.find("<span>2 Nov</span>"), std::string::npos);
  EXPECT_NE(days.find("<span>1 Dec</span>"), std::string::npos);
}

TEST(Spark, SaysNothingAboutTwoReportsOrOneMoment) {
  EXPECT_EQ(spark_page({"2013-11-02", "2013-11-03"}).find("class=\"spark\""), std::string::npos);
  EXPECT_EQ(spark_page({"2013-11-02", "2013-11-02", "2013-11-02"}).find("class=\"spark\""), std::string::npos);
}

}  // namespace
}  // namespace dateline::site

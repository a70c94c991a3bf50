#include "extract/text_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

using ::testing::ElementsAre;

const std::string kReport =
    "The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo ships from next spring.\n"
    "Dredgers will clear the basin before winter, and a park is to be laid out on the old coal quay.\n"
    "Shipping companies said they would move their business to the western basin, which is deeper.\n";

std::string headline_above(const std::string& above) {
  std::vector<Line> lines = read_lines(above + kReport);
  const Run run = mark_report(lines);
  const auto found = find_headline(lines, run);
  return found ? lines[*found].text : "";
}

TEST(FindHeadline, IsTheNearestLineThatCouldBeOne) {
  EXPECT_EQ(headline_above("Home\nNews\nOther ships sank last year\nMenu\nBasin closes for cargo ships\n"),
            "Basin closes for cargo ships");
}

TEST(FindHeadline, BylinesDaysAndToolsMayStandBetween) {
  EXPECT_EQ(headline_above("Basin closes for cargo ships\nBy Orla Quist\n8 October 2024\nPrint\nShare\n"),
            "Basin closes for cargo ships");
}

TEST(FindHeadline, OfHeadlineAndDeckTheUpper) {
  EXPECT_EQ(headline_above("Home\nBasin closes for cargo ships\nTown gets its old quay back\n"),
            "Basin closes for cargo ships");
}

TEST(FindHeadline, IsNeverMadeUp) {
  for (const char* above :
       {"", "Home\nNews\nSport\n", "Sign up for our breakfast email\n", "News Sport What's On Jobs Motors\nHome\n",
        "Slug: BASIN   Priority: 3   Take 1 of 1\n", "Your town. Your tide table.\nNews\n"}) {
    EXPECT_EQ(headline_above(above), "") << above;
  }
}

news::Article head_of(const std::string& text) {
  std::vector<Line> lines = read_lines(text);
  const Run run = mark_report(lines);
  news::Article article;
  article.language = "en";
  read_byline(lines, run, article);
  read_dates(lines, run, article);
  return article;
}

TEST(ReadByline, FromAboveOrFromTheDeskLineBelow) {
  EXPECT_THAT(head_of("By Orla Quist\n" + kReport).authors, ElementsAre("Orla Quist"));
  EXPECT_THAT(head_of(kReport + "(Reporting by Orla Quist; Editing by Sten Abelard)\n").authors,
              ElementsAre("Orla Quist"));
  EXPECT_TRUE(head_of(kReport + "To contact the editor responsible for this story: Sten Abelard at\n").authors.empty());
}

TEST(ReadDates, PublishedAndUpdated) {
  const news::Article article = head_of("Published: 8 October 2024\nUpdated: 9 October 2024\n" + kReport);
  ASSERT_TRUE(article.published.day().has_value());
  EXPECT_EQ(base::format_day(*article.published.day()), "2024-10-08");
  ASSERT_TRUE(article.modified.has_value());
  EXPECT_EQ(base::format_day(article.modified->day()), "2024-10-09");
}

TEST(ReadDates, PublishedAndUpdatedInOneLine) {
  const news::Article article =
      head_of("Publié le 8 octobre 2024 à 18h12 - Mis à jour le 9 octobre 2024 à 19h40 par la rédaction\n" + kReport);
  ASSERT_TRUE(article.published.day().has_value());
  EXPECT_EQ(base::format_day(*article.published.day()), "2024-10-08");
  ASSERT_TRUE(article.modified.has_value());
  EXPECT_EQ(base::format_day(article.modified->day()), "2024-10-09");
}

TEST(ReadDates, TheWordForUpdatedMayFollowItsDay) {
  const news::Article article = head_of("9 October 2024 (updated)\n" + kReport);
  ASSERT_TRUE(article.modified.has_value());
  EXPECT_EQ(base::format_day(article.modified->day()), "2024-10-09");
}

TEST(ReadDates, ADayWithoutAYearOrInACopyrightLineIsNone) {
  EXPECT_FALSE(head_of("Nov. 2\n" + kReport).published.instant.has_value());
  EXPECT_FALSE(
      head_of(kReport + "© 8 October 2024 Harbour Messenger. All rights reserved.\n").published.instant.has_value());
}

}  // namespace
}  // namespace dateline::extract

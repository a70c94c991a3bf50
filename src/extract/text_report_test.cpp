#include "extract/text_report.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

const std::string kSentence =
    "The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo "
    "ships from next spring, after three years of argument.";

std::vector<LineRole> roles_of(std::string_view text) {
  std::vector<Line> lines = read_lines(text);
  mark_report(lines);
  std::vector<LineRole> roles;
  for (const Line& line : lines) roles.push_back(line.role);
  return roles;
}

TEST(ReadLines, DropsBlankLinesAndBullets) {
  const auto lines = read_lines("one\r\n\r\n  • two \n\n- three\n");
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].text, "one");
  EXPECT_EQ(lines[1].text, "two");
  EXPECT_TRUE(lines[1].bullet);
  EXPECT_EQ(lines[2].text, "three");
}

TEST(ReadLines, JoinsOnlyLinesThatAreFull) {
  const std::string wrapped =
      "The harbour council of Vellmar voted on Tuesday to close the eastern\n"
      "basin to cargo ships from next spring, after three years of argument\n"
      "about noise and dust.\n"
      "\n"
      "Dredgers will clear the basin before winter, and a park is to be laid\n"
      "out on the old coal quay. The work will cost 41 million euros, said\n"
      "the engineer.\n"
      "\n"
      "Desk telephone\n"
      "Desk mail\n";
  const auto lines = read_lines(wrapped);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_TRUE(lines[0].text.ends_with("noise and dust."));
  EXPECT_TRUE(lines[1].text.ends_with("said the engineer."));
  EXPECT_EQ(lines[2].text, "Desk telephone");
}

TEST(ReadLines, LongLinesAreNeverJoined) {
  const std::string line(150, 'x');
  EXPECT_EQ(read_lines(line + "\n" + line + "\n" + line).size(), 3u);
}

TEST(MarkReport, AShortInterruptionDoesNotEndTheReport) {
  const auto roles =
      roles_of("Home\nNews\n" + kSentence + "\nAlso Read\n" + kSentence + "\nShare\nPrint\n" + kSentence);
  EXPECT_EQ(roles, (std::vector<LineRole>{LineRole::kFurniture, LineRole::kFurniture, LineRole::kParagraph,
                                          LineRole::kFurniture, LineRole::kParagraph, LineRole::kFurniture,
                                          LineRole::kFurniture, LineRole::kParagraph}));
}

TEST(MarkReport, AMenuBetweenASentenceAndTheReportDoes) {
  std::string text = kSentence + "\n";
  for (int i = 0; i < 15; ++i) text += "Products " + std::string(1, static_cast<char>('A' + i)) + "\n";
  for (int i = 0; i < 5; ++i) text += kSentence + "\n";
  const auto roles = roles_of(text);
  EXPECT_EQ(roles.front(), LineRole::kFurniture);
  EXPECT_EQ(roles.back(), LineRole::kParagraph);
}

TEST(MarkReport, NothingOfAReportComesAfterItsReadersComments) {
  std::string text;
  for (int i = 0; i < 5; ++i) text += kSentence + "\n";
  text += "Comments (2)\n" + kSentence + "\n" + kSentence + "\n";
  const auto roles = roles_of(text);
  EXPECT_EQ(roles[4], LineRole::kParagraph);
  EXPECT_EQ(roles[6], LineRole::kFurniture);
  EXPECT_EQ(roles[7], LineRole::kFurniture);
}

TEST(MarkReport, AnAgencysReportEndsWithItsDesk) {
  const auto roles = roles_of(kSentence + "\n" + kSentence + "\n(Reporting by Orla Quist; Editing by Sten Abelard)\n" +
                              "Clients with questions about this report may ask the desk at any hour.");
  EXPECT_EQ(roles[1], LineRole::kParagraph);
  EXPECT_EQ(roles[2], LineRole::kFurniture);
  EXPECT_EQ(roles[3], LineRole::kFurniture);
}

TEST(MarkReport, SubheadsAndListItemsAreTold) {
  const auto roles =
      roles_of(kSentence + "\nA park on the quay\n" + kSentence + "\n• The cranes are sold.\n" + kSentence);
  EXPECT_EQ(roles[1], LineRole::kSubhead);
  EXPECT_EQ(roles[3], LineRole::kListItem);
}

TEST(MarkReport, ANumberedListIsPartOfTheReport) {
  const auto roles =
      roles_of("Home\nNews\n" + kSentence + "\nThree places are still in the running for it:\n1. Hallsund\n2. " +
               "Brekvik\n3. Langholm\n" + kSentence + "\n" + kSentence + "\nPrint\nHome");
  for (std::size_t i = 4; i < 7; ++i) EXPECT_EQ(roles[i], LineRole::kListItem) << i;
}

TEST(MarkReport, ShortLinesBelowDoNotOutweighTheReport) {
  std::string text = kSentence + "\n" + kSentence;
  for (int i = 0; i < 300; ++i) text += "\nQuay";
  const std::vector<LineRole> roles = roles_of(text);
  EXPECT_EQ(roles[0], LineRole::kParagraph);
  EXPECT_EQ(roles[1], LineRole::kParagraph);
  EXPECT_EQ(roles[2], LineRole::kFurniture);
  EXPECT_EQ(roles.back(), LineRole::kFurniture);
}

TEST(MarkReport, NoReportGivesAnEmptyRun) {
  std::vector<Line> lines = read_lines("Home\nNews\nSport\n");
  EXPECT_TRUE(mark_report(lines).empty());
  std::vector<Line> none;
  EXPECT_TRUE(mark_report(none).empty());
}

}  // namespace
}  // namespace dateline::extract

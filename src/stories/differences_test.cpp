// The parts of facts: numbers, days, names.
#include "stories/differences.h"

#include <gtest/gtest.h>

#include "stories/day_range.h"
#include "stories/numbers.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::add_time;
using testing::make_article;

NumberSaid number(const std::string& sentence, const std::string& language = "en") {
  const auto found = find_numbers(sentence, language, {});
  EXPECT_EQ(found.size(), 1u) << sentence;
  return found.empty() ? NumberSaid{} : found[0];
}

TEST(Numbers, Values) {
  EXPECT_EQ(number("Police counted 3,450 cars.").low, 3450 * 1.0);
  EXPECT_EQ(number("It sold 1.5 tonnes.").low, 1.5);
  EXPECT_EQ(number("It sold 1,5 Tonnen.", "de").low, 1.5);
  EXPECT_EQ(number("Es waren 3.450 Autos.", "de").low, 3450);
  EXPECT_EQ(number("Two dozen cows ran.").low, 24);
  EXPECT_EQ(number("It cost $2.5 million.").thing, "$");
  EXPECT_NEAR(number("It cost $2.5 million.").low, 2.5e6, 1);
  EXPECT_EQ(number("A dozen cows ran.").low, 12);
}

TEST(Numbers, Things) {
  EXPECT_EQ(number("12 people were injured in Brill.").thing, "injured");
  EXPECT_EQ(number("Seven died.").thing, "dead");
  EXPECT_EQ(number("A bridge fell, killing 12 cyclists.").thing, "dead");
  EXPECT_EQ(number("It fell 7 percent.").thing, "percent");
  EXPECT_EQ(number("They saw 30 red cars.").words, "cars");
  EXPECT_EQ(number("Nine.").thing, "");
}

TEST(Numbers, WhatIsNone) {
  for (const char* text :
       {"It happened in 1998.", "They won 31-24.", "At 9:30 they left.", "One of them left.", "An F-16 flew."}) {
    EXPECT_TRUE(find_numbers(text, "en", {}).empty()) << text;
  }
  EXPECT_TRUE(find_numbers("On May 21 they left.", "en", {{3, 9}}).empty());
}

TEST(Numbers, RoundingIsNoContradiction) {
  EXPECT_TRUE(agree(number("about 200 houses"), number("197 houses")));
  EXPECT_TRUE(agree(number("200 houses"), number("197 houses")));
  EXPECT_FALSE(agree(number("197 houses"), number("193 houses")));
  EXPECT_TRUE(agree(number("more than 100 houses"), number("130 houses")));
  EXPECT_FALSE(agree(number("more than 100 houses"), number("90 houses")));
  EXPECT_TRUE(agree(number("nearly 50 houses"), number("47 houses")));
  EXPECT_FALSE(agree(number("12 houses"), number("15 houses")));
}

std::string range(const char* value) {
  const auto found = day_range_of(value);
  return found ? base::format_day(found->first) + " " + base::format_day(found->last) : "none";
}

TEST(DayRange, OfTimexValues) {
  EXPECT_EQ(range("2013-11-02"), "2013-11-02 2013-11-02");
  EXPECT_EQ(range("2013-11-02T21:00"), "2013-11-02 2013-11-02");
  EXPECT_EQ(range("2012-02"), "2012-02-01 2012-02-29");
  EXPECT_EQ(range("2014"), "2014-01-01 2014-12-31");
  EXPECT_EQ(range("2013-W44"), "2013-10-28 2013-11-03");
  EXPECT_EQ(range("2013-W44-WE"), "2013-11-02 2013-11-03");
  EXPECT_EQ(range("2013-Q4"), "2013-10-01 2013-12-31");
  EXPECT_EQ(range("2014-H1"), "2014-01-01 2014-06-30");
  EXPECT_EQ(range("2013-SU"), "2013-06-01 2013-08-31");
  EXPECT_EQ(range("2013-WI"), "2013-12-01 2014-02-28");
  EXPECT_EQ(range("199"), "1990-01-01 1999-12-31");
  for (const char* value :
       {"", "P6M", "PRESENT_REF", "XXXX-11-02", "2013-13", "2013-Q5", "2013-W60", "2013-11-XX", "0000"}) {
    EXPECT_EQ(range(value), "none") << value;
  }
}

// The differences of two one-sentence reports of different outlets.
std::vector<news::Difference> compare(const std::vector<news::Article>& articles) {
  const auto pointers = testing::pointers(articles);
  const auto statements = read_statements(pointers);
  const std::vector<std::size_t> voices = {0, 1};
  Comparison comparison{pointers, voices, {}};
  for (const Statement& statement : statements) comparison.statements.push_back(&statement);
  return find_differences(comparison);
}

TEST(Differences, TimesThatAreMorePrecise) {
  std::vector<news::Article> articles = {
      make_article("a", "A", "", {"The tunnel under the Marl will open to traffic next year, the ministry said."}),
      make_article("b", "B", "", {"Traffic through the tunnel under the Marl will open in late January or February."})};
  add_time(articles[0], "next year", "2014");
  add_time(articles[1], "late January", "2014-01");
  add_time(articles[1], "February", "2014-02");
  const auto found = compare(articles);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].what, "when");
  EXPECT_TRUE(found[0].compatible);
  ASSERT_EQ(found[0].sides.size(), 2u);
  EXPECT_EQ(found[0].sides[0].said, "next year");
  EXPECT_EQ(found[0].sides[1].said, "late January or February");
}

TEST(Differences, TimesThatContradict) {
  std::vector<news::Article> articles = {
      make_article("a", "A", "", {"The tunnel under the Marl opens to traffic on Monday."}),
      make_article("b", "B", "", {"The tunnel under the Marl opens to traffic on Friday."})};
  add_time(articles[0], "Monday", "2014-02-03");
  add_time(articles[1], "Friday", "2014-02-07");
  const auto found = compare(articles);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].compatible);
  articles[1].times[0].value = "2014-02-03";
  EXPECT_TRUE(compare(articles).empty()) << "the same day in other words";
}

TEST(Differences, TimesOfDifferentThings) {
  std::vector<news::Article> articles = {
      make_article("a", "A", "",
                   {"Rescuers reached the village on Monday after the tunnel under the Marl was flooded."}),
      make_article("b", "B", "", {"The king will send a letter on Friday to the widows of Halvar and Tomas Rendt."})};
  add_time(articles[0], "Monday", "2014-02-03");
  add_time(articles[1], "Friday", "2014-02-07");
  EXPECT_TRUE(compare(articles).empty());
}

TEST(Differences, NamesInAnotherSpelling) {
  const auto found = compare({make_article("a", "A", "", {"The village of Upper Morvenko was cut off."}),
                              make_article("b", "B", "", {"Snow cut off the village of Upper Morvenco."})});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, news::Difference::Kind::kName);
  EXPECT_EQ(found[0].sides[0].said, "Morvenko");
  EXPECT_EQ(found[0].sides[1].said, "Morvenco");
}

TEST(Differences, OtherFormsOfANameAreNotOtherSpellings) {
  EXPECT_TRUE(compare({make_article("a", "A", "", {"The army of Russia crossed the river."}),
                       make_article("b", "B", "", {"The Russian army crossed the river."})})
                  .empty());
  EXPECT_TRUE(compare({make_article("a", "A", "", {"The Ministry of Defence bought boats."}),
                       make_article("b", "B", "", {"The Ministry of Defense bought boats."})})
                  .empty());
}

TEST(Differences, AReportThatHasBothNumbersContradictsNone) {
  EXPECT_TRUE(compare({make_article("a", "A", "", {"At first 12 people were injured, later 15 injured were counted."}),
                       make_article("b", "B", "", {"In all 15 people were injured."})})
                  .empty());
  const auto found =
      compare({make_article("a", "A", "", {"In all 12 people were injured by the tram in Orrin."}),
               make_article("b", "B", "", {"In Orrin some 20 people were injured in all, by the tram."})});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].what, "number of injured");
  EXPECT_EQ(found[0].sides[1].said, "some 20");
}

TEST(Statements, TitlesDropOut) {
  const std::vector<news::Article> articles = {make_article(
      "a", "A", "", {"In the evening the Danish Foreign Minister Karen Holm resigned and left for the coast."})};
  const auto statements = read_statements(testing::pointers(articles));
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(statements[0].words.size(), 6u) << "evening, Karen, Holm, resigned, left, coast";
}

}  // namespace
}  // namespace dateline::stories

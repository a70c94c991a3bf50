#include "stories/statement.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "stories/concepts.h"
#include "stories/fact_groups.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::make_article;
using testing::pointers;

Statement read_one(const std::string& sentence) {
  const std::vector<news::Article> articles = {make_article("a", "A", "", {sentence})};
  const auto statements = read_statements(pointers(articles));
  EXPECT_EQ(statements.size(), 1u);
  return statements.empty() ? Statement{} : statements[0];
}

// The words of `sentence` that are kept.
std::vector<std::string> words_of(const std::string& sentence) {
  std::vector<std::string> words;
  for (const PlacedWord& word : read_one(sentence).words) words.emplace_back(word.span.of(sentence));
  return words;
}

using Words = std::vector<std::string>;

TEST(Statement, ContentWordsInOrder) {
  EXPECT_EQ(words_of("The dog of the baker bit a postman."), (Words{"dog", "baker", "bit", "postman"}));
  EXPECT_EQ(words_of("and of the"), Words{});
}

TEST(Statement, HyphensPartWordsOfSomeLength) {
  EXPECT_EQ(words_of("The anti-piracy patrol sent an e-mail."), (Words{"anti", "piracy", "patrol", "sent", "e-mail"}));
}

TEST(Statement, CapitalsAreNamesButNotAtTheBeginning) {
  const Statement statement = read_one("Bakers in Velm baked a very long loaf for the fair.");
  ASSERT_GE(statement.words.size(), 2u);
  EXPECT_FALSE(statement.words[0].name);
  EXPECT_TRUE(statement.words[1].name);
}

TEST(Statement, TitleCaseHasNoNames) {
  for (const PlacedWord& word : read_one("Bakers Bake Longest Loaf Ever In Velm").words) EXPECT_FALSE(word.name);
}

TEST(Statement, KeysAreSortedAndEachOnce) {
  const Statement statement = read_one("Rain fell, rain fell, rain fell on the baker.");
  EXPECT_EQ(statement.keys.size(), 3u);
  EXPECT_TRUE(std::is_sorted(statement.keys.begin(), statement.keys.end()));
}

TEST(Statement, AVeryLongSentenceIsReadToALimit) {
  std::string sentence = "Start";
  while (sentence.size() < 3 * kBytesOfSentence) sentence += " word" + std::to_string(sentence.size());
  const Statement statement = read_one(sentence);
  EXPECT_LT(statement.words.back().span.end_bytes, kBytesOfSentence + 1);
  EXPECT_EQ(statement.span.size_bytes(), sentence.size()) << "the sentence itself stays whole";
}

TEST(StoryWords, RareInTheLanguageWeighsMore) {
  const std::vector<news::Article> articles = {
      make_article("a", "A", "", {"The ferry sank off Velm.", "The ferry carried tulips.", "The ferry was old."})};
  const auto statements = read_statements(pointers(articles));
  const StoryWords words(statements);
  const TermKey ferry = concept_key("ferry", "ferri");
  const TermKey tulips = concept_key("tulips", "tulip");
  EXPECT_LT(words.usual(ferry), words.usual(tulips));
  EXPECT_TRUE(words.is_name(concept_key("velm", "velm")));
  EXPECT_FALSE(words.is_name(ferry));
  EXPECT_EQ(words.usual(12345), 0) << "a word of no statement";
}

TEST(Groups, EveryStatementStandsSomewhere) {
  const std::vector<news::Article> articles = {
      make_article("a", "A", "", {"Thieves stole three paintings from the museum in Velm.", "It rained in the hills."}),
      make_article("b", "B", "", {"Three paintings were stolen from Velm's museum, police said."})};
  const auto statements = read_statements(pointers(articles));
  const std::vector<std::size_t> voices = {0, 1};
  const std::vector<std::size_t> lengths = {2, 1};
  const auto groups = group_statements(statements, StoryWords(statements), voices, lengths);
  std::vector<bool> seen(statements.size(), false);
  for (const auto& group : groups) {
    for (const std::size_t i : group) seen.at(i) = true;
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), true), 3);
  EXPECT_EQ(groups.size(), 2u);
}

TEST(Statements, HeadlinesLeftInTheTextAreTitles) {
  const std::vector<news::Article> articles = {
      make_article("a", "A", "", {"Ferry sinks off Orrin", "The ferry sank.", "\"It sank,\" he said. \"At once.\""})};
  const auto statements = read_statements(testing::pointers(articles));
  ASSERT_GE(statements.size(), 3u);
  EXPECT_TRUE(statements[0].title);
  for (std::size_t i = 1; i < statements.size(); ++i) EXPECT_FALSE(statements[i].title) << i;
}

TEST(Statements, CountsAreReadOnceAndWithoutTimes) {
  std::vector<news::Article> articles = {make_article(
      "a", "A", "", {"It rained.", "On 4 May some 12 dockers were injured, and two trams burned."}, "2020-05-05")};
  testing::add_time(articles[0], "4 May", "2020-05-04");
  const auto statements = read_statements(testing::pointers(articles));
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_TRUE(statements[0].counts.empty());
  ASSERT_EQ(statements[1].counts.size(), 2u);
  EXPECT_EQ(statements[1].counts[0].span.of(articles[0].text), "some 12");
  EXPECT_EQ(statements[1].counts[0].thing_span.of(articles[0].text), "injured");
  EXPECT_EQ(statements[1].counts[1].span.of(articles[0].text), "two");
}

}  // namespace
}  // namespace dateline::stories

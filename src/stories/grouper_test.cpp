#include "stories/grouper.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

using testing::make_article;
using testing::read_case;
using testing::StoryCase;

std::filesystem::path cases() {
  return std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/cases/stories/group";
}

// Stories as they are in the end, after all moves.
std::vector<Placement> place_all(const std::vector<news::Article>& articles) {
  Grouper grouper;
  std::vector<Placement> placements;
  std::map<std::string, std::size_t> number_of;
  for (const news::Article& article : articles) {
    number_of[article.uri] = placements.size();
    placements.push_back(grouper.place(article));
    for (const Move& move : placements.back().moves) placements[number_of.at(move.uri)].story = move.story;
  }
  return placements;
}

TEST(Grouper, Cases) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(cases())) {
    SCOPED_TRACE(entry.path().filename().string());
    const StoryCase test = read_case(entry.path());
    const std::vector<Placement> placed = place_all(test.articles);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        EXPECT_EQ(placed[i].story == placed[j].story, test.stories[i] == test.stories[j]) << i << " and " << j;
      }
    }
    std::map<std::size_t, std::size_t> copies;
    for (const auto& expected : test.expectations) {
      ASSERT_EQ(expected.kind, "copy");
      copies[std::stoul(expected.parts.at(0))] = std::stoul(expected.parts.at(1));
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
      ASSERT_EQ(placed[i].duplicate_of.has_value(), copies.contains(i)) << i;
      if (copies.contains(i)) {
        EXPECT_EQ(*placed[i].duplicate_of, test.articles[copies[i]].uri);
      }
    }
    ++count;
  }
  EXPECT_GE(count, 3u);
}

TEST(Grouper, IdComesFromTheFirstUri) {
  Grouper grouper;
  const Placement placement =
      grouper.place(make_article("https://one.example/a", "A", "Snow closes the Tarn pass", {}));
  EXPECT_TRUE(placement.opened);
  EXPECT_EQ(placement.score, 0);
  EXPECT_EQ(placement.story.size(), 14u);
  EXPECT_TRUE(placement.story.starts_with("s-"));
  Grouper again;
  EXPECT_EQ(again.place(make_article("https://one.example/a", "A", "Other words altogether", {})).story,
            placement.story);
}

TEST(Grouper, ArticlesWithoutAUriOpenStoriesOfTheirOwn) {
  Grouper grouper;
  const Placement one = grouper.place(make_article("", "A", "Snow closes the Tarn pass", {}));
  const Placement two = grouper.place(make_article("", "B", "Ten bakers share a prize in Velm", {}));
  EXPECT_TRUE(one.opened);
  EXPECT_TRUE(two.opened);
  EXPECT_NE(one.story, two.story);
}

TEST(Grouper, SameCallsSameResults) {
  const StoryCase test = read_case(cases() / "bridges.txt");
  const auto first = place_all(test.articles);
  const auto second = place_all(test.articles);
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].story, second[i].story);
    EXPECT_EQ(first[i].score, second[i].score);
  }
}

TEST(Grouper, RestoredStateGoesOnAsBefore) {
  const StoryCase test = read_case(cases() / "bridges.txt");
  const auto whole = place_all(test.articles);
  Grouper grouper;
  grouper.restore(test.articles[0], whole[0].story);
  grouper.restore(test.articles[1], whole[1].story);
  for (std::size_t i = 2; i < whole.size(); ++i) EXPECT_EQ(grouper.place(test.articles[i]).story, whole[i].story);
}

TEST(Grouper, EmptyArticlesStayAlone) {
  Grouper grouper;
  std::set<std::string> stories;
  for (int i = 0; i < 3; ++i) {
    const Placement placement = grouper.place(make_article("u" + std::to_string(i), "", "", {}));
    EXPECT_TRUE(placement.opened);
    EXPECT_FALSE(placement.duplicate_of);
    stories.insert(placement.story);
  }
  EXPECT_EQ(stories.size(), 3u);
}

TEST(Grouper, ManyCopiesAreOneStory) {
  Grouper grouper;
  const std::vector<std::string> text = {
      "The cable car to the Hornspitze stopped in a gale on Thursday with sixty skiers in its cabins, police said.",
      "Helicopters could not fly, so rescuers walked up the mountain and lowered the skiers by rope until midnight."};
  std::set<std::string> stories;
  for (int i = 0; i < 700; ++i) {
    const Placement placement =
        grouper.place(make_article("u" + std::to_string(i), "", "Skiers trapped", text, "2012-02-02"));
    stories.insert(placement.story);
    EXPECT_EQ(placement.duplicate_of.has_value(), i > 0);
  }
  EXPECT_EQ(stories.size(), 1u);
}

TEST(Grouper, DaysOutOfOrder) {
  const StoryCase test = read_case(cases() / "bridges.txt");
  const std::vector<news::Article> turned(test.articles.rbegin(), test.articles.rend());
  const auto placed = place_all(turned);
  EXPECT_EQ(placed[0].story, placed[2].story);
  EXPECT_EQ(placed[1].story, placed[3].story);
  EXPECT_NE(placed[0].story, placed[1].story);
}

TEST(Grouper, LanguagesDoNotMix) {
  Grouper grouper;
  const std::vector<std::string> text = {
      "Bahnhof Altstadt Feuer Peter Molden Alarm Bahnhof Altstadt Feuer Peter Molden."};
  const Placement german = grouper.place(make_article("a", "", "Feuer im Bahnhof Altstadt", text, "", "de"));
  const Placement english = grouper.place(make_article("b", "", "Feuer im Bahnhof Altstadt", text, "", "en"));
  EXPECT_NE(german.story, english.story);
}

TEST(Grouper, RoundUpsGlueNothing) {
  const StoryCase test = read_case(cases() / "bridges.txt");
  Grouper grouper;
  const std::string first = grouper.place(test.articles[0]).story;
  const std::string second = grouper.place(test.articles[1]).story;
  const news::Article round_up =
      make_article("r", "Metro North", "News in brief", {test.articles[0].text, test.articles[1].text}, "2017-08-02");
  const Placement placement = grouper.place(round_up);
  EXPECT_TRUE(placement.opened);
  EXPECT_EQ(grouper.place(test.articles[2]).story, first);
  EXPECT_EQ(grouper.place(test.articles[3]).story, second);
}

// The copy took the place of its own original, and so was told to be a copy of itself, in a story of another article.
TEST(Grouper, WhatGoesToMakeRoomIsNotJoined) {
  Grouper grouper(2);
  const auto report = [](const std::string& uri, const std::string& words) {
    return make_article(uri, "", words + " at noon", {words + " " + words + " " + words}, "2012-02-02");
  };
  const std::string bees = "Twelve beekeepers of Velm counted their hives before the winter came";
  const std::string first =
      grouper.place(report("a", "A tanker lies aground off the Skerry lighthouse since Monday")).story;
  const std::string second = grouper.place(report("b", bees)).story;
  grouper.place(report("c", "Nobody won the chess match between Ostrava and Turnhout this year"));
  const Placement copy = grouper.place(report("d", bees));
  EXPECT_EQ(copy.duplicate_of, std::nullopt);
  EXPECT_TRUE(copy.opened);
  EXPECT_NE(copy.story, first);
  EXPECT_NE(copy.story, second);
}

TEST(Grouper, HugeArticleIsReadToALimit) {
  Grouper grouper;
  std::string paragraph;
  while (paragraph.size() < (std::size_t{5} << 20)) paragraph += "word" + std::to_string(paragraph.size()) + " ";
  news::Article article;
  article.uri = "huge";
  article.append_paragraph(paragraph, news::ParagraphKind::kParagraph);
  EXPECT_TRUE(grouper.place(article).opened);
}

}  // namespace
}  // namespace dateline::stories

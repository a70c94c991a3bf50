#include "stories/rivals.h"

#include <gtest/gtest.h>

#include "stories/test_profiles.h"

namespace dateline::stories {
namespace {

using testing::make_live;
using testing::make_profile;

constexpr StoryNumber kOne = 11;
constexpr StoryNumber kTwo = 12;

// Article 3 with neighbours 0 (.75, story kOne), 1 (.5, kTwo) and 2 (.25, none); at most `capacity` are live.
LiveArticles neighbourhood(std::size_t capacity = 10) {
  LiveArticles articles(capacity);
  for (int i = 0; i < 3; ++i) articles.add(make_live(make_profile({{1}})), {});
  articles.add(make_live(make_profile({{1}})), {{0, 0.75F}, {1, 0.5F}, {2, 0.25F}});
  articles.move(0, kOne);
  articles.move(1, kTwo);
  return articles;
}

TEST(Rivals, AreAllNeighboursButTheOther) {
  const LiveArticles articles = neighbourhood();
  const Rivals all(3, 9, {}, articles);
  EXPECT_EQ(all.at(0), 0.75F);
  EXPECT_EQ(all.at(1), 0.5F);
  EXPECT_EQ(all.at(2), 0.25F);
  EXPECT_EQ(all.at(3), 0) << "beyond the last";
  EXPECT_EQ(Rivals(3, 0, {}, articles).at(0), 0.5F);
  EXPECT_EQ(Rivals(3, 1, {}, articles).at(1), 0.25F);
}

TEST(Rivals, AreNoReportsOfTheStoriesAskedAbout) {
  const LiveArticles articles = neighbourhood();
  EXPECT_EQ(Rivals(3, 9, {kOne, kOne}, articles).at(0), 0.5F);
  const Rivals of_neither(3, 9, {kOne, kTwo}, articles);
  EXPECT_EQ(of_neither.at(0), 0.25F);
  EXPECT_EQ(of_neither.at(1), 0);
}

TEST(Rivals, ThatAreGoneAreNone) {
  LiveArticles articles = neighbourhood(4);
  articles.make_room();
  EXPECT_EQ(Rivals(3, 9, {}, articles).at(0), 0.5F);
}

TEST(Rivals, RankCountsWhatIsMoreAlike) {
  const LiveArticles articles = neighbourhood();
  EXPECT_EQ(Rivals(3, 1, {}, articles).rank(0.5F), 1u);
  EXPECT_EQ(Rivals(3, 0, {}, articles).rank(0.5F), 0u) << "as much as the best";
  EXPECT_EQ(Rivals(3, 9, {}, articles).rank(0.125F), 3u);
}

TEST(Question, NamesStories) {
  EXPECT_FALSE(Question{}.names_a_story());
  EXPECT_TRUE((Question{kOne, kOne}.names_a_story()));
  EXPECT_TRUE((Question{kOne, kTwo}.names(kTwo)));
  EXPECT_FALSE((Question{kOne, kOne}.names(kTwo)));
}

}  // namespace
}  // namespace dateline::stories

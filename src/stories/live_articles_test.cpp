#include "stories/live_articles.h"

#include <gtest/gtest.h>

#include "stories/test_profiles.h"

namespace dateline::stories {
namespace {

using testing::add;
using testing::make_live;
using testing::make_profile;
using testing::words_from;

std::vector<ArticleNumber> found_by(const LiveArticles& articles, const Profile& profile) {
  std::vector<ArticleNumber> numbers;
  for (const Neighbour& neighbour : articles.find(make_live(profile))) numbers.push_back(neighbour.article);
  return numbers;
}

using Numbers = std::vector<ArticleNumber>;

TEST(LiveArticles, FindsByCommonTermsBestFirst) {
  LiveArticles articles(10);
  add(articles, make_profile({{3}, {4}, {5}}));
  add(articles, make_profile({{1}, {2}, {3}}));
  add(articles, make_profile({{7}, {8}, {9}}));
  EXPECT_EQ(found_by(articles, make_profile({{1}, {2}, {3}})), (Numbers{1, 0}));
  EXPECT_EQ(found_by(articles, make_profile({{99}})), Numbers{});
  EXPECT_EQ(found_by(articles, make_profile({})), Numbers{});
}

TEST(LiveArticles, SaysHowAlikeTheyAre) {
  LiveArticles articles(10);
  add(articles, make_profile({{1}, {2}, {3}, {4}}));
  const auto found = articles.find(make_live(make_profile({{3}, {4}, {5}, {6}})));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0].likeness, 0.5, 0.005);
}

TEST(LiveArticles, TheOldestGo) {
  LiveArticles articles(2);
  add(articles, make_profile({{1}}));
  EXPECT_FALSE(articles.is_full());
  add(articles, make_profile({{1}, {2}}));
  ASSERT_TRUE(articles.is_full());
  EXPECT_EQ(articles.first(), 0u);
  articles.make_room();
  EXPECT_FALSE(articles.holds(0)) << "before its place is taken: nothing new must lead to it";
  EXPECT_EQ(found_by(articles, make_profile({{1}})), Numbers{1});
  add(articles, make_profile({{3}}));
  EXPECT_FALSE(articles.holds(0));
  EXPECT_TRUE(articles.holds(1));
  EXPECT_TRUE(articles.holds(2));
  EXPECT_FALSE(articles.holds(3));
  EXPECT_EQ(articles.next(), 3u);
  EXPECT_EQ(found_by(articles, make_profile({{1}})), Numbers{1});
}

TEST(LiveArticles, ManyMoreThanThereIsRoomFor) {
  LiveArticles articles(8);
  for (TermKey i = 0; i < 5000; ++i) add(articles, make_profile({{i}, {100000}}));
  EXPECT_EQ(articles.next(), 5000u);
  EXPECT_EQ(found_by(articles, make_profile({{4999}})), Numbers{4999});
  EXPECT_EQ(found_by(articles, make_profile({{4000}})), Numbers{});
  EXPECT_EQ(found_by(articles, make_profile({{100000}})).size(), 8u);
}

TEST(LiveArticles, OfACommonTermTheNewest) {
  LiveArticles articles(100000);
  constexpr TermKey kMany = 5 * LiveArticles::kPostings;
  for (TermKey i = 0; i < kMany; ++i) add(articles, make_profile({{1}, {10 + i}}));
  const Numbers found = found_by(articles, make_profile({{1}}));
  EXPECT_EQ(found.size(), LiveArticles::kCandidates);
  for (const ArticleNumber number : found) EXPECT_GE(number, kMany - LiveArticles::kPostings);
}

TEST(LiveArticles, RoundUpsAndWhatDoesNotCountAreNotFound) {
  LiveArticles articles(10);
  Profile round_up = make_profile({{1}, {2}});
  round_up.round_up = true;
  add(articles, round_up);
  LiveArticle version = make_live(make_profile({{1}, {2}}));
  version.counts = false;
  articles.add(version, {});
  EXPECT_EQ(found_by(articles, make_profile({{1}, {2}})), Numbers{});
}

TEST(LiveArticles, CandidatesBecomeNeighboursOfEachOther) {
  LiveArticles articles(10);
  add(articles, make_profile({{1}, {2}, {3}}));
  add(articles, make_profile({{2}, {3}, {4}}));
  add(articles, make_profile({{9}}));
  ASSERT_EQ(articles.at(0).neighbours.size(), 1u);
  EXPECT_EQ(articles.at(0).neighbours[0].article, 1u);
  ASSERT_EQ(articles.at(1).neighbours.size(), 1u);
  EXPECT_EQ(articles.at(1).neighbours[0].article, 0u);
  EXPECT_EQ(articles.at(0).neighbours[0].likeness, articles.at(1).neighbours[0].likeness);
  EXPECT_EQ(articles.at(2).neighbours.size(), 0u);
}

TEST(LiveArticles, TheFirstFewCopiesCount) {
  LiveArticles articles(10);
  add(articles, make_profile({{1}}));
  for (int i = 0; i < LiveArticles::kFewCopies; ++i) EXPECT_TRUE(articles.note_copy(0));
  EXPECT_FALSE(articles.note_copy(0));
  EXPECT_FALSE(articles.note_copy(0));
}

TEST(LiveArticles, Moves) {
  LiveArticles articles(10);
  add(articles, make_profile({{1}}));
  EXPECT_EQ(articles.story_of(0), kNoStory);
  articles.move(0, 7);
  EXPECT_EQ(articles.story_of(0), 7u);
}

TEST(CanMeet, DaysTooFarApartDoNot) {
  EXPECT_TRUE(can_meet(make_profile({{1}}, "2020-01-01"), make_profile({{1}}, "2020-01-15")));
  EXPECT_FALSE(can_meet(make_profile({{1}}, "2020-01-16"), make_profile({{1}}, "2020-01-01")));
  EXPECT_TRUE(can_meet(make_profile({{1}}), make_profile({{1}}, "2020-01-01")));
}

TEST(CanMeet, LanguagesThatDifferDoNot) {
  Profile german = make_profile({{1}});
  german.language = LanguageCode("de");
  Profile unknown = make_profile({{1}});
  unknown.language = LanguageCode();
  EXPECT_FALSE(can_meet(make_profile({{1}}), german));
  EXPECT_TRUE(can_meet(unknown, german));
  EXPECT_TRUE(can_meet(german, german));
  LiveArticles articles(10);
  add(articles, german);
  EXPECT_EQ(found_by(articles, make_profile({{1}})), Numbers{});
  EXPECT_EQ(found_by(articles, unknown), Numbers{0});
}

}  // namespace
}  // namespace dateline::stories

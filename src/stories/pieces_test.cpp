// The parts of grouping: vectors, rarity, the live window, the odds.
#include <gtest/gtest.h>

#include <cmath>

#include "stories/concepts.h"
#include "stories/live_articles.h"
#include "stories/rarity.h"
#include "stories/story_match.h"
#include "stories/test_articles.h"
#include "stories/vector.h"
#include "stories/voices.h"

namespace dateline::stories {
namespace {

TermKey key(const char* stem) {
  return key_of(text::term_id(stem));
}

TEST(Vector, KeepsTheHeaviestAndHasLengthOne) {
  const Vector vector = make_vector({{5, 1}, {3, 4}, {9, 3}, {7, 0}}, 2);
  ASSERT_EQ(vector.size(), 2u);
  EXPECT_EQ(vector[0].key, 3u);
  EXPECT_FLOAT_EQ(vector[0].weight, 0.8F);
  EXPECT_EQ(vector[1].key, 9u);
  EXPECT_FLOAT_EQ(vector[1].weight, 0.6F);
}

TEST(Vector, OfEqualWeightsTheLowerKeyStays) {
  const Vector vector = make_vector({{8, 1}, {2, 1}, {5, 1}}, 2);
  ASSERT_EQ(vector.size(), 2u);
  EXPECT_EQ(vector[0].key, 2u);
  EXPECT_EQ(vector[1].key, 5u);
}

TEST(Vector, Likeness) {
  const Vector a = make_vector({{1, 3}, {2, 4}}, 9);
  const Vector b = make_vector({{2, 4}, {4, 3}}, 9);
  EXPECT_FLOAT_EQ(likeness(a, b), 0.64F);
  EXPECT_FLOAT_EQ(likeness(a, a), 1.0F);
  EXPECT_EQ(likeness(a, {}), 0);
  EXPECT_EQ(likeness({}, {}), 0);
}

TEST(Rarity, UsualWordsAreNotTelling) {
  const Rarity rarity;
  EXPECT_LT(rarity.of(key("say")), rarity.of(key("bridg")));
  EXPECT_LT(rarity.of(key("bridg")), rarity.of(key("zxqvonium")));
  EXPECT_GT(usual_share(key("year")), usual_share(key("bridg")));
}

TEST(Rarity, TheStreamTeaches) {
  Rarity rarity;
  const float before = rarity.of(key("zxqvonium"));
  const std::vector<TermKey> keys = {key("zxqvonium")};
  for (int i = 0; i < 500; ++i) rarity.count(keys);
  EXPECT_LT(rarity.of(key("zxqvonium")), before - 3);
}

TEST(Rarity, OldReportsFade) {
  Rarity rarity;
  const std::vector<TermKey> seen = {key("zxqvonium")};
  rarity.count(seen);
  const float after_one = rarity.of(seen[0]);
  for (std::size_t i = 0; i < Rarity::kFadeAfter; ++i) rarity.count({});
  EXPECT_GT(rarity.of(seen[0]), after_one) << "one report long ago no longer counts, and the stream is long";
}

TEST(Concepts, WordsThatNewsUsesForOneAnother) {
  EXPECT_EQ(concept_key("talks", "talk"), concept_key("negotiations", "negoti"));
  EXPECT_EQ(concept_key("minister", "minist"), concept_key("ministerial", "ministeri"));
  EXPECT_EQ(concept_key("defence", "defenc"), concept_key("defense", "defens"));
  EXPECT_NE(concept_key("bridge", "bridg"), concept_key("tunnel", "tunnel"));
}

Profile profile_of(std::vector<TermKey> keys, const char* day = "") {
  Profile profile;
  std::vector<Weighted> terms;
  for (const TermKey term : keys) terms.push_back({term, 1});
  profile.words = make_vector(terms, 100);
  profile.index_keys = std::move(keys);
  profile.day = base::parse_day(day);
  return profile;
}

TEST(LiveArticles, FindsByCommonTermsBestFirst) {
  LiveArticles articles;
  articles.add(profile_of({1, 2, 3}), 0, true);
  articles.add(profile_of({3, 4, 5}), 1, true);
  articles.add(profile_of({1, 2, 3}), 2, false);
  const auto hits = articles.find(profile_of({1, 2, 3}), 10);
  ASSERT_EQ(hits.size(), 2u) << "what is not indexed is not found";
  EXPECT_EQ(hits[0].article, 0u);
  EXPECT_EQ(hits[1].article, 1u);
  EXPECT_EQ(articles.find(profile_of({1, 2, 3}), 1).size(), 1u);
  EXPECT_TRUE(articles.find(profile_of({9}), 10).empty());
}

TEST(LiveArticles, TheOldestGo) {
  LiveArticles articles(2);
  articles.add(profile_of({1}), 0, true);
  articles.add(profile_of({2}), 1, true);
  articles.add(profile_of({3}), 2, true);
  EXPECT_FALSE(articles.holds(0));
  EXPECT_TRUE(articles.holds(2));
  EXPECT_FALSE(articles.holds(3));
  EXPECT_TRUE(articles.find(profile_of({1}), 10).empty());
  EXPECT_EQ(articles.find(profile_of({2, 3}), 10).size(), 2u);
}

TEST(LiveArticles, OfACommonTermTheNewest) {
  LiveArticles articles;
  for (std::size_t i = 0; i < 5 * LiveArticles::kPostings; ++i) articles.add(profile_of({1}), 0, true);
  const auto hits = articles.find(profile_of({1}), 10000);
  EXPECT_EQ(hits.size(), LiveArticles::kPostings);
  EXPECT_EQ(hits[0].article, 5 * LiveArticles::kPostings - 1);
}

TEST(LiveArticles, DaysTooFarApartDoNotMeet) {
  EXPECT_TRUE(can_meet(profile_of({1}, "2020-01-01"), profile_of({1}, "2020-01-15")));
  EXPECT_FALSE(can_meet(profile_of({1}, "2020-01-16"), profile_of({1}, "2020-01-01")));
  EXPECT_TRUE(can_meet(profile_of({1}), profile_of({1}, "2020-01-01")));
}

TEST(StoryMatch, LikerIsLikelier) {
  Clues near{};
  near[static_cast<std::size_t>(Clue::kWordsMean)] = 0.6F;
  near[static_cast<std::size_t>(Clue::kWordsBest)] = 0.7F;
  near[static_cast<std::size_t>(Clue::kLength)] = 5;
  Clues far = near;
  far[static_cast<std::size_t>(Clue::kWordsMean)] = 0.1F;
  far[static_cast<std::size_t>(Clue::kWordsBest)] = 0.1F;
  EXPECT_GT(log_odds(near), least_odds(0));
  EXPECT_LT(log_odds(far), least_odds(1000000));
  EXPECT_LT(least_odds(100), least_odds(10)) << "a young stream asks for more";
  Clues crowded = near;
  crowded[static_cast<std::size_t>(Clue::kRivalMean)] = 0.6F;
  EXPECT_LT(log_odds(crowded), log_odds(near)) << "likeness that others have too says less";
}

TEST(StoryMatch, StoriesWithoutLiveReportsAreForgotten) {
  LiveArticles articles(1);
  LiveStories stories;
  const auto first = stories.open("s-1");
  stories.add(first, articles.add(profile_of({1}), first, true));
  const auto second = stories.open("s-2");
  stories.add(second, articles.add(profile_of({2}), second, true));
  stories.sweep(articles);
  EXPECT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories.find_or_open("s-2"), second);
  EXPECT_NE(stories.find_or_open("s-1"), first);
}

TEST(Voices, OutletsAndCopies) {
  using testing::make_article;
  const std::string text =
      "A long enough report of the village fete at Brill, with stalls, a brass band, cakes, a raffle and a short "
      "shower.";
  const std::vector<news::Article> articles = {make_article("a", "Echo", "", {text}),
                                               make_article("b", "Voice", "", {"Short words."}),
                                               make_article("c", "ECHO", "", {"Other words of the same paper."}),
                                               make_article("d", "Leaf", "", {text}),
                                               make_article("e", "", "", {"An unknown outlet."}),
                                               make_article("f", "", "", {"Another unknown one."})};
  const auto voices = find_voices(testing::pointers(articles));
  EXPECT_EQ(voices, (std::vector<std::size_t>{0, 1, 0, 0, 4, 5}));
}

}  // namespace
}  // namespace dateline::stories

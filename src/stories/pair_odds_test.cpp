#include "stories/pair_odds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "stories/test_profiles.h"

namespace dateline::stories {
namespace {

using testing::add;
using testing::make_profile;
using testing::Word;
using testing::words_from;

float value(const PairClues& clues, PairClue clue) {
  return clues[static_cast<std::size_t>(clue)];
}

// Of a report: `shared` words that its sort has, and `own` ones from `first`.
Profile report(std::size_t shared, TermKey first, std::size_t own) {
  std::vector<Word> words = words_from(1, shared);
  for (const Word& word : words_from(first, own, kAsName)) words.push_back(word);
  for (std::size_t i = 0; i < words.size(); i += 4) words[i].marks |= kInHead;
  return make_profile(words, "2020-01-01");
}

TEST(PairOdds, EveryClueHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kPairClues; ++i) {
    const std::string_view name = name_of(static_cast<PairClue>(i));
    EXPECT_FALSE(name.empty()) << i;
    EXPECT_TRUE(names.insert(name).second) << name;
  }
}

TEST(PairOdds, LikerIsLikelier) {
  LiveArticles articles(100);
  add(articles, report(20, 100, 20));
  add(articles, report(20, 100, 20));
  add(articles, report(2, 300, 38));
  const float near = log_odds(measure(0, 1, {}, articles), {});
  const float far = log_odds(measure(0, 2, {}, articles), {});
  EXPECT_GT(near, 0);
  EXPECT_LT(far, 0);
  EXPECT_LE(near, kMostOdds);
  EXPECT_GE(far, -kMostOdds);
}

TEST(PairOdds, IsSymmetric) {
  LiveArticles articles(100);
  add(articles, report(20, 100, 20));
  add(articles, report(20, 110, 15));
  add(articles, report(12, 115, 9));
  for (ArticleNumber a = 0; a < 3; ++a) {
    for (ArticleNumber b = 0; b < a; ++b) EXPECT_EQ(measure(a, b, {}, articles), measure(b, a, {}, articles));
  }
}

// Two that have a rival in common and hardly a word: neighbours in common spoke for them.
TEST(PairOdds, WhatIsHardlyAlikeIsNotTheSame) {
  LiveArticles articles(100);
  add(articles, report(1, 100, 39));
  add(articles, report(1, 200, 39));
  Profile both = report(1, 100, 20);
  std::vector<ProfileTerm> terms(both.terms.begin(), both.terms.end());
  for (const Word& word : words_from(200, 19)) terms.emplace_back(word.key, terms[0].weight(), word.rarity, word.marks);
  both.terms = ExactArray<ProfileTerm>(terms);
  add(articles, both);
  EXPECT_GT(measure(0, 1, {}, articles)[static_cast<std::size_t>(PairClue::kShared)], 0.9F);
  EXPECT_LE(log_odds(measure(0, 1, {}, articles), {}), -2);
}

TEST(PairOdds, RivalsLowerThem) {
  // The same two, alone and among others that are as like them as they are to each other.
  LiveArticles alone(100);
  LiveArticles crowded(100);
  for (LiveArticles* articles : {&alone, &crowded}) {
    add(*articles, report(20, 100, 20));
    add(*articles, report(20, 200, 20));
  }
  for (TermKey i = 0; i < 12; ++i) add(crowded, report(20, 1000 + 100 * i, 20));
  const PairClues free = measure(0, 1, {}, alone);
  const PairClues rivalled = measure(0, 1, {}, crowded);
  EXPECT_GT(log_odds(free, {}), log_odds(rivalled, {}));
  EXPECT_EQ(value(free, PairClue::kOverall), value(rivalled, PairClue::kOverall));
  for (const PairClue clue : {PairClue::kFirstLeast, PairClue::kSecondLeast, PairClue::kFourthLeast,
                              PairClue::kEighthLeast, PairClue::kEighthMost}) {
    EXPECT_GT(value(free, clue), value(rivalled, clue)) << name_of(clue);
  }
  EXPECT_GT(value(rivalled, PairClue::kShared), value(free, PairClue::kShared));
}

// The twelve that lowered the odds of two are reports of the story that is asked about.
TEST(PairOdds, ReportsOfTheStoryAskedAboutAreNoRivals) {
  LiveArticles articles(100);
  add(articles, report(20, 100, 20));
  articles.move(add(articles, report(20, 200, 20)), 7);
  for (TermKey i = 0; i < 12; ++i) articles.move(add(articles, report(20, 1000 + 100 * i, 20)), 7);
  const Question of_story{7, 7};
  const PairClues all = measure(0, 1, {}, articles);
  const PairClues others = measure(0, 1, of_story, articles);
  EXPECT_GT(value(others, PairClue::kFirstLeast), value(all, PairClue::kFirstLeast));
  EXPECT_EQ(value(others, PairClue::kBothFirst), 1);
  EXPECT_GT(log_odds(others, of_story), log_odds(all, {}));
}

TEST(PairOdds, WhoIsWhoseNearest) {
  LiveArticles articles(100);
  add(articles, report(20, 100, 20));
  add(articles, report(20, 100, 20));
  add(articles, report(20, 105, 15));
  const PairClues twins = measure(0, 1, {}, articles);
  EXPECT_EQ(value(twins, PairClue::kBothFirst), 1);
  EXPECT_EQ(value(twins, PairClue::kOneFirst), 1);
  const PairClues third = measure(0, 2, {}, articles);
  EXPECT_EQ(value(third, PairClue::kBothFirst), 0);
  EXPECT_EQ(value(third, PairClue::kOneFirst), 1) << "it has none that is nearer";
  EXPECT_EQ(value(third, PairClue::kBothNear), 1);
  EXPECT_EQ(value(third, PairClue::kBothClose), 1);
}

TEST(PairOdds, DaysFallWithTheirDistance) {
  const auto odds = [](const char* a, const char* b) {
    return odds_of_days(make_profile({{1}}, a), make_profile({{1}}, b));
  };
  EXPECT_GT(odds("2020-01-01", "2020-01-01"), 0);
  EXPECT_GT(odds("2020-01-01", "2020-01-02"), odds("2020-01-01", "2020-01-05"));
  EXPECT_EQ(odds("2020-01-01", "2020-01-05"), odds("2020-01-05", "2020-01-01"));
  EXPECT_LT(odds("2020-01-01", "2020-01-15"), 0);
  EXPECT_EQ(odds("2020-01-01", ""), 0);
  EXPECT_EQ(odds("", ""), 0);
}

// Which of same, next and other day holds for leads with these days; bit 0 is Monday.
std::string weekday_clue(unsigned a, unsigned b) {
  LiveArticles articles(10);
  for (const unsigned days : {a, b}) {
    Profile profile = make_profile({{1}, {2}});
    profile.weekdays = static_cast<std::uint8_t>(days);
    add(articles, profile);
  }
  const PairClues clues = measure(0, 1, {}, articles);
  std::string said;
  if (value(clues, PairClue::kSameDay) == 1) said += "same";
  if (value(clues, PairClue::kNextDay) == 1) said += "next";
  if (value(clues, PairClue::kOtherDay) == 1) said += "other";
  return said;
}

TEST(PairOdds, Weekdays) {
  constexpr unsigned kMonday = 1;
  constexpr unsigned kTuesday = 2;
  constexpr unsigned kFriday = 16;
  constexpr unsigned kSunday = 64;
  EXPECT_EQ(weekday_clue(kMonday, kMonday | kFriday), "same");
  EXPECT_EQ(weekday_clue(kMonday, kTuesday), "next");
  EXPECT_EQ(weekday_clue(kMonday, kSunday), "next") << "the week has no end";
  EXPECT_EQ(weekday_clue(kSunday, kMonday), "next");
  EXPECT_EQ(weekday_clue(kMonday, kFriday), "other");
  EXPECT_EQ(weekday_clue(0, kFriday), "") << "one lead names none";
  EXPECT_EQ(weekday_clue(0, 0), "");
}

class PairOddsPoints : public ::testing::TestWithParam<Question> {};

TEST_P(PairOddsPoints, AndBiasAddUpToTheOdds) {
  const Question question = GetParam();
  LiveArticles articles(100);
  for (TermKey i = 0; i < 8; ++i) articles.move(add(articles, report(2 * i, 100 + 3 * i, 30)), i % 2);
  const auto sum = [](const PairClues& points) { return std::accumulate(points.begin(), points.end(), 0.0F); };
  EXPECT_EQ(sum(points_of({}, question)), 0);
  std::vector<float> biases;
  for (ArticleNumber a = 0; a < 8; ++a) {
    for (ArticleNumber b = 0; b < a; ++b) {
      const PairClues clues = measure(a, b, question, articles);
      const float odds = log_odds(clues, question);
      if (std::abs(odds) < kMostOdds) biases.push_back(odds - sum(points_of(clues, question)));
    }
  }
  ASSERT_GT(biases.size(), 2u);
  for (const float bias : biases) EXPECT_NEAR(bias, biases.front(), 0.001);
}

INSTANTIATE_TEST_SUITE_P(Questions, PairOddsPoints, ::testing::Values(Question{}, Question{1, 1}));

}  // namespace
}  // namespace dateline::stories

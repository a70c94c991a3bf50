#include "stories/likeness.h"

#include <gtest/gtest.h>

#include "stories/test_profiles.h"

namespace dateline::stories {
namespace {

using testing::make_profile;
using testing::Word;

Likeness likeness_of(const std::vector<Word>& a, const std::vector<Word>& b) {
  const Profile one = make_profile(a);
  const Profile two = make_profile(b);
  return compare(one, lengths_of(one), two, lengths_of(two));
}

TEST(Likeness, TheSameIsOne) {
  const std::vector<Word> words = {{1, kInHead}, {2, kAsName}, {3}, {4}};
  const Likeness likeness = likeness_of(words, words);
  for (const float one : {likeness.words, likeness.head, likeness.names, likeness.plain, likeness.contained,
                          likeness.head_least, likeness.head_most}) {
    EXPECT_NEAR(one, 1, 0.001);
  }
  EXPECT_TRUE(likeness.both_named);
}

TEST(Likeness, NothingInCommonIsNought) {
  const Likeness likeness = likeness_of({{1, kInHead}, {2}}, {{3, kInHead}, {4}});
  EXPECT_EQ(likeness.overall(), 0);
  EXPECT_EQ(likeness.contained, 0);
  EXPECT_EQ(likeness.head_most, 0);
  EXPECT_EQ(likeness.telling, 0);
  EXPECT_FALSE(likeness.both_named);
  EXPECT_EQ(likeness_of({}, {}).overall(), 0);
  EXPECT_EQ(likeness_of({}, {{1}}).contained, 0);
}

TEST(Likeness, IsTheCosine) {
  EXPECT_NEAR(likeness_of({{1}, {2}, {3}, {4}}, {{3}, {4}, {5}, {6}}).words, 0.5, 0.005);
  EXPECT_NEAR(likeness_of({{1}}, {{1}, {2}, {3}, {4}}).words, 0.5, 0.005);
}

TEST(Likeness, IsSymmetric) {
  const std::vector<Word> a = {{1, kInHead}, {2, kAsName, 90}, {3}, {7, kEntity}, {9}};
  const std::vector<Word> b = {{1}, {2, kAsName, 70}, {4, kInHead}, {7, kEntity}};
  const Likeness there = likeness_of(a, b);
  const Likeness back = likeness_of(b, a);
  EXPECT_EQ(there.words, back.words);
  EXPECT_EQ(there.names, back.names);
  EXPECT_EQ(there.contained, back.contained);
  EXPECT_EQ(there.head_least, back.head_least);
  EXPECT_EQ(there.head_most, back.head_most);
}

TEST(Likeness, ABriefIsContainedInTheReport) {
  EXPECT_NEAR(likeness_of({{1}, {2}}, testing::words_from(1, 20)).contained, 1, 0.001);
}

TEST(Likeness, HeadsAreLookedForInTheWholeOfTheOther) {
  const Likeness likeness = likeness_of({{1, kInHead}, {2, kInHead}, {3}}, {{1}, {2}, {4, kInHead}});
  EXPECT_EQ(likeness.head, 0) << "no word stands in both heads";
  EXPECT_NEAR(likeness.head_most, 1, 0.001);
  EXPECT_EQ(likeness.head_least, 0);
}

TEST(Likeness, AWordThatOneSideHasAsANameIsNoPlainWord) {
  EXPECT_EQ(likeness_of({{1, kAsName}, {2}}, {{1}, {3}}).plain, 0);
  EXPECT_EQ(likeness_of({{1, kAsName}, {2}}, {{1}, {3}}).names, 0);
}

TEST(Likeness, EntitiesAreNoWords) {
  const Likeness likeness = likeness_of({{1}, {7, kEntity}}, {{2}, {7, kEntity}});
  EXPECT_EQ(likeness.words, 0);
  EXPECT_GT(likeness.entities, 0);
}

TEST(Likeness, TheThreeRarestWordsTell) {
  const std::vector<Word> words = {{1, 0, 1}, {2, 0, 2}, {3, 0, 4}, {4, 0, 5}};
  const Likeness likeness = likeness_of(words, words);
  EXPECT_FLOAT_EQ(likeness.telling, 5 + 4 + 2);
  EXPECT_FLOAT_EQ(likeness.rare_common, 5 + 4) << "rarer than 3";
}

}  // namespace
}  // namespace dateline::stories

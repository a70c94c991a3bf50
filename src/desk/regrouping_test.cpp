#include "desk/regrouping.h"

#include <gtest/gtest.h>

namespace dateline::desk {
namespace {

stories::Placement placement(std::vector<stories::Move> moves, std::vector<stories::Redirect> redirects) {
  stories::Placement placement;
  placement.moves = std::move(moves);
  placement.redirects = std::move(redirects);
  return placement;
}

TEST(Regrouping, NothingHasChangedAtFirst) {
  EXPECT_EQ(Regrouping().story_now("u:1", "a"), "a");
}

TEST(Regrouping, TheLastMoveCounts) {
  Regrouping regrouping;
  regrouping.take(placement({{"u:1", "b"}}, {}));
  regrouping.take(placement({{"u:1", "c"}}, {}));
  EXPECT_EQ(regrouping.story_now("u:1", "a"), "c");
  EXPECT_EQ(regrouping.moves().size(), 1U);
}

TEST(Regrouping, AMergeTakesWhatMovedThereBeforeAndWhatNobodyMoved) {
  Regrouping regrouping;
  regrouping.take(placement({{"u:1", "b"}}, {}));
  regrouping.take(placement({}, {{"b", "c"}}));
  EXPECT_EQ(regrouping.story_now("u:1", "a"), "c");
  EXPECT_EQ(regrouping.story_now("u:2", "b"), "c");
  EXPECT_EQ(regrouping.moves().at("u:1"), "c");
}

TEST(Regrouping, ASplitAfterAMergeTakesItsReportsOutAgain) {
  Regrouping regrouping;
  regrouping.take(placement({{"u:1", "b"}}, {{"a", "b"}}));
  regrouping.take(placement({{"u:1", "c"}}, {}));
  EXPECT_EQ(regrouping.story_now("u:1", "a"), "c");
  EXPECT_EQ(regrouping.story_now("u:2", "a"), "b");
}

TEST(Regrouping, MergesOfMergesLeadOnInOneStep) {
  Regrouping regrouping;
  regrouping.take(placement({}, {{"a", "b"}}));
  regrouping.take(placement({}, {{"b", "c"}, {"d", "b"}}));
  EXPECT_EQ(regrouping.redirects(), (std::map<std::string, std::string>{{"a", "c"}, {"b", "c"}, {"d", "c"}}));
}

TEST(Regrouping, AStoryNeverLeadsToItself) {
  Regrouping regrouping;
  regrouping.take(placement({}, {{"a", "b"}}));
  regrouping.take(placement({}, {{"b", "a"}}));
  EXPECT_EQ(regrouping.redirects(), (std::map<std::string, std::string>{{"a", "b"}}));
}

std::string name_of(int number) {
  std::string digits = std::to_string(number);
  return "s-" + std::string(6 - digits.size(), '0') + digits;
}

// Each of many stories becomes the next one, and reports have moved to all of them: the worst for whoever follows each
// lead from its beginning, or writes all of them anew at each merge.
TEST(Regrouping, AHeapOfMergesTakesTimeInProportion) {
  constexpr int kStories = 100'000;
  Regrouping regrouping;
  for (int i = 0; i < kStories; ++i) {
    regrouping.take(placement({{"u:" + std::to_string(i), name_of(i)}}, {{name_of(i), name_of(i + 1)}}));
  }
  const std::string last = name_of(kStories);
  EXPECT_EQ(regrouping.story_now("u:none", name_of(0)), last);
  const auto redirects = regrouping.redirects();
  const auto moves = regrouping.moves();
  ASSERT_EQ(redirects.size(), static_cast<std::size_t>(kStories));
  ASSERT_EQ(moves.size(), static_cast<std::size_t>(kStories));
  for (const auto& [from, to] : redirects) ASSERT_EQ(to, last) << from;
  for (const auto& [uri, story] : moves) ASSERT_EQ(story, last) << uri;
}

}  // namespace
}  // namespace dateline::desk

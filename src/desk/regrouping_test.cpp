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

}  // namespace
}  // namespace dateline::desk

#include "extract/line_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace dateline::extract {
namespace {

constexpr std::uint8_t kLong = 10;
constexpr std::uint8_t kMenuLine = 19;

std::vector<Evidence> line(std::uint8_t kind) {
  return {{Sight::kAlways, 0}, {Sight::kKind, kind}};
}

// Long sentences are report, menus are not; a step into a notice inside costs much.
const LineModel& small_model() {
  static const LineModel model(
      "kind\t10\t-1000\t3000\t-1000\t-1000\n"
      "kind\t19\t500\t-2000\t500\t500\n"
      "always\t0\t0\t0\t0\t0\n"
      "then\treport\tinside\t-5000\n");
  return model;
}

TEST(LineModel, FollowsTheStatesInTheirOrder) {
  const auto states = small_model().states({line(kMenuLine), line(kLong), line(kLong), line(kMenuLine)});
  EXPECT_EQ(states,
            (std::vector<LineState>{LineState::kBefore, LineState::kReport, LineState::kReport, LineState::kAfter}));
}

TEST(LineModel, AStepThatCostsMoreThanItGainsIsNotTaken) {
  const auto one_more = small_model().states({line(kLong), line(kLong), line(kMenuLine), line(kLong)});
  EXPECT_EQ(one_more[2],
            LineState::kReport);  // Cheaper than the step inside, and leaving the report loses the last line.
  EXPECT_EQ(one_more[3], LineState::kReport);
  const auto menu =
      small_model().states({line(kLong), line(kLong), line(kMenuLine), line(kMenuLine), line(kMenuLine), line(kLong)});
  EXPECT_EQ(menu[1], LineState::kReport);
  EXPECT_EQ(menu[2], LineState::kAfter);
  EXPECT_EQ(menu[5], LineState::kAfter);
}

TEST(LineModel, ThereIsAlwaysAReport) {
  const auto states = small_model().states({line(kMenuLine), line(kMenuLine)});
  EXPECT_EQ(std::count(states.begin(), states.end(), LineState::kReport), 1);
  EXPECT_EQ(small_model().states({line(kMenuLine)}), std::vector<LineState>{LineState::kReport});
  EXPECT_TRUE(small_model().states({}).empty());
}

TEST(LineModel, RowsThatAreNotSoArePassedOver) {
  const LineModel model(
      "no such sight\t0\t1\t1\t1\t1\nkind\t99\t1\t1\t1\t1\nkind\t-1\t1\t1\t1\t1\nthen\tx\ty\t9\nnonsense");
  EXPECT_EQ(model.states({line(kLong)}).size(), 1u);
}

TEST(LineModel, SaysWhySortedByWeight) {
  const auto reasons = small_model().reasons(line(kMenuLine), LineState::kAfter, 5);
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].what, "kind: menu");
  EXPECT_DOUBLE_EQ(reasons[0].weight, -2.5);
  EXPECT_EQ(small_model().reasons(line(kLong), LineState::kReport, 1).size(), 1u);
}

TEST(LineModel, TheOneThatShipsKnowsASentenceFromAMenu) {
  const auto reasons = line_model().reasons(line(kLong), LineState::kAfter, 1);
  ASSERT_EQ(reasons.size(), 1u);
  EXPECT_EQ(reasons[0].what, "kind: long sentence");
  EXPECT_GT(reasons[0].weight, 0);
}

}  // namespace
}  // namespace dateline::extract

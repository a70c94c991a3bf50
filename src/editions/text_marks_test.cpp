#include "editions/text_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace dateline::editions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "begin-end kinds (told)" for each piece.
std::vector<std::string> cut(const base::Span& block, const std::vector<TextMark>& marks) {
  std::vector<std::string> out;
  std::size_t next = 0;
  for (const MarkedPiece& piece : cut_by_marks(block, marks, next)) {
    out.push_back(std::to_string(piece.span.begin_bytes) + '-' + std::to_string(piece.span.end_bytes) +
                  (piece.kinds.empty() ? "" : ' ' + piece.kinds) + (piece.told.empty() ? "" : " (" + piece.told + ')'));
  }
  return out;
}

TEST(TextMarks, NoMarksGiveOnePiece) {
  EXPECT_THAT(cut({3, 9}, {}), ElementsAre("3-9"));
  EXPECT_THAT(cut({3, 3}, {}), IsEmpty());
}

TEST(TextMarks, NestedMarks) {
  EXPECT_THAT(cut({0, 20}, {{{2, 18}, "direct", ""}, {{4, 10}, "source", ""}, {{6, 8}, "per", "per:a"}}),
              ElementsAre("0-2", "2-4 direct", "4-6 direct source", "6-8 direct source per (per:a)",
                          "8-10 direct source", "10-18 direct", "18-20"));
}

TEST(TextMarks, OverlappingMarks) {
  EXPECT_THAT(cut({0, 9}, {{{1, 5}, "per", "a"}, {{3, 8}, "time", "b"}}),
              ElementsAre("0-1", "1-3 per (a)", "3-5 per time (a; b)", "5-8 time (b)", "8-9"));
}

TEST(TextMarks, TheSameKindIsNamedOnceAndCutsHaveNone) {
  EXPECT_THAT(cut({0, 4}, {{{0, 4}, "per", ""}, {{0, 4}, "per", ""}, {{2, 4}, "", ""}}),
              ElementsAre("0-2 per", "2-4 per"));
}

TEST(TextMarks, EmptyMarksCountForNothing) {
  EXPECT_THAT(cut({0, 4}, {{{2, 2}, "per", ""}}), ElementsAre("0-2", "2-4"));
}

TEST(TextMarks, MarksOverTwoBlocksAreOnBoth) {
  const std::vector<TextMark> marks = {{{2, 9}, "direct", ""}, {{3, 4}, "per", ""}, {{7, 8}, "loc", ""}};
  std::size_t next = 0;
  EXPECT_EQ(cut_by_marks({0, 5}, marks, next).back().kinds, "direct");
  const std::vector<MarkedPiece> second = cut_by_marks({6, 10}, marks, next);
  ASSERT_EQ(second.size(), 4U);
  EXPECT_EQ(second[0].kinds, "direct");
  EXPECT_EQ(second[1].kinds, "direct loc");
  EXPECT_EQ(second[3].kinds, "");
}

TEST(TextMarks, PiecesAreTheBlockWhateverTheMarks) {
  std::mt19937 dice(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<TextMark> marks;
    for (int i = 0; i < 40; ++i) {
      const std::size_t begin = dice() % 50;
      marks.push_back({{begin, begin + dice() % 20}, "per", "x"});
    }
    std::sort(marks.begin(), marks.end(), [](const TextMark& a, const TextMark& b) { return a.span < b.span; });
    std::size_t next = 0;
    for (const base::Span& block : {base::Span{0, 17}, base::Span{18, 18}, base::Span{18, 60}}) {
      std::size_t at = block.begin_bytes;
      for (const MarkedPiece& piece : cut_by_marks(block, marks, next)) {
        ASSERT_EQ(piece.span.begin_bytes, at);
        ASSERT_GT(piece.span.end_bytes, at);
        at = piece.span.end_bytes;
      }
      ASSERT_EQ(at, block.end_bytes);
    }
  }
}

}  // namespace
}  // namespace dateline::editions

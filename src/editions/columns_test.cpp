#include "editions/columns.h"

#include <gtest/gtest.h>

namespace dateline::editions {
namespace {

using Lines = std::vector<std::string>;

TEST(Columns, CountsWhatATerminalShows) {
  EXPECT_EQ(columns_of(""), 0U);
  EXPECT_EQ(columns_of("plain"), 5U);
  EXPECT_EQ(columns_of("“é–…”"), 5U);
  EXPECT_EQ(columns_of("e\u0301"), 1U) << "a combining accent takes none";
  EXPECT_EQ(columns_of("日本語"), 6U);
  EXPECT_EQ(columns_of("ｱ"), 1U) << "half-width";
  EXPECT_EQ(columns_of("한국"), 4U);
  EXPECT_EQ(columns_of("a\u200Bb\u00ADc"), 4U) << "zero-width space none, soft hyphen one, as terminals do";
  EXPECT_EQ(columns_of("\U0001F600"), 2U);
  EXPECT_EQ(columns_of("\x1b[1m"), 3U) << "the escape itself takes none";
  EXPECT_EQ(columns_of("\xff\xfe"), 2U) << "ill-formed bytes are one replacement character each";
}

TEST(Wrap, BreaksAtSpacesAlone) {
  EXPECT_EQ(wrap("the quick brown fox", 10), (Lines{"the quick", "brown fox"}));
  EXPECT_EQ(wrap("  white \n\t space  ", 80), (Lines{"white space"}));
  EXPECT_EQ(wrap("exactly ten", 11), (Lines{"exactly ten"}));
  EXPECT_EQ(wrap("", 10), Lines{});
}

TEST(Wrap, NeverCutsAWord) {
  EXPECT_EQ(wrap("a Donaudampfschifffahrt b", 8), (Lines{"a", "Donaudampfschifffahrt", "b"}));
}

TEST(Wrap, BreaksBetweenCharactersOfScriptsWithoutSpaces) {
  EXPECT_EQ(wrap("日本語新聞", 4), (Lines{"日本", "語新", "聞"}));
  EXPECT_EQ(wrap("日本。語", 4), (Lines{"日", "本。", "語"})) << "a full stop does not begin a line";
  EXPECT_EQ(wrap("in 日本語 now", 7), (Lines{"in 日本", "語 now"}));
}

TEST(Wrap, KeepsCombiningMarksWithTheirLetter) {
  EXPECT_EQ(wrap("e\u0301e\u0301 e\u0301", 2), (Lines{"e\u0301e\u0301", "e\u0301"}));
}

}  // namespace
}  // namespace dateline::editions

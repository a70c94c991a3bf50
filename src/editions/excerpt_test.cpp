#include "editions/excerpt.h"

#include <gtest/gtest.h>

#include "editions/columns.h"

namespace dateline::editions {
namespace {

constexpr std::string_view kSentence =
    "The board hopes to reopen one chamber of the lock by late November, when the spare gate has come by rail.";

Excerpt around(std::string_view words, std::size_t limit_columns) {
  const std::size_t at = kSentence.find(words);
  return excerpt(kSentence, {at, at + words.size()}, limit_columns);
}

TEST(Excerpt, GivesAShortSentenceWhole) {
  const Excerpt whole = around("late November", 200);
  EXPECT_EQ(whole.text(), kSentence);
  EXPECT_EQ(whole.inner, "late November");
}

TEST(Excerpt, CutsAtWordsAndSaysSo) {
  const Excerpt cut = around("late November", 50);
  EXPECT_EQ(cut.text(), "… of the lock by late November, when the spare gate …");
  EXPECT_EQ(cut.before, "… of the lock by ");
  EXPECT_EQ(cut.after, ", when the spare gate …");
}

TEST(Excerpt, GrowsOnOneSideWhereTheOtherEnds) {
  EXPECT_EQ(around("The board", 30).text(), "The board hopes to reopen one …");
  EXPECT_EQ(around("rail.", 30).text(), "… spare gate has come by rail.");
}

TEST(Excerpt, KeepsTheWordsThatMatterHoweverNarrow) {
  EXPECT_EQ(around("late November", 1).text(), "… late November …");
  EXPECT_EQ(excerpt("", {0, 0}, 10).text(), "");
  EXPECT_EQ(excerpt("abc", {7, 9}, 10).text(), "abc") << "a span outside the sentence";
}

TEST(Excerpt, KeepsToTheLimitButForTheDots) {
  for (std::size_t limit = 20; limit < 110; ++limit) {
    EXPECT_LE(columns_of(around("late November", limit).text()), limit + 4) << limit;
  }
}

TEST(Shortened, KeepsWholeWordsAndCutsWhatHasNone) {
  EXPECT_EQ(shortened("Jon Vik", 10), "Jon Vik");
  EXPECT_EQ(shortened("Coastal Roads Agency", 16), "Coastal Roads …");
  EXPECT_EQ(shortened("Wasserstraßenverwaltung", 10), "Wasserst…");
  EXPECT_EQ(shortened("旧市街地区の住民", 9), "旧市街…");
  EXPECT_EQ(shortened("Long", 0), "…");
}

}  // namespace
}  // namespace dateline::editions

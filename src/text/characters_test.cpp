#include "text/characters.h"

#include <gtest/gtest.h>

#include <string>

#include "text/unspaced_words.h"

namespace dateline::text {
namespace {

TEST(Characters, HaveAClass) {
  EXPECT_EQ(class_of('A'), CharClass::kUpper);
  EXPECT_EQ(class_of('z'), CharClass::kLower);
  EXPECT_EQ(class_of('7'), CharClass::kDigit);
  EXPECT_EQ(class_of('\t'), CharClass::kSpace);
  EXPECT_EQ(class_of('-'), CharClass::kPunctuation);
  EXPECT_EQ(class_of('$'), CharClass::kSymbol);
  EXPECT_EQ(class_of(U'É'), CharClass::kUpper);
  EXPECT_EQ(class_of(U'ß'), CharClass::kLower);
  EXPECT_EQ(class_of(U'東'), CharClass::kLetter);
  EXPECT_EQ(class_of(U'٣'), CharClass::kDigit);
  EXPECT_EQ(class_of(U'“'), CharClass::kPunctuation);
  EXPECT_EQ(class_of(U'€'), CharClass::kSymbol);
  EXPECT_EQ(class_of(0x0301), CharClass::kMark);
  EXPECT_EQ(class_of(0x00A0), CharClass::kSpace);
  EXPECT_EQ(class_of(0x200B), CharClass::kSpace);
  EXPECT_EQ(class_of(0x1F44D), CharClass::kSymbol);
  EXPECT_EQ(class_of(0xFFFD), CharClass::kSymbol);
}

TEST(Characters, AreWalkedBothWays) {
  const std::string text = "aé東👍\xFF\x80";
  const std::vector<std::size_t> borders = {0, 1, 3, 6, 10, 11, 12};
  for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
    EXPECT_EQ(char_at(text, borders[i]).end_bytes, borders[i + 1]);
    EXPECT_EQ(char_before(text, borders[i + 1]), borders[i]);
  }
  EXPECT_EQ(char_at(text, text.size()).code, 0u);
  EXPECT_EQ(class_before(text, 0), CharClass::kSpace);
}

TEST(Characters, SpaceOfAnyKindIsSkipped) {
  const std::string text = " \n\xC2\xA0\xE3\x80\x80x";
  EXPECT_EQ(skip_space(text, 0), text.size() - 1);
  EXPECT_EQ(skip_space("  ", 0), 2u);
  EXPECT_EQ(skip_space("x", 0), 0u);
}

TEST(UnspacedWords, CoverTheRunInOrder) {
  std::string run;
  while (run.size() < 10000) run += "東京で会見した";
  const auto ends = unspaced_word_ends(run);
  ASSERT_FALSE(ends.empty());
  EXPECT_EQ(ends.back(), run.size());
  std::size_t last = 0;
  for (const std::size_t end : ends) {
    ASSERT_GT(end, last);
    ASSERT_EQ(end % 3, 0u) << "every character has three bytes";
    last = end;
  }
  EXPECT_TRUE(unspaced_word_ends("").empty());
}

TEST(UnspacedWords, ComeFromTheDictionary) {
  const auto ends = unspaced_word_ends("東京大阪");
  ASSERT_EQ(ends.size(), 2u);
  EXPECT_EQ(ends[0], 6u);
}

}  // namespace
}  // namespace dateline::text

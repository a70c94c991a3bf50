#include "text/words.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "text/case_files.h"

namespace dateline::text {
namespace {

TEST(Fold, CasesOfTheFile) {
  for (const CaseLine& line : read_cases("folds.tsv")) {
    SCOPED_TRACE("folds.tsv:" + std::to_string(line.number));
    ASSERT_EQ(line.fields.size(), 2u);
    EXPECT_EQ(fold(line.fields[0]), line.fields[1]);
  }
}

TEST(Fold, TakesLooseMarksAndInvisibleSignsOff) {
  EXPECT_EQ(fold("Sa\xCC\x83o"), "sao");
  EXPECT_EQ(fold("a\xC2\xAD"
                 "b\xE2\x80\x8B"
                 "c"),
            "abc");
  EXPECT_EQ(fold("\xE2\x84\xAB"), "a");
  EXPECT_EQ(fold("ΑΘΉΝΑ"), fold("αθηνα"));
}

TEST(Fold, KeepsMarksThatMakeAnotherLetter) {
  EXPECT_EQ(fold("Йод"), "йод");
  EXPECT_EQ(fold("и\xCC\x86од"), "йод");
  EXPECT_EQ(fold("Ёлка"), fold("елка"));
  EXPECT_EQ(fold("が"), "が");
  EXPECT_EQ(fold("か\xE3\x82\x99"), "が");
  EXPECT_EQ(fold("हिन्दी"), "हिन्दी");
}

TEST(Fold, GivesWellFormedTextForAnyBytesAndIsStable) {
  for (int first = 0x80; first < 0x100; ++first) {
    for (int second = 0; second < 0x100; second += 7) {
      const std::string bytes = {'A', static_cast<char>(first), static_cast<char>(second), 'B', '\xCC', '\x81'};
      const std::string folded = fold(bytes);
      ASSERT_TRUE(base::is_utf8(folded)) << first << ' ' << second;
      ASSERT_EQ(fold(folded), folded) << first << ' ' << second;
    }
  }
}

TEST(Fold, IsStableForEveryCodePoint) {
  for (char32_t code = 1; code < 0x20000; ++code) {
    std::string text;
    base::append_utf8(text, code);
    const std::string once = fold(text);
    ASSERT_EQ(fold(once), once) << std::hex << static_cast<unsigned>(code);
  }
}

TEST(StopWords, AreFunctionWordsOfTheirLanguage) {
  EXPECT_TRUE(is_stop_word("the", "en"));
  EXPECT_TRUE(is_stop_word("don't", "en"));
  EXPECT_FALSE(is_stop_word("der", "en"));
  EXPECT_TRUE(is_stop_word("der", "de"));
  EXPECT_TRUE(is_stop_word(fold("für"), "de"));
  EXPECT_FALSE(is_stop_word("the", "fr"));
  EXPECT_FALSE(is_stop_word("", "en"));
  for (const std::string_view word : {"fire", "million", "first", "members", "bill", "page", "say", "president"}) {
    EXPECT_FALSE(is_stop_word(word, "en")) << word;
  }
}

TEST(Stemmer, BringsFormsTogether) {
  Stemmer english("en");
  const std::string islands(english.stem("islands"));
  EXPECT_EQ(islands, english.stem("island"));
  const std::string talking(english.stem("talking"));
  EXPECT_EQ(talking, english.stem("talked"));
  Stemmer german("de");
  const std::string children(german.stem("kindern"));
  EXPECT_EQ(children, german.stem("kinder"));
}

TEST(Stemmer, WithoutALanguageReturnsWordsAsTheyAre) {
  for (const std::string_view language : {"", "xx", "ja", "porter-no-such"}) {
    Stemmer none(language);
    EXPECT_EQ(none.stem("islands"), "islands");
  }
}

TEST(Stemmer, SurvivesMovesAndLongWords) {
  Stemmer first("en");
  Stemmer second(std::move(first));
  EXPECT_EQ(second.stem("islands"), "island");
  const std::string giant(1 << 20, 's');
  EXPECT_EQ(second.stem(giant), giant);
}

}  // namespace
}  // namespace dateline::text

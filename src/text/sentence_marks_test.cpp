#include "text/sentence_marks.h"

#include <gtest/gtest.h>

#include <string>

#include "text/sentence_lexicon.h"
#include "text/sentence_words.h"

namespace dateline::text {
namespace {

TEST(MarkRun, TakesInWhatClosesTheSentence) {
  struct Case {
    std::string_view text;
    std::size_t end;
    std::size_t dots;
    bool bang;
    bool quote_closed;
    bool bracket_closed;
  };
  const std::vector<Case> cases = {{". A", 1, 1, false, false, false},
                                   {"... A", 3, 3, false, false, false},
                                   {". . . A", 5, 3, false, false, false},
                                   {"?! A", 2, 0, true, false, false},
                                   {".\" A", 2, 1, false, true, false},
                                   {".) A", 2, 1, false, false, true},
                                   {".\") A", 3, 1, false, true, true},
                                   {".[12] A", 5, 1, false, false, false},
                                   {".[x] A", 1, 1, false, false, false},
                                   {".\"A", 1, 1, false, false, false},
                                   {"!\xE2\x80\x9D A", 4, 0, true, true, false},
                                   {"\xE2\x80\xA6 A", 3, 3, false, false, false},
                                   {". .5", 1, 1, false, false, false},
                                   {"? \xC2\xBB A", 4, 0, true, true, false},
                                   {". \xC2\xBB"
                                    "A",
                                    1, 1, false, false, false}};
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const MarkRun run = read_run(c.text, 0, false);
    EXPECT_EQ(run.end_bytes, c.end);
    EXPECT_EQ(run.dots, c.dots);
    EXPECT_EQ(run.bang, c.bang);
    EXPECT_EQ(run.quote_closed, c.quote_closed);
    EXPECT_EQ(run.bracket_closed, c.bracket_closed);
  }
}

TEST(MarkRun, AStraightQuoteBeforeAWordClosesWhereOneIsOpen) {
  EXPECT_EQ(read_run(".\"A", 0, true).end_bytes, 2u);
  EXPECT_EQ(read_run(".\"A", 0, false).end_bytes, 1u);
}

TEST(Marks, AreFoundByTheirLeadBytes) {
  std::size_t end = 0;
  EXPECT_EQ(next_mark("abc. d", 0), 3u);
  EXPECT_EQ(next_mark("abc", 0), 3u);
  EXPECT_EQ(mark_at("\xE3\x80\x82", 0, &end), Mark::kWide);
  EXPECT_EQ(end, 3u);
  EXPECT_EQ(mark_at("\xE3\x81\x82", 0, &end), Mark::kNone);
  EXPECT_EQ(mark_at("\xE2\x80\xA2", 0, &end), Mark::kBullet);
  EXPECT_EQ(mark_at("\n", 0, &end), Mark::kLine);
}

TEST(SentenceLexicon, MatchesCaseAsItsEntriesAreWritten) {
  const SentenceLexicon& english = SentenceLexicon::of("en");
  EXPECT_EQ(english.abbreviation("Gen"), Abbreviation::kTitle);
  EXPECT_EQ(english.abbreviation("GEN"), Abbreviation::kTitle);
  EXPECT_EQ(english.abbreviation("gen"), Abbreviation::kNone);
  EXPECT_EQ(english.abbreviation("etc"), Abbreviation::kEnd);
  EXPECT_EQ(english.abbreviation("Etc"), Abbreviation::kEnd);
  EXPECT_EQ(english.abbreviation("Nov"), Abbreviation::kDate);
  EXPECT_EQ(english.abbreviation("Mio"), Abbreviation::kNone);
  EXPECT_EQ(english.abbreviation(std::string(1000, 'A')), Abbreviation::kNone);
  EXPECT_EQ(english.abbreviation(""), Abbreviation::kNone);
  EXPECT_TRUE(english.is_starter("The"));
  EXPECT_TRUE(english.is_starter("THE"));
  EXPECT_FALSE(english.is_starter("the"));
  EXPECT_FALSE(english.is_starter("President"));
  EXPECT_TRUE(english.is_speech_verb("said"));
}

TEST(SentenceLexicon, LanguagesHaveTheirOwnListsOrTheEnglishAndGermanOnes) {
  EXPECT_EQ(SentenceLexicon::of("de").abbreviation("Mio"), Abbreviation::kOpen);
  EXPECT_EQ(SentenceLexicon::of("de").abbreviation("Mrs"), Abbreviation::kNone);
  EXPECT_EQ(SentenceLexicon::of("sv").abbreviation("Mio"), Abbreviation::kOpen);
  EXPECT_EQ(SentenceLexicon::of("ru").abbreviation("ул"), Abbreviation::kTitle);
  EXPECT_EQ(SentenceLexicon::of("fr").abbreviation("Mrs"), Abbreviation::kNone);
  EXPECT_EQ(SentenceLexicon::of("").abbreviation("Mrs"), Abbreviation::kTitle);
}

TEST(SentenceWords, AreTold) {
  for (const std::string_view word : {"U.S", "a.m", "J.K", "U.S.A", "z.B", "É.U"})
    EXPECT_TRUE(is_acronym(word)) << word;
  for (const std::string_view word : {"", "U", "U.", "US", "Ph.D", "U..S", "1.2"})
    EXPECT_FALSE(is_acronym(word)) << word;
  EXPECT_TRUE(is_single_letter("É"));
  EXPECT_FALSE(is_single_letter("Éa"));
  EXPECT_FALSE(is_single_letter("1"));
  EXPECT_TRUE(is_roman("XIV"));
  EXPECT_FALSE(is_roman("XIVa"));
  EXPECT_TRUE(writes_ordinals_with_stop("de"));
  EXPECT_FALSE(writes_ordinals_with_stop("en"));
}

}  // namespace
}  // namespace dateline::text

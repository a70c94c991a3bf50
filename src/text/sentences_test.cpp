#include "text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "text/case_files.h"

namespace dateline::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> sentences_of(std::string_view text, std::string_view language = "en") {
  std::vector<std::string> out;
  for (const base::Span& span : split_sentences(text, language)) out.emplace_back(span.of(text));
  return out;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

// Far above what linear time takes on a slow machine under sanitizers, far below what quadratic time would.
constexpr auto kLinearLimit = std::chrono::seconds(5);

TEST(Sentences, CasesOfTheFile) {
  for (const CaseLine& line : read_cases("sentences.txt")) {
    SCOPED_TRACE("sentences.txt:" + std::to_string(line.number));
    ASSERT_EQ(line.fields.size(), 2u);
    std::string paragraph = base::replace_all(line.fields[1], " || ", " \x01");
    paragraph = base::replace_all(paragraph, "||", "\x01");
    std::vector<std::string> expected;
    for (const std::string_view piece : base::split(paragraph, '\x01')) expected.emplace_back(base::trim(piece));
    std::erase(paragraph, '\x01');
    EXPECT_EQ(sentences_of(paragraph, line.fields[0] == "-" ? "" : line.fields[0]), expected) << paragraph;
  }
}

TEST(Sentences, NothingGivesNothing) {
  EXPECT_TRUE(sentences_of("").empty());
  EXPECT_TRUE(sentences_of(" \t\n\xC2\xA0").empty());
}

TEST(Sentences, WhiteSpaceBelongsToNone) {
  EXPECT_THAT(sentences_of("  One is here.  \xC2\xA0 Two is there. \n"), ElementsAre("One is here.", "Two is there."));
}

TEST(Sentences, LineBreaksSeparateAfterBlankLinesAndBeforeListMarks) {
  EXPECT_THAT(sentences_of("A line\nthat goes on"), ElementsAre("A line\nthat goes on"));
  EXPECT_THAT(sentences_of("A heading\n\nA text"), ElementsAre("A heading", "A text"));
  EXPECT_THAT(sentences_of("The list\n- one\n- two"), ElementsAre("The list", "- one", "- two"));
  EXPECT_THAT(sentences_of("A heading\xE2\x80\xA9"
                           "A text"),
              ElementsAre("A heading", "A text"));
}

TEST(Sentences, AnUnknownLanguageUsesTheEnglishAndGermanLists) {
  EXPECT_THAT(sentences_of("Mr. Roe kam bzw. Frau Roe kam. Nobody saw it.", "xx"),
              ElementsAre("Mr. Roe kam bzw. Frau Roe kam.", "Nobody saw it."));
}

TEST(Sentences, IllFormedBytesAreCarriedAlong) {
  const std::string text = "One \xFF\xC3 is. \x80Two\xE2\x80 is here. Three is.";
  expect_sound_spans(text, split_sentences(text, "en"), [](const base::Span& span) { return span; });
  EXPECT_EQ(sentences_of(text).back(), "Three is.");
}

TEST(Sentences, HostileInputTakesLinearTime) {
  const std::vector<std::string> pieces = {
      "a",  ".",    ". ",    "\n",   "\n.",    "\" ",       ".\"",      ".\"a", "a.\"Xa",  "? \"", "(",  "). ",
      "• ", "\n• ", "U.S. ", "Mr. ", "...[1]", "a\xC2\xA0", "\xE2\x80", "。」", "! John ", "1. ",  "- ", "A.B"};
  for (const std::string& piece : pieces) {
    SCOPED_TRACE(piece);
    const std::string text = repeated(piece, 1 << 20);
    const auto start = std::chrono::steady_clock::now();
    expect_sound_spans(text, split_sentences(text, "en"), [](const base::Span& span) { return span; });
    EXPECT_LT(std::chrono::steady_clock::now() - start, kLinearLimit);
  }
}

TEST(Sentences, AMegabyteWithoutAStopIsOneSentence) {
  const std::string text = repeated("word after word ", 1 << 20);
  EXPECT_EQ(split_sentences(text, "en").size(), 1u);
}

}  // namespace
}  // namespace dateline::text

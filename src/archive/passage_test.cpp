#include "archive/passage.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace dateline::archive {
namespace {

// The matches of `words` in `text`, each word a phrase, in order of place.
std::vector<PhraseMatch> find(std::string_view text, const std::vector<std::string>& words) {
  std::vector<PhraseMatch> matches;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (text.substr(at, words[i].size()) == words[i]) matches.push_back({{at, at + words[i].size()}, i});
    }
  }
  return matches;
}

std::string passage(std::string_view text, const std::vector<std::string>& words) {
  return std::string(choose_passage(text, find(text, words)).of(text));
}

std::string filler(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += i == 0 ? "other" : " other";
  return text;
}

TEST(Passage, AShortLineIsTakenWhole) {
  EXPECT_EQ(passage("One line.\nThe navy sails.\nAnother.", {"navy"}), "The navy sails.");
}

TEST(Passage, WithoutAMatchItIsTheBeginning) {
  EXPECT_EQ(passage("One line.\nTwo.", {}), "One line.");
  EXPECT_EQ(passage("", {}), "");
  const std::string text = filler(100);
  const std::string chosen = passage(text, {});
  EXPECT_LE(chosen.size(), kMaxPassageBytes);
  EXPECT_GE(chosen.size(), kMaxPassageBytes - 6);
  EXPECT_TRUE(chosen.ends_with("other"));
}

TEST(Passage, PrefersThePlaceWithMostOfTheWords) {
  const std::string text = "The navy is here.\n" + filler(60) + "\nThe navy and the army talk.\nAn army.";
  EXPECT_EQ(passage(text, {"navy", "army"}), "The navy and the army talk.");
}

TEST(Passage, PrefersTheEarliestOfEqualPlaces) {
  EXPECT_EQ(passage("A navy.\nB navy.\nC navy navy.", {"navy"}), "A navy.");
}

TEST(Passage, InALongLineItBeginsWithTheSentence) {
  const std::string text = filler(60) + ". Then the navy sails. " + filler(60);
  const std::string chosen = passage(text, {"navy"});
  EXPECT_TRUE(chosen.starts_with("Then the navy sails. other")) << chosen;
  EXPECT_LE(chosen.size(), kMaxPassageBytes);
}

TEST(Passage, InALongSentenceItBeginsAndEndsWithAWord) {
  const std::string text = filler(60) + " navy " + filler(60);
  const std::string chosen = passage(text, {"navy"});
  EXPECT_TRUE(chosen.starts_with("other ")) << chosen;
  EXPECT_TRUE(chosen.ends_with(" other")) << chosen;
  EXPECT_NE(chosen.find("navy"), std::string::npos);
  EXPECT_LE(chosen.size(), kMaxPassageBytes);
}

TEST(Passage, ATextWithoutSpacesIsCutBetweenCharacters) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "東";
  text += "京";
  const std::string chosen = passage(text, {"京"});
  EXPECT_TRUE(base::is_utf8(chosen));
  EXPECT_LE(chosen.size(), kMaxPassageBytes);
  EXPECT_NE(chosen.find("京"), std::string::npos);
}

TEST(Passage, AMatchLongerThanThePassageIsSurvived) {
  const std::string text = filler(200);
  const base::Span chosen = choose_passage(text, {{{0, text.size()}, 0}});
  EXPECT_LE(chosen.size_bytes(), kMaxPassageBytes);
}

TEST(Passage, DamagedPackingIsNoticed) {
  EXPECT_FALSE(unpack_passage("").ok());
  EXPECT_FALSE(unpack_passage(std::string("\x02\0\0\0abcd", 8)).ok());
  EXPECT_TRUE(unpack_passage(std::string("\0\0\0\0abcd", 8)).ok());
}

}  // namespace
}  // namespace dateline::archive

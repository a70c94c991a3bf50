#include "extract/line_features.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

TEST(LineFeatures, CountsWordsByTheirFirstLetter) {
  const LineFeatures f = look_at("The “Ferry” left (at last) for Łódź, he said.");
  EXPECT_EQ(f.words, 9u);
  EXPECT_EQ(f.capital_words, 3u);
  EXPECT_EQ(f.lower_words, 6u);
  EXPECT_EQ(f.commas, 1u);
  EXPECT_TRUE(f.ends_sentence);
  EXPECT_FALSE(f.begins_lower);
}

TEST(LineFeatures, SentenceEndsAreSeenThroughQuotesAndBrackets) {
  for (std::string_view line : {"It is over.", "It is over.”", "It is over!)", "(It is over.)", "Ist es vorbei?«",
                                "終わった。", "終わった。」", "یہ ختم ہوا۔", "It is over.*"}) {
    EXPECT_TRUE(look_at(line).ends_sentence) << line;
  }
  for (std::string_view line : {"It is over", "Over:", "Home »", "終わり"})
    EXPECT_FALSE(look_at(line).ends_sentence) << line;
}

TEST(LineFeatures, TeasersEndCutOff) {
  EXPECT_TRUE(look_at("The harbour council has...").ends_cut);
  EXPECT_TRUE(look_at("The harbour council has […]").ends_cut);
  EXPECT_FALSE(look_at("The harbour council has met.").ends_cut);
}

TEST(LineFeatures, ScriptsWithoutSpacesCountTwoCharactersAWord) {
  EXPECT_GE(look_at("港湾評議会は火曜日に港を閉じることを決めた。").words, 8u);
}

TEST(LineFeatures, TelephoneNumbersPricesAndTemplates) {
  EXPECT_TRUE(look_at("+49 30 5550 1200").is_phone);
  EXPECT_TRUE(look_at("Telephone 0555 010 220 between eight and noon.").has_phone);
  EXPECT_FALSE(look_at("In 1998 and 2004 there were 12,500 ships.").has_phone);
  EXPECT_TRUE(look_at("€9 a month").has_price);
  EXPECT_FALSE(look_at("The work will cost €41 million, according to the engineer.").has_price);
  EXPECT_TRUE(look_at("You have {{count}} left").has_template);
  EXPECT_TRUE(look_at("write to desk@messenger.example").has_address);
}

TEST(ReportScore, RunningTextIsAboveFurniture) {
  const auto score = [](std::string_view line) { return report_score(look_at(line)); };
  EXPECT_GT(score("The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo ships."), 1.0);
  EXPECT_GT(score("“It was a good bridge that was badly looked after,” he said."), 0.5);
  for (std::string_view line : {"Home", "News | Sport | Weather | Jobs | Cars", "Subscribe now for unlimited access.",
                                "© 2024 Harbour Messenger Ltd. All rights reserved.", "Most read", "+49 30 5550 1200",
                                "We use cookies to count our readers.", "Real Estate Financial Markets Movies Music"}) {
    EXPECT_LT(score(line), 0) << line;
  }
}

TEST(ReportScore, LongParagraphsMaySpeakOfFurniture) {
  const std::string paragraph =
      "The ministry said on Tuesday that newspapers would have to publish their privacy policy in full, that every "
      "reader "
      "must be asked before cookies are stored on a telephone or a computer, and that fines of up to four percent of "
      "turnover await those who do not comply with the new rules by the end of the year.";
  EXPECT_GT(report_score(look_at(paragraph)), 1.0);
  EXPECT_FALSE(is_furniture(look_at(paragraph)));
}

TEST(LineFeatures, AnyBytesAreAccepted) {
  EXPECT_EQ(look_at("").words, 0u);
  EXPECT_EQ(report_score(look_at("   ")), 0);
  (void)look_at("\xFF\xC3\x28 \xE2\x80");
}

}  // namespace
}  // namespace dateline::extract

#include "extract/text_evidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {
namespace {

// What is seen of line `index` of `text`, in words.
std::vector<std::string> seen(std::string_view text, std::size_t index) {
  const std::vector<Line> lines = read_lines(text);
  const std::vector<std::vector<Evidence>> evidence_of = gather_evidence(lines, best_run(lines));
  std::vector<std::string> names;
  for (const Evidence evidence : evidence_of[index]) names.push_back(name_of(evidence));
  return names;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::string_view kCapture =
    "Weather\n"
    "By Orla Quist\n"
    "The council voted on Tuesday to close the eastern basin to all cargo ships from next spring.\n"
    "Weather\n";

TEST(GatherEvidence, SaysWhatALineIsAndWhatIsAroundIt) {
  const auto names = seen(kCapture, 2);
  EXPECT_TRUE(has(names, "kind: long sentence"));
  EXPECT_TRUE(has(names, "kind before: byline"));
  EXPECT_TRUE(has(names, "kind after: label"));
  EXPECT_TRUE(has(names, "words: 14 or more"));
  EXPECT_TRUE(has(names, "since head: less than 1"));
  EXPECT_TRUE(has(names, "place: in the densest run"));
}

TEST(GatherEvidence, SaysWhatIsRepeated) {
  EXPECT_TRUE(has(seen(kCapture, 0), "mark: repeated label"));
  EXPECT_FALSE(has(seen(kCapture, 1), "mark: repeated label"));
}

TEST(GatherEvidence, TheEdgeOfACaptureIsNoEvidence) {
  for (const std::string& name : seen(kCapture, 0)) EXPECT_FALSE(name.starts_with("kind before")) << name;
  for (const std::string& name : seen(kCapture, 3)) EXPECT_FALSE(name.starts_with("kind after")) << name;
}

TEST(GatherEvidence, TitleAndSentenceInTurnAreTeasers) {
  std::string teasers;
  for (const char* sentence : {"Rents fell again, says the chamber of trade.", "Snow has shut the pass road again.",
                               "The club has named its new coach.", "The cannery takes on forty more people.",
                               "The pier is to be mended by summer."}) {
    teasers += std::string("What the town says\n") + sentence + '\n';
  }
  EXPECT_TRUE(has(seen(teasers, 5), "teasers: 8 of 8 around a sentence"));
}

TEST(GatherEvidence, FewWordsInCommonSayNothingOfAShortReport) {
  const auto names = seen(kCapture, 2);
  EXPECT_TRUE(has(names, "shared words: less than 0"));
  for (const std::string& name : names) EXPECT_FALSE(name.starts_with("shared words at place")) << name;
}

TEST(GatherEvidence, NoLinesNoEvidence) {
  EXPECT_TRUE(gather_evidence({}, dateline::extract::Run{}).empty());
}

TEST(Sights, EachHasItsName) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kSights; ++i) names.insert(name_of(static_cast<Sight>(i)));
  EXPECT_EQ(names.size(), kSights);
  for (std::size_t i = 0; i < kSights; ++i) {
    for (std::size_t value = 0; value < kSightValues; ++value) {
      EXPECT_FALSE(name_of(Evidence{static_cast<Sight>(i), static_cast<std::uint8_t>(value)}).empty());
    }
  }
}

}  // namespace
}  // namespace dateline::extract

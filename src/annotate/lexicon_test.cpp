#include "annotate/lexicon.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/files.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

constexpr std::string_view kClasses =
    "# remark\n"
    "title: gen, judge\n"
    "rolehead: judge, minister\n"
    "nonsense: minister\n"
    "no colon here\n"
    "cue:\n"
    "cue: said, , told\n";

TEST(Lexicon, ReadsClassesAndAddsThemUp) {
  const Lexicon lexicon(kClasses, "apple\tw\nzoo\tw\n");
  EXPECT_EQ(lexicon.classes("gen"), kTitle);
  EXPECT_EQ(lexicon.classes("judge"), kTitle | kRoleHead);
  EXPECT_EQ(lexicon.classes("minister"), WordClasses{kRoleHead});
  EXPECT_NE(lexicon.classes("told") & kCue, 0u);
  EXPECT_EQ(lexicon.classes("remark"), 0u);
  EXPECT_EQ(lexicon.classes("oslo"), 0u);
}

TEST(Lexicon, AFinalStopDoesNotCount) {
  const Lexicon lexicon(kClasses, "");
  EXPECT_EQ(lexicon.classes("gen."), lexicon.classes("gen"));
  EXPECT_EQ(lexicon.classes("."), 0u);
}

TEST(Lexicon, StopWordsAreMarked) {
  const Lexicon lexicon(kClasses, "");
  EXPECT_NE(lexicon.classes("the") & kStopWord, 0u);
  EXPECT_EQ(lexicon.classes("minister") & kStopWord, 0u);
}

TEST(Lexicon, CommonWords) {
  const Lexicon lexicon(kClasses, "apple\tw\nzoo\tw\n");
  EXPECT_TRUE(lexicon.is_common("apple"));
  EXPECT_TRUE(lexicon.is_common("zoo"));
  EXPECT_FALSE(lexicon.is_common("oslo"));
}

TEST(Lexicon, EveryLineOfTheFileIsUnderstood) {
  const auto file = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/data/languages/en/lexicon.txt", 1 << 20);
  ASSERT_TRUE(file.ok());
  const Lexicon lexicon(*file, "");
  std::set<std::string> classes;
  for (const std::string_view line : base::split(*file, '\n')) {
    if (line.empty() || line.starts_with("#")) continue;
    const std::size_t colon = line.find(':');
    ASSERT_NE(colon, std::string_view::npos) << line;
    classes.emplace(line.substr(0, colon));
    for (const std::string_view word : base::split(line.substr(colon + 1), ',')) {
      EXPECT_NE(lexicon.classes(base::trim(word)) & ~WordClasses{kStopWord}, 0u) << word << " in " << line;
    }
  }
  EXPECT_EQ(classes.size(), 23u);
}

}  // namespace
}  // namespace dateline::annotate

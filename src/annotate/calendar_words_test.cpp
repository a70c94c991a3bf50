#include "annotate/calendar_words.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "base/files.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

TEST(CalendarWords, FoldsNamesAndCountsThem) {
  const CalendarWords words("# x\nde weekdays: Sonntag, Montag\nde months: Januar/Jänner, Februar\nes lead: de\n");
  const CalendarWords::Words& german = words.of("de");
  ASSERT_EQ(german.count("montag"), 1u);
  EXPECT_EQ(german.at("montag").number, 1);
  EXPECT_EQ(german.at("janner").number, 1);
  EXPECT_EQ(german.at("februar").number, 2);
  EXPECT_EQ(german.at("februar").kind, CalendarWord::Kind::kMonth);
  EXPECT_EQ(words.of("de-AT").size(), german.size());
  EXPECT_TRUE(words.of("fi").empty());
  EXPECT_TRUE(words.of("").empty());
}

TEST(CalendarWords, IllFormedLinesAreSkipped) {
  const CalendarWords words("weekdays: Sonntag\nde sundays: Sonntag\n\nde weekdays Sonntag\n:\n");
  EXPECT_TRUE(words.of("de").empty());
}

TEST(CalendarWords, EveryLanguageOfTheFileHasAWeekAndAYear) {
  const auto file = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/data/calendar-words.txt", 1 << 20);
  ASSERT_TRUE(file.ok());
  const CalendarWords words(*file);
  std::set<std::string> languages;
  for (const std::string_view line : base::split(*file, '\n')) {
    if (!line.empty() && !line.starts_with("#")) languages.emplace(line.substr(0, line.find(' ')));
  }
  EXPECT_GE(languages.size(), 7u);
  for (const std::string& language : languages) {
    std::map<CalendarWord::Kind, std::set<int>> numbers;
    for (const auto& [name, word] : words.of(language)) numbers[word.kind].insert(word.number);
    EXPECT_EQ(numbers[CalendarWord::Kind::kWeekday], (std::set<int>{0, 1, 2, 3, 4, 5, 6})) << language;
    EXPECT_EQ(numbers[CalendarWord::Kind::kMonth].size(), 12u) << language;
  }
}

}  // namespace
}  // namespace dateline::annotate

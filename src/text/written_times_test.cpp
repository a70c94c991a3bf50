#include "text/written_times.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::text {
namespace {

// "HH:MM:SS+minutes" of the whole of `text`, or "-".
std::string shown(std::string_view text, bool marked) {
  const auto items = read_date_items(text);
  const auto time = read_time(items, 0, marked);
  if (!time || time->end != items.size()) return "-";
  const auto seconds = time->since_midnight.count();
  std::string out =
      std::to_string(seconds / 3600) + ":" + std::to_string(seconds / 60 % 60) + ":" + std::to_string(seconds % 60);
  if (time->zone) out += " " + std::to_string(time->zone->offset.count());
  return out;
}

TEST(WrittenTimes, AreReadWhereTheWritingShowsThem) {
  EXPECT_EQ(shown("09:15", false), "9:15:0");
  EXPECT_EQ(shown("9:15:30.25", false), "9:15:30");
  EXPECT_EQ(shown("12 am", false), "0:0:0");
  EXPECT_EQ(shown("12:30 p.m.", false), "12:30:0");
  EXPECT_EQ(shown("9pm EST", false), "21:0:0 -300");
  EXPECT_EQ(shown("15h30", false), "15:30:0");
  EXPECT_EQ(shown("9.15 Uhr", false), "9:15:0");
  EXPECT_EQ(shown("18 Uhr MEZ", false), "18:0:0 60");
  EXPECT_EQ(shown("1421 GMT", false), "14:21:0 0");
  EXPECT_EQ(shown("14:21 GMT+5:30", false), "14:21:0 330");
  EXPECT_EQ(shown("14:21 +0900 (JST)", false), "14:21:0 540");
  EXPECT_EQ(shown("14:21 (UTC)", false), "14:21:0 0");
  EXPECT_EQ(shown("24:00", false), "24:0:0");
  EXPECT_EQ(shown("15:30 PM", false), "15:30:0");
}

TEST(WrittenTimes, NeedASignBeforeThemWhereTheyCouldBeNumbers) {
  for (const std::string_view text : {"9.15", "0915", "091500"}) {
    EXPECT_EQ(shown(text, false), "-") << text;
    EXPECT_NE(shown(text, true), "-") << text;
  }
  EXPECT_EQ(shown("9", true), "-");
}

TEST(WrittenTimes, RefuseWhatNoClockShows) {
  for (const std::string_view text : {"25:00", "9:60", "24:01", "0 pm", "9:5", "am", "", "9:15 +99:00", "13:00:99"}) {
    EXPECT_EQ(shown(text, false), "-") << text;
  }
}

TEST(DateItems, KnowNumbersWordsAndMarks) {
  const auto items = read_date_items("2. März–13年 ");
  ASSERT_EQ(items.size(), 6u);
  EXPECT_EQ(items[0].value, 2);
  EXPECT_FALSE(items[0].glued);
  EXPECT_TRUE(items[1].is_mark('.'));
  EXPECT_TRUE(items[1].glued);
  EXPECT_EQ(month_of_word(items[2].folded), 3u);
  EXPECT_TRUE(items[3].is_mark('-'));
  EXPECT_TRUE(items[4].is_number_of(2, 2));
  EXPECT_EQ(items[5].text, "年");
}

TEST(DateItems, ReadEveryMonthOfTheList) {
  const std::vector<std::pair<std::string_view, unsigned>> names = {
      {"january", 1}, {"februar", 2}, {"marz", 3},     {"avril", 4},   {"mayo", 5},      {"giugno", 6}, {"juli", 7},
      {"aout", 8},    {"sept", 9},    {"oktober", 10}, {"ноября", 11}, {"dezembro", 12}, {"monday", 0}, {"", 0}};
  for (const auto& [name, month] : names) EXPECT_EQ(month_of_word(name), month) << name;
}

TEST(Zones, AreKnownByName) {
  EXPECT_EQ(zone_of_name("IST")->offset.count(), 330);
  EXPECT_EQ(zone_of_name("NPT")->offset.count(), 345);
  EXPECT_EQ(zone_of_name("BRT")->offset.count(), -180);
  EXPECT_TRUE(zone_of_name("ET")->us_summer_time);
  EXPECT_FALSE(zone_of_name("et").has_value()) << "a word of other languages";
}

}  // namespace
}  // namespace dateline::text

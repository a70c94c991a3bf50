#include "extract/line_kinds.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace dateline::extract {
namespace {

LineKind kind_of(std::string_view line) {
  return look_of(line, look_at(line)).kind;
}

TEST(LookOf, WordingAndHeadLinesComeFirst) {
  EXPECT_EQ(kind_of("Comments (14)"), LineKind::kCommentsLabel);
  EXPECT_EQ(kind_of("Also Read"), LineKind::kRelatedLabel);
  EXPECT_EQ(kind_of("© 2024 Harbour Messenger. All rights reserved."), LineKind::kRightsNotice);
  EXPECT_EQ(kind_of("Print"), LineKind::kTool);
  EXPECT_EQ(kind_of("By Orla Quist"), LineKind::kByline);
  EXPECT_EQ(kind_of("8 November 2024"), LineKind::kDate);
  EXPECT_EQ(kind_of("(Reporting by Orla Quist; Editing by Sten Abelard)"), LineKind::kContact);
}

TEST(LookOf, ShapeTellsTheRest) {
  EXPECT_EQ(kind_of("The council voted on Tuesday to close the eastern basin to all cargo ships."),
            LineKind::kLongSentence);
  EXPECT_EQ(kind_of("It was late."), LineKind::kShortSentence);
  EXPECT_EQ(kind_of("Engineers told the town on Monday that its old bridge..."), LineKind::kCut);
  EXPECT_EQ(kind_of("These are the places:"), LineKind::kColon);
  EXPECT_EQ(kind_of("112 (15)"), LineKind::kNumbers);
  EXPECT_EQ(kind_of("A park on the quay"), LineKind::kTitle);
  EXPECT_EQ(kind_of("Weather"), LineKind::kLabel);
  EXPECT_EQ(kind_of("A PARK ON THE QUAY"), LineKind::kCapitals);
  EXPECT_EQ(kind_of("News | Sport | Weather"), LineKind::kMenu);
}

TEST(LookOf, OtherScriptsHaveSentencesToo) {
  EXPECT_EQ(kind_of("港湾評議会は火曜日、三年に及ぶ議論の末、来春から東の泊地を貨物船に閉ざすことを決めた。"),
            LineKind::kLongSentence);
  EXPECT_EQ(
      kind_of("Совет порта решил во вторник закрыть восточный бассейн для грузовых судов с весны следующего года."),
      LineKind::kLongSentence);
}

TEST(LineKinds, EachHasItsName) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kLineKinds; ++i) names.insert(name_of(static_cast<LineKind>(i)));
  EXPECT_EQ(names.size(), kLineKinds);
}

}  // namespace
}  // namespace dateline::extract

#include "editions/outlet_mark.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "editions/story_case.h"

namespace dateline::editions {
namespace {

news::Outlet named(std::string name) {
  return {std::move(name), ""};
}

std::vector<std::string> letters_of(const std::vector<ReportMark>& marks) {
  std::vector<std::string> letters;
  for (const ReportMark& mark : marks) letters.push_back(mark.mark.letters);
  return letters;
}

TEST(OutletMark, LettersFollowTheTable) {
  const std::string table = testing::read_text(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/editions/marks.tsv");
  std::size_t rows = 0;
  for (const std::string_view line : base::split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = base::split(line, '\t');
    ASSERT_EQ(fields.size(), 2U) << line;
    EXPECT_EQ(outlet_mark(fields[0]).letters, fields[1]) << fields[0];
    ++rows;
  }
  EXPECT_GT(rows, 15U);
}

TEST(OutletMark, TheSameNameGivesTheSameColourWhateverItsCase) {
  EXPECT_EQ(outlet_mark("Harbour Gazette").colour, outlet_mark("HARBOUR GAZETTE").colour);
  const OutletMark mark = outlet_mark("Harbour Gazette");
  EXPECT_EQ(mark.colour, mark_palette()[mark.hue]);
  // Fixed: pages of different versions of the program must agree.
  EXPECT_EQ(mark.hue, 9U);
}

TEST(OutletMark, ColoursAreSpreadOverManyNames) {
  std::set<std::size_t> hues;
  for (int i = 0; i < 200; ++i) hues.insert(outlet_mark("Outlet " + std::to_string(i)).hue);
  EXPECT_GE(hues.size(), 20U);
  EXPECT_FALSE(hues.contains(0)) << "grey is kept for unknown outlets";
  EXPECT_EQ(outlet_mark("").hue, 0U);
}

TEST(ReportMarks, ClashingLettersAreResolvedTheSameWayInAnyOrder) {
  std::vector<news::Outlet> outlets = {named("Riverland Radio"), named("Regional Record"), named("Rhine Review"),
                                       named("Bloomberg"), named("Blick")};
  std::map<std::string, std::string> first;
  std::sort(outlets.begin(), outlets.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  do {
    std::set<std::string> seen;
    for (const ReportMark& mark : report_marks(outlets)) {
      EXPECT_TRUE(seen.insert(mark.mark.letters).second) << mark.mark.letters;
      EXPECT_EQ(first.emplace(mark.outlet, mark.mark.letters).first->second, mark.mark.letters);
    }
  } while (std::next_permutation(outlets.begin(), outlets.end(),
                                 [](const auto& a, const auto& b) { return a.name < b.name; }));
  EXPECT_EQ(first["Regional Record"], "RR");
  EXPECT_EQ(first["Blick"], "Bl");
  EXPECT_EQ(first["Bloomberg"], "Bo");
}

TEST(ReportMarks, NobodyTakesLettersThatAnotherHasByRight) {
  // "Rhine Review" and "Regional Record" claim RR; "Rhone" claims Rh, which Rhine Review would take next.
  const auto marks = report_marks(std::vector{named("Rhine Review"), named("Regional Record"), named("Rhone")});
  EXPECT_EQ(letters_of(marks), (std::vector<std::string>{"Ri", "RR", "Rh"}));
}

TEST(ReportMarks, FallBackToNumbersWhenAllLettersAreTaken) {
  std::vector<news::Outlet> outlets;
  for (const char* name : {"A", "a", "A!", "a!", "A-"}) outlets.push_back(named(name));
  std::set<std::string> seen;
  for (const std::string& letters : letters_of(report_marks(outlets))) EXPECT_TRUE(seen.insert(letters).second);
}

TEST(ReportMarks, ReportsOfOneOutletShareAMarkAndAreNumbered) {
  const auto marks = report_marks(std::vector{named("Coast Wire"), named("Bloomberg"), named("Coast Wire")});
  EXPECT_EQ(letters_of(marks), (std::vector<std::string>{"CW", "Bl", "CW"}));
  EXPECT_EQ(marks[0].tag, "CW1");
  EXPECT_EQ(marks[1].tag, "Bl");
  EXPECT_EQ(marks[2].tag, "CW2");
  EXPECT_EQ(marks[0].outlet_number, marks[2].outlet_number);
  EXPECT_NE(marks[0].outlet_number, marks[1].outlet_number);
}

TEST(ReportMarks, UnknownOutletsAreVoicesOfTheirOwn) {
  const auto two = report_marks(std::vector{news::Outlet{}, named("Bloomberg"), news::Outlet{}});
  EXPECT_EQ(letters_of(two), (std::vector<std::string>{"?1", "Bl", "?2"}));
  EXPECT_EQ(two[2].outlet, "unknown outlet 2");
  EXPECT_NE(two[0].outlet_number, two[2].outlet_number);
  EXPECT_EQ(report_marks(std::vector{news::Outlet{}})[0].mark.letters, "?");
  EXPECT_TRUE(report_marks({}).empty());
}

}  // namespace
}  // namespace dateline::editions

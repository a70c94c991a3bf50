#include "annotate/sorted_table.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

constexpr std::string_view kLines = "bank\tO\nbank of oslo\tO1\nbankers\tx\ncity\t\nnew\tN\nnew oslo\tT5w\n";

TEST(SortedTable, FindsEveryKeyAndNothingElse) {
  const SortedTable table(kLines);
  EXPECT_EQ(table.find("bank"), "O");
  EXPECT_EQ(table.find("bank of oslo"), "O1");
  EXPECT_EQ(table.find("bankers"), "x");
  EXPECT_EQ(table.find("city"), "");
  EXPECT_EQ(table.find("new"), "N");
  EXPECT_EQ(table.find("new oslo"), "T5w");
  for (const std::string_view absent : {"", "a", "ban", "bank of", "bankr", "citya", "new os", "new oslo x", "zz"}) {
    EXPECT_FALSE(table.find(absent).has_value()) << absent;
  }
}

TEST(SortedTable, ProbeTellsWhetherAPhraseGoesOn) {
  const SortedTable table(kLines);
  EXPECT_TRUE(table.probe("bank").goes_on);
  EXPECT_EQ(table.probe("bank").payload, "O");
  EXPECT_TRUE(table.probe("bank of").goes_on);
  EXPECT_FALSE(table.probe("bank of").payload.has_value());
  EXPECT_FALSE(table.probe("bankers").goes_on);
  EXPECT_FALSE(table.probe("bank of oslo").goes_on);
  EXPECT_TRUE(table.probe("new").goes_on);
  EXPECT_FALSE(table.probe("zz").goes_on);
}

TEST(SortedTable, EmptyAndUnendedTables) {
  EXPECT_FALSE(SortedTable("").find("a").has_value());
  EXPECT_TRUE(SortedTable("").is_sorted());
  EXPECT_EQ(SortedTable("a\t1\nb\t2").find("b"), "2");
  EXPECT_EQ(SortedTable("lonely").find("lonely"), "");
}

TEST(SortedTable, KnowsWhenItIsNotSorted) {
  EXPECT_TRUE(SortedTable(kLines).is_sorted());
  EXPECT_FALSE(SortedTable("b\t1\na\t2\n").is_sorted());
  EXPECT_FALSE(SortedTable("a\t1\na\t2\n").is_sorted());
}

// Long enough for splits, with keys whose first eight bytes are alike over several of them.
TEST(SortedTable, LargeTablesAreSearchedAsSmallOnesAre) {
  std::string lines;
  std::vector<std::string> keys;
  for (int i = 0; i < 3000; ++i) {
    keys.push_back(fmt::format("{}{:04}", i < 800 ? "a" : i < 2200 ? "sameprefix" : "\xC3\xA9t", i));
    lines += keys.back() + '\t' + std::to_string(i) + '\n';
  }
  const SortedTable table(lines);
  ASSERT_TRUE(table.is_sorted());
  for (int i = 0; i < 3000; ++i) {
    EXPECT_EQ(table.find(keys[static_cast<std::size_t>(i)]), std::to_string(i));
    EXPECT_FALSE(table.find(keys[static_cast<std::size_t>(i)] + "x").has_value());
  }
  for (const char* gone : {"", "a", "b", "sameprefix", "zz", "\xFF"})
    EXPECT_FALSE(table.find(gone).has_value()) << gone;
}

TEST(SortedTable, EmbeddedTablesAreSorted) {
  for (const char* name : {"languages/en/common-words", "person-names", "countries-odbl", "cities", "organisations",
                           "places", "place-names"}) {
    const auto file = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/data/" + name + ".tsv", 4 << 20);
    ASSERT_TRUE(file.ok()) << name;
    EXPECT_TRUE(SortedTable(*file).is_sorted()) << name;
    std::size_t lines = 0;
    for (const std::string_view line : base::split(*file, '\n')) {
      if (line.empty()) continue;
      if (lines++ % 97 != 0) continue;
      EXPECT_TRUE(SortedTable(*file).find(line.substr(0, line.find('\t'))).has_value()) << line;
    }
    EXPECT_GT(lines, 1000u) << name;
  }
}

}  // namespace
}  // namespace dateline::annotate

#include "extract/datelines.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/strings.h"

namespace dateline::extract {
namespace {

// tests/cases/extract/datelines.tsv: dateline or "-" TAB agency TAB beginning of a paragraph.
TEST(Datelines, ComeOutAsInTheTable) {
  const auto table = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/extract/datelines.tsv", 1 << 20);
  ASSERT_TRUE(table.ok());
  std::size_t rows = 0;
  for (std::string_view line : base::split(*table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = base::split(line, '\t');
    ASSERT_EQ(fields.size(), 3u) << line;
    ++rows;
    const auto dateline = find_dateline(fields[2]);
    EXPECT_EQ(dateline ? dateline->text : "-", fields[0]) << fields[2];
    EXPECT_EQ(dateline ? dateline->agency : "", fields[1]) << fields[2];
  }
  EXPECT_GE(rows, 45u);
}

TEST(Datelines, ALineOfItsOwnIsPlaceAndMoment) {
  const auto line = parse_dated_place("WASHINGTON | Tue Mar 4, 2014 3:12pm EST");
  ASSERT_TRUE(line.has_value());
  EXPECT_EQ(line->place, "WASHINGTON");
  EXPECT_EQ(line->moment, "Tue Mar 4, 2014 3:12pm EST");
  EXPECT_TRUE(parse_dated_place("NEW YORK/LONDON | Mon Nov 4, 2013").has_value());
  for (const char* other :
       {"Home | News | 2014", "WASHINGTON | Politics", "WASHINGTON", " | 2014", "VELLMAR 2014 | March 2014"}) {
    EXPECT_FALSE(parse_dated_place(other).has_value()) << other;
  }
}

TEST(Datelines, AnyBytesAreAccepted) {
  EXPECT_FALSE(find_dateline("").has_value());
  EXPECT_FALSE(find_dateline("-").has_value());
  EXPECT_FALSE(find_dateline("\xFF -- \xC3").has_value());
  EXPECT_FALSE(find_dateline(") ? ").has_value());
}

}  // namespace
}  // namespace dateline::extract

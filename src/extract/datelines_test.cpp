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
  EXPECT_GE(rows, 15u);
}

TEST(Datelines, AnyBytesAreAccepted) {
  EXPECT_FALSE(find_dateline("").has_value());
  EXPECT_FALSE(find_dateline("-").has_value());
  EXPECT_FALSE(find_dateline("\xFF -- \xC3").has_value());
  EXPECT_FALSE(find_dateline(") ? ").has_value());
}

}  // namespace
}  // namespace dateline::extract

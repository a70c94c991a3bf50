#include "extract/bylines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "base/strings.h"

namespace dateline::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string joined(const std::optional<Byline>& byline) {
  std::string out;
  if (!byline) return "-";
  for (const std::string& author : byline->authors) out += (out.empty() ? "" : "; ") + author;
  return out;
}

// tests/cases/extract/bylines.tsv: how the line is read TAB line TAB authors, joined by "; ", or "-".
TEST(Bylines, ComeOutAsInTheTable) {
  const auto table = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/extract/bylines.tsv", 1 << 20);
  ASSERT_TRUE(table.ok());
  std::size_t rows = 0;
  for (std::string_view line : base::split(*table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = base::split(line, '\t');
    ASSERT_EQ(fields.size(), 3u) << line;
    ++rows;
    if (fields[0] == "byline") {
      EXPECT_EQ(joined(parse_byline(fields[1])), fields[2]) << fields[1];
    }
    if (fields[0] == "dated") {
      EXPECT_EQ(joined(parse_dated_byline(fields[1])), fields[2]) << fields[1];
    }
    if (fields[0] == "contact") {
      EXPECT_EQ(joined(parse_contact_line(fields[1])), fields[2]) << fields[1];
    }
  }
  EXPECT_GE(rows, 35u);
}

TEST(Bylines, KeepTheLineAsPrinted) {
  const auto byline = parse_byline("By ORLA QUIST, Staff Writer");
  ASSERT_TRUE(byline.has_value());
  EXPECT_EQ(byline->text, "By ORLA QUIST, Staff Writer");
  EXPECT_THAT(byline->authors, ElementsAre("Orla Quist"));
}

TEST(SplitAuthors, NoNameTwiceAndNoAddresses) {
  EXPECT_THAT(split_authors("Orla Quist, Orla Quist; Jonas Meer"), ElementsAre("Orla Quist", "Jonas Meer"));
  EXPECT_THAT(split_authors("https://messenger.example/orla"), IsEmpty());
  EXPECT_THAT(split_authors("Tilda Ravn, PhD"), ElementsAre("Tilda Ravn"));
  EXPECT_THAT(split_authors("Orla Quist, Fernpost"), ElementsAre("Orla Quist"));
  EXPECT_THAT(split_authors(""), IsEmpty());
}

TEST(SplitAuthors, StopsAtTwenty) {
  std::string many;
  for (char a = 'A'; a <= 'Z'; ++a) many += std::string("Orla ") + a + "eer, ";
  EXPECT_EQ(split_authors(many).size(), 20u);
}

TEST(LooksLikeName, WantsCapitalsAndFewWords) {
  for (std::string_view name : {"Orla Quist", "Maaike ter Borgh", "ISABEL HOLM", "J. R. Meer", "Łukasz Żak", "焦鹏"}) {
    EXPECT_TRUE(looks_like_name(name)) << name;
  }
  for (std::string_view text :
       {"", "the harbour", "Orla Quist went to the harbour", "Room 12", "Home", "a@b.example"}) {
    EXPECT_FALSE(looks_like_name(text)) << text;
  }
}

}  // namespace
}  // namespace dateline::extract

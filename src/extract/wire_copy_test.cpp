#include "extract/wire_copy.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "base/files.h"
#include "base/strings.h"
#include "extract/wording.h"

namespace dateline::extract {
namespace {

std::string name_of(WireLine kind) {
  static const std::map<WireLine, std::string> names = {{WireLine::kNone, "-"},
                                                        {WireLine::kNote, "note"},
                                                        {WireLine::kCorrection, "correction"},
                                                        {WireLine::kCredit, "credit"},
                                                        {WireLine::kSlug, "slug"},
                                                        {WireLine::kEnd, "end"},
                                                        {WireLine::kCopyright, "copyright"},
                                                        {WireLine::kSeparator, "separator"}};
  return names.at(kind);
}

// tests/cases/extract/wire_copy.tsv: kind TAB line TAB reporters joined by "; ".
TEST(WireCopy, LinesAreWhatTheTableSays) {
  const auto table = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/cases/extract/wire_copy.tsv", 1 << 20);
  ASSERT_TRUE(table.ok());
  std::size_t rows = 0;
  for (const std::string_view line : base::split(*table, '\n')) {
    if (line.empty() || line[0] == '%') continue;
    const auto fields = base::split(line, '\t');
    ASSERT_GE(fields.size(), 2u) << line;
    ++rows;
    EXPECT_EQ(name_of(wire_line_kind(fields[1])), fields[0]) << fields[1];
    std::string reporters;
    for (const std::string& name : credited_reporters(fields[1])) reporters += (reporters.empty() ? "" : "; ") + name;
    EXPECT_EQ(reporters, fields.size() > 2 ? fields[2] : "") << fields[1];
  }
  EXPECT_GE(rows, 90u);
}

TEST(WireCopy, TheTableIsSound) {
  const auto table = base::read_file(std::string(DATELINE_SOURCE_DIR) + "/src/extract/wire_copy.tsv", 1 << 20);
  ASSERT_TRUE(table.ok());
  const std::set<std::string_view> kinds = {"note", "correction", "credit", "slug", "end", "copyright"};
  const std::set<std::string_view> places = {"whole", "start", "short", "name", "brackets", "any"};
  for (const std::string_view line : base::split(*table, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto fields = base::split(line, '\t');
    ASSERT_EQ(fields.size(), 3u) << line;
    EXPECT_TRUE(kinds.contains(fields[0]) && places.contains(fields[1]) && !fields[2].empty()) << line;
    EXPECT_EQ(lower_case(fields[2]), fields[2]) << line;
    EXPECT_GE(fields[2].find('*'), fields[2].size() - 1) << line << ": only at the end";
  }
}

TEST(WireCopy, AnyBytesAreAccepted) {
  for (const std::string_view bytes :
       {"", " ", "(", ")", "()", "[]", "#", "\xFF\xFE", "(\xC3", "-0", "/", "/ /", "© "}) {
    (void)wire_line_kind(bytes);
    EXPECT_TRUE(credited_reporters(bytes).empty()) << bytes;
  }
}

TEST(WireCopy, ALongParagraphIsNoNote) {
  std::string paragraph = "Correction: ";
  for (int i = 0; i < 70; ++i) paragraph += "word ";
  EXPECT_EQ(wire_line_kind(paragraph), WireLine::kNone);
  EXPECT_EQ(wire_line_kind("Correction: word word"), WireLine::kCorrection);
}

}  // namespace
}  // namespace dateline::extract

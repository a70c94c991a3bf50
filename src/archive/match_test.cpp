// The cases are data: tests/cases/archive/match.tsv, one a line: what a reader types, a tab, the MATCH expression.
#include "archive/match.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "base/strings.h"

namespace dateline::archive {
namespace {

TEST(Match, Cases) {
  std::ifstream in(DATELINE_SOURCE_DIR "/tests/cases/archive/match.tsv");
  std::size_t cases = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto columns = base::split(line, '\t');
    ASSERT_EQ(columns.size(), 2U) << line;
    EXPECT_EQ(match_expression(columns[0]), columns[1]) << line;
    ++cases;
  }
  EXPECT_GE(cases, 20U);
}

TEST(Match, ControlCharactersAreSpaces) {
  EXPECT_EQ(match_expression(std::string_view("a\0b\nc", 5)), "\"a\" \"b\" \"c\"");
}

TEST(Match, ALongQueryIsCutAndNeverInsideACharacter) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word ";
  std::size_t terms = 0;
  const std::string expression = match_expression(words);
  for (std::size_t at = 0; (at = expression.find("word", at)) != std::string::npos; ++at) ++terms;
  EXPECT_EQ(terms, kMaxQueryTerms);
  std::string wide = "x";
  while (wide.size() < 5000) wide += "é";
  EXPECT_EQ(match_expression(wide).size(), 999 + 2U);
}

}  // namespace
}  // namespace dateline::archive

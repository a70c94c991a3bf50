#include "text/language.h"

#include <gtest/gtest.h>

#include <string>

#include "text/case_files.h"

namespace dateline::text {
namespace {

TEST(Language, CasesOfTheFile) {
  for (const CaseLine& line : read_cases("languages.tsv")) {
    SCOPED_TRACE("languages.tsv:" + std::to_string(line.number));
    ASSERT_EQ(line.fields.size(), 2u);
    EXPECT_EQ(detect_language(line.fields[1]), line.fields[0] == "-" ? "" : line.fields[0]);
  }
}

TEST(Language, IsSilentWhenThereIsNothing) {
  EXPECT_EQ(detect_language(""), "");
}

TEST(Language, TakesAnyBytes) {
  std::string text =
      "The council met on Monday \xFF\xC3 to talk about the old bridge, which has been closed since May.";
  EXPECT_EQ(detect_language(text), "en");
  EXPECT_EQ(detect_language(std::string(1 << 20, '\xFF')), "");
}

}  // namespace
}  // namespace dateline::text

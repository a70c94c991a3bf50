#include <gtest/gtest.h>

#include <string>

#include "formats/case_file.h"
#include "formats/html_tree.h"

namespace dateline::formats {
namespace {

TEST(DeclaredCharset, Cases) {
  const std::vector<Case> cases = read_cases("declared_charset.txt");
  ASSERT_GE(cases.size(), 12u);
  for (const Case& a_case : cases) {
    SCOPED_TRACE(a_case.name);
    EXPECT_EQ(declared_charset(a_case.input), a_case.expected);
  }
}

TEST(DeclaredCharset, OnlyTheFirst1024BytesCount) {
  const std::string meta = "<meta charset=koi8-r>";
  EXPECT_EQ(declared_charset(std::string(1024 - meta.size(), ' ') + meta), "koi8-r");
  EXPECT_EQ(declared_charset(std::string(1024, ' ') + meta), "");
}

TEST(DeclaredCharset, EveryTruncationIsReadWithoutHarm) {
  const std::string page =
      "<!-- c --><a b='c' d=e><meta http-equiv=\"Content-Type\" content='text/html; charset=\"x\"'>";
  ASSERT_EQ(declared_charset(page), "x");
  for (std::size_t cut = 0; cut < page.size() - 1; ++cut) {
    SCOPED_TRACE(cut);
    const std::string part = page.substr(0, cut);
    const std::string found = declared_charset(part);
    EXPECT_TRUE(found.empty() || found == "x");
  }
}

}  // namespace
}  // namespace dateline::formats

#include "base/strings.h"

#include <gtest/gtest.h>

#include "base/counted.h"

namespace dateline::base {
namespace {

TEST(Strings, Trim) {
  EXPECT_EQ(trim(" \t a b\n"), "a b");
  EXPECT_EQ(trim(" \n "), "");
}

TEST(Strings, CaseIsAsciiOnly) {
  EXPECT_EQ(ascii_lower("ÄBC"), "Äbc");
  EXPECT_TRUE(equals_ignoring_case("Content-Type", "content-type"));
  EXPECT_FALSE(equals_ignoring_case("a", "ab"));
  EXPECT_TRUE(contains_ignoring_case("Already A Subscriber", "a sub"));
  EXPECT_FALSE(contains_ignoring_case("abc", "abd"));
  EXPECT_TRUE(contains_ignoring_case("abc", ""));
  EXPECT_TRUE(starts_with_ignoring_case("By Jane", "by "));
}

TEST(Strings, AWordIsFoundWholeAndInAnyCase) {
  EXPECT_TRUE(has_word("nofollow Author\tme", "author"));
  EXPECT_FALSE(has_word("authors", "author"));
  EXPECT_FALSE(has_word("", "author"));
}

TEST(Strings, SplitKeepsEmptyPieces) {
  EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
  EXPECT_EQ(split_words("  a  bc\n"), (std::vector<std::string_view>{"a", "bc"}));
}

TEST(Strings, CollapseKnowsUnicodeSpaces) {
  EXPECT_EQ(collapse_whitespace("\u00A0a \u2003\n b\u3000c "), "a b c");
  EXPECT_EQ(collapse_whitespace("â€\x80"), "â€\x80") << "bytes that only look like the start of a space stay";
}

TEST(Strings, ParseIntegerTakesAllOrNothing) {
  EXPECT_EQ(parse_integer("-12"), -12);
  for (const char* bad : {"", "-", "1x", " 1", "99999999999999999999"})
    EXPECT_EQ(parse_integer(bad), std::nullopt) << bad;
}

TEST(Strings, EscapeHtml) {
  EXPECT_EQ(escape_html("<a b='c\">&"), "&lt;a b=&#39;c&quot;&gt;&amp;");
}

TEST(Strings, PercentBothWays) {
  EXPECT_EQ(decode_percent("a%20b+c%zz%4", true), "a b c%zz%4");
  EXPECT_EQ(decode_percent("a+b", false), "a+b");
  EXPECT_EQ(encode_percent("a b/é~"), "a%20b%2F%C3%A9~");
  EXPECT_EQ(decode_percent(encode_percent("any \xFF byte"), false), "any \xFF byte");
}

TEST(Strings, WithThousands) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(1000), "1,000");
  EXPECT_EQ(with_thousands(-1234567), "-1,234,567");
}

TEST(Strings, ReplaceAll) {
  EXPECT_EQ(replace_all("aXbXX", "X", "--"), "a--b----");
}

TEST(Strings, Counted) {
  EXPECT_EQ(counted(0, "report"), "0 reports");
  EXPECT_EQ(counted(1, "story"), "1 story");
  EXPECT_EQ(counted(1200, "story"), "1,200 stories");
}

}  // namespace
}  // namespace dateline::base

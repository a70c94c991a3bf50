#include "extract/html_text.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

TEST(PlainText, DecodesReferences) {
  EXPECT_EQ(plain_text("Basin &amp; quay &#8211; &#x201C;open&#x201D;"), "Basin & quay – “open”");
  EXPECT_EQ(plain_text("Hafen f&uuml;r alle"), "Hafen für alle");
}

TEST(PlainText, DecodesWhatWasEscapedTwice) {
  EXPECT_EQ(plain_text("Basin &amp;amp; quay"), "Basin & quay");
  EXPECT_EQ(plain_text("&lt;b&gt;Basin&lt;/b&gt;"), "Basin");
}

TEST(PlainText, BlocksBecomeLines) {
  EXPECT_EQ(plain_text("<p>One.</p>Two.<br/>Three."), "\nOne.\nTwo.\nThree.");
}

TEST(PlainText, LeavesWhatIsNoMarkup) {
  EXPECT_EQ(plain_text("a < b & c > d"), "a < b & c > d");
  EXPECT_EQ(plain_text("AT&T; &unknown; &#0; &#xZZ; &"), "AT&T; &unknown; &#0; &#xZZ; &");
  EXPECT_EQ(plain_text("x <y"), "x <y");
}

TEST(PlainText, ManyOpenBracketsTakeLinearTime) {
  std::string hostile;
  for (int i = 0; i < 200'000; ++i) hostile += "<a";
  EXPECT_EQ(plain_text(hostile).size(), hostile.size());
}

}  // namespace
}  // namespace dateline::extract

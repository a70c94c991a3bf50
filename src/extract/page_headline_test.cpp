#include "extract/page_headline.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

std::string headline_of(const std::string& head, const std::string& body) {
  auto tree = formats::HtmlTree::parse("<html><head>" + head + "</head><body>" + body + "</body></html>");
  EXPECT_TRUE(tree.ok());
  const PageHead page_head = read_head(*tree);
  const auto ld = read_json_ld(page_head.json_ld);
  PageBlocks page = read_blocks(*tree);
  apply_hints(page);
  return choose_headline(*tree, page_head, ld ? &*ld : nullptr, page);
}

TEST(Headline, ALoneMainHeadingIsBelievedMost) {
  EXPECT_EQ(headline_of("<title>Basin closed, ships angry | Messenger</title>", "<h1>Basin closes</h1>"),
            "Basin closes");
}

TEST(Headline, WithoutOneTheTitleLosesItsSite) {
  EXPECT_EQ(headline_of(
                "<title>Basin closes - Harbour Messenger</title><meta property='og:title' content='Basin closes'>", ""),
            "Basin closes");
}

TEST(Headline, OfSeveralHeadingsTheOneThatOthersRepeat) {
  EXPECT_EQ(
      headline_of("<title>Basin closes | Messenger</title>", "<h1>Messenger</h1><h1>Basin closes</h1><h1>More</h1>"),
      "Basin closes");
}

TEST(Headline, TheSitesNameIsNone) {
  EXPECT_EQ(headline_of("<title>Basin closes « Notes</title><meta property='og:site_name' content='Notes'>",
                        "<h1>Notes</h1>"),
            "Basin closes");
  EXPECT_EQ(headline_of("<title>Basin closes « Notes</title>", "<h1><a href='/'>Notes</a></h1>"), "Basin closes");
}

TEST(Headline, AKickerIsCutOffWhenOthersDo) {
  EXPECT_EQ(
      headline_of(
          "<title>Basin closes for good | Messenger</title><meta property='og:title' content='Basin closes for good'>",
          "<h1>Vellmar Basin closes for good</h1>"),
      "Basin closes for good");
}

TEST(Headline, ALineOfThePageThatTheTitleEndsWith) {
  EXPECT_EQ(headline_of("<title>Messenger: World: Basin closes for all cargo ships</title>",
                        "<b>Basin closes for all cargo ships</b><br><br>Text."),
            "Basin closes for all cargo ships");
}

TEST(Headline, IsNotWhatManyHeadingsSay) {
  std::string sections;
  for (int i = 0; i < 300; ++i) sections += i % 2 == 0 ? "<h1>Word</h1>" : "<h1>Read more here</h1>";
  EXPECT_EQ(headline_of("<title>Basin closes</title>", "<h1>Basin closes</h1>" + sections), "Basin closes");
  EXPECT_EQ(headline_of("", "<h1>Basin closes</h1>" + sections), "Basin closes");
}

TEST(Headline, AnEmptyPageHasNone) {
  EXPECT_EQ(headline_of("", ""), "");
}

TEST(TitleSuffix, IsWhatFollowsTheLastSeparator) {
  EXPECT_EQ(title_suffix("Basin closes | World | Messenger"), "Messenger");
  EXPECT_EQ(title_suffix("Basin closes"), "");
  EXPECT_EQ(title_suffix(""), "");
}

}  // namespace
}  // namespace dateline::extract

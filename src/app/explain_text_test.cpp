#include "app/explain_text.h"

#include <gtest/gtest.h>

namespace dateline::app {
namespace {

const editions::TerminalStyle kStyle{.width_columns = 60, .colours = false, .ascii = true};

TEST(ExplainText, ShowsWhatBecameOfEveryBlockAndWhy) {
  news::Article article;
  article.headline = "Basin closes";
  const extract::Explanation explanation = {
      {"Home | World", false, news::ParagraphKind::kParagraph, "mostly links", "score -2.5, 90 % links"},
      {"The basin closes.", true, news::ParagraphKind::kParagraph, "running text", "score +1.2"},
      {std::string(300, 'x'), true, news::ParagraphKind::kCaption, "caption", ""}};
  const std::string text = explain_text("page.html", article, explanation, kStyle);
  EXPECT_TRUE(
      text.starts_with("page.html\n"
                       "  headline: Basin closes\n"
                       "  2 of 3 blocks kept (+), the others dropped (-)\n"
                       "\n"
                       "- Home | World\n"
                       "    mostly links (score -2.5, 90 % links)\n"
                       "\n"
                       "+ The basin closes.\n"
                       "    running text (score +1.2)\n"))
      << text;
  EXPECT_NE(text.find("x...\n    caption, as caption\n"), std::string::npos) << text;
  EXPECT_EQ(text.find(std::string(201, 'x')), std::string::npos);
}

TEST(ExplainText, AnErrorStandsInPlaceOfTheHeadline) {
  const base::Error error{base::ErrorCode::kInvalid, "no report found in 1 block"};
  const std::string text = explain_text("x", error, {{"a", false, {}, "outside", ""}}, kStyle);
  EXPECT_TRUE(text.starts_with("x\n  no report found in 1 block\n")) << text;
}

TEST(ExplainText, AHeadlineAloneHasNoBlocks) {
  news::Article article;
  article.headline = "Basin closes";
  EXPECT_EQ(explain_text("map.xml#1", article, {}, kStyle),
            "map.xml#1\n  headline: Basin closes\n  there is no text to keep or drop\n\n");
}

}  // namespace
}  // namespace dateline::app

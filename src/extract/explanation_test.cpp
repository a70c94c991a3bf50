#include "extract/explanation.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/extract.h"

namespace dateline::extract {
namespace {

const std::string kReport =
    "The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo ships for good. "
    "Dredgers will clear the basin before winter, and a park is to be laid out on the quay.";

news::Capture capture(news::MediaKind kind, std::string bytes) {
  news::Capture capture;
  capture.id = "x";
  capture.kind = kind;
  capture.bytes = std::move(bytes);
  return capture;
}

const ExplainedBlock& block_of(const Explanation& explanation, std::string_view text) {
  for (const ExplainedBlock& block : explanation) {
    if (block.text.starts_with(text)) return block;
  }
  ADD_FAILURE() << "no block begins with " << text;
  return explanation.front();
}

TEST(Explanation, EveryKeptParagraphOfAPageIsAKeptBlockAndTheOthersSayWhy) {
  const auto page = capture(news::MediaKind::kHtml,
                            "<nav><a href='/'>Home</a></nav><article><h1>Basin closes</h1><p>By Orla Quist</p><p>" +
                                kReport + "</p><h2>Cranes</h2><p>" + kReport + " Again.</p></article>");
  Explanation explanation;
  const auto article = explain(page, explanation);
  ASSERT_TRUE(article.ok());
  std::size_t kept = 0;
  for (const ExplainedBlock& block : explanation) {
    EXPECT_FALSE(block.reason.empty());
    kept += block.kept ? 1 : 0;
  }
  EXPECT_EQ(kept, article->paragraphs.size());
  EXPECT_FALSE(block_of(explanation, "Home").kept);
  EXPECT_NE(block_of(explanation, "Home").evidence.find("hints navigation"), std::string::npos);
  EXPECT_EQ(block_of(explanation, "Cranes").kind, news::ParagraphKind::kSubhead);
  EXPECT_EQ(block_of(explanation, "The harbour").reason, "running text");
}

TEST(Explanation, TheSameArticleComesWithAndWithout) {
  const auto text = capture(news::MediaKind::kPlainText, "Home\nBasin closes\n" + kReport + "\n" + kReport + "\nShare");
  Explanation explanation;
  const auto explained = explain(text, explanation);
  const auto plain = extract(text);
  ASSERT_TRUE(explained.ok() && plain.ok());
  EXPECT_EQ(explained->text, plain->text);
  ASSERT_EQ(explanation.size(), 5u);
  EXPECT_EQ(explanation[4].reason, "worded like a notice or tool");
  EXPECT_FALSE(explanation[2].evidence.empty());
}

TEST(Explanation, AWireMessageSaysWhatIsForEditors) {
  const auto wire = capture(news::MediaKind::kWireText, "(Adds details)\n" + kReport + "\n(END)");
  Explanation explanation;
  ASSERT_TRUE(explain(wire, explanation).ok());
  EXPECT_EQ(block_of(explanation, "(Adds").reason, "note to editors");
  EXPECT_EQ(block_of(explanation, "(END)").reason, "end of the message");
  EXPECT_TRUE(block_of(explanation, "The harbour").kept);
}

TEST(Explanation, ACaptureWithoutAReportIsExplainedAllTheSame) {
  Explanation explanation;
  EXPECT_FALSE(explain(capture(news::MediaKind::kHtml, "<a href='/'>Home</a>"), explanation).ok());
  ASSERT_EQ(explanation.size(), 1u);
  EXPECT_FALSE(explanation[0].kept);
}

TEST(EvidenceLine, LeavesOutWhatIsNotThere) {
  EvidenceLine line;
  line.add_score(-2.54);
  line.add_list("hints", {});
  line.add_list("words of", {"cookie", "share"});
  line.add_share(0.004, "links");
  line.add_share(0.8, "links");
  EXPECT_EQ(line.take(), "score -2.5, words of cookie + share, 80 % links");
}

}  // namespace
}  // namespace dateline::extract

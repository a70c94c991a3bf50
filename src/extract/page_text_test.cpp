#include "extract/page_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kOne = "The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo ships.";
const std::string kTwo = "Dredgers will clear the basin before winter, and a park is to be laid out on the quay.";
const std::string kThree = "Shipping companies said they would move their business to the western basin this year.";

std::string p(const std::string& text) {
  return "<p>" + text + "</p>";
}

PageBlocks blocks_of(std::string_view html) {
  auto tree = formats::HtmlTree::parse(html);
  EXPECT_TRUE(tree.ok());
  PageBlocks page = read_blocks(*tree);
  apply_hints(page);
  return page;
}

std::vector<std::string> texts(const PageBlocks& page) {
  std::vector<std::string> out;
  for (const Block& block : page.blocks) out.push_back(block.text);
  return out;
}

std::vector<std::string> kept(std::string_view html, std::string_view headline = {}) {
  PageBlocks page = blocks_of(html);
  const PageText text = choose_text_robustly(page, headline, RegionRule::kBest);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (text.keeps(i)) out.push_back(page.blocks[i].text);
  }
  return out;
}

TEST(ReadBlocks, BlockElementsAndDoubleBreaksPartBlocks) {
  EXPECT_THAT(texts(blocks_of("<div>one <b>and</b> two<p>three</p>four<br><br>five</div>")),
              ElementsAre("one and two", "three", "four", "five"));
}

TEST(ReadBlocks, SingleBreaksPartShortLinesOnly) {
  EXPECT_THAT(texts(blocks_of("<td>WORLD<br>Basin closes<br>By Orla Quist</td>")),
              ElementsAre("WORLD", "Basin closes", "By Orla Quist"));
  EXPECT_EQ(blocks_of("<p>" + kOne + "<br>" + kTwo + "</p>").blocks.size(), 1u);
}

TEST(ReadBlocks, ScriptsStylesAndSoftHyphensAreNoText) {
  EXPECT_THAT(
      texts(blocks_of("<script>x</script><style>y</style><template>z</template><p>Hafen&shy;becken\xE2\x80\x8B</p>")),
      ElementsAre("Hafenbecken"));
}

TEST(ReadBlocks, WhatIsBehindTheLastBlockIsOnePiece) {
  std::string html;
  for (std::size_t i = 0; i < kMaxBlocks; ++i) html += "<p>x";
  const PageBlocks page = blocks_of(html + "<p>behind  it<br>one<br>two");
  EXPECT_EQ(page.blocks.size(), kMaxBlocks);
  EXPECT_EQ(page.unread, "behind it one two");
  EXPECT_EQ(blocks_of("<p>x").unread, "");
}

TEST(ReadBlocks, LinkShare) {
  const PageBlocks page = blocks_of("<p><a href='/x'>all of it</a></p><p>half <a href='/x'>link</a></p>");
  EXPECT_GT(page.blocks[0].link_share(), 0.99);
  EXPECT_NEAR(page.blocks[1].link_share(), 0.5, 0.1);
}

TEST(ApplyHints, AnElementWithMostOfTheTextIsNotWhatItsClassSays) {
  const PageBlocks page = blocks_of("<div class='has-sidebar'>" + p(kOne) + p(kTwo) + "</div><div class='sidebar'>" +
                                    p("A short line.") + "</div>");
  EXPECT_EQ(page.blocks[0].hints & kHintAside, 0u);
  EXPECT_NE(page.blocks[2].hints & kHintAside, 0u);
}

TEST(ReadBlocks, WhatIsSaidThreeTimesIsNoText) {
  const PageBlocks page = blocks_of(p(kOne) + p(kOne) + p(kOne) + p(kTwo));
  EXPECT_LT(page.blocks[0].score, 0);
  EXPECT_GT(page.blocks[3].score, 0);
}

TEST(ChooseText, LeavesOutWhatStandsAround) {
  EXPECT_THAT(kept("<nav><a href='/'>Home</a></nav><div><div class='story'>" + p(kOne) + p(kTwo) + p(kThree) +
                   "</div><div class='related'>" +
                   p("Who owns the cranes? Our reporter asked everybody in the harbour.") + "</div></div>"),
              ElementsAre(kOne, kTwo, kThree));
}

TEST(ChooseText, AReportThatStandsInTheBodyItselfIsNotOutweighedByALongList) {
  std::string html = "<h1>Basin closes</h1><p>" + kOne + "</p><p>" + kTwo + "</p>";
  for (int i = 0; i < 500; ++i) html += "<div>Quay " + std::to_string(i) + "</div><a href=x>More</a><br>";
  EXPECT_THAT(kept(html, "Basin closes"), ElementsAre(kOne, kTwo));
}

TEST(ChooseText, TheHeadlineIsNotText) {
  EXPECT_THAT(
      kept("<article><h1>Vellmar: Basin closes today</h1>" + p(kOne) + p(kTwo) + "</article>", "Basin closes today"),
      ElementsAre(kOne, kTwo));
}

TEST(ChooseText, ALeadAboveTheBodyBelongsToTheText) {
  EXPECT_THAT(kept("<div><h1>Basin closes</h1>" + p("After years of argument the town gets its quay back.") +
                       "<div class='tools'><a href='#'>Share</a></div><div class='article-body'>" + p(kOne) + p(kTwo) +
                       p(kThree) + "</div></div>",
                   "Basin closes"),
              ElementsAre("After years of argument the town gets its quay back.", kOne, kTwo, kThree));
}

TEST(ChooseText, ASubheadWithoutTextIsDropped) {
  EXPECT_THAT(kept("<article>" + p(kOne) + "<h2>The park</h2>" + p(kTwo) + "<h2>More reports</h2></article>"),
              ElementsAre(kOne, "The park", kTwo));
}

TEST(ChooseText, HintsAgainstAllOfThePageAreNotBelieved) {
  EXPECT_THAT(kept("<div class='widget'>" + p(kOne) + p(kTwo) + "</div><div class='sidebar'>" + p(kThree) + "</div>"),
              ElementsAre(kOne, kTwo));
}

TEST(ChooseText, AnEmptyPageKeepsNothing) {
  EXPECT_THAT(kept(""), IsEmpty());
  EXPECT_THAT(kept("<nav><a href='/'>Home</a></nav>"), IsEmpty());
}

TEST(ReadBlocks, ReadingsAboveRubyTextAndHiddenInlineTextAreNoText) {
  EXPECT_THAT(texts(blocks_of("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を読む。"
                              "<span style='display:none'>x</span><span hidden>y</span></p>")),
              ElementsAre("漢字を読む。"));
}

TEST(ReadBlocks, ANoscriptThatSwallowsThePageIsThePage) {
  EXPECT_THAT(texts(blocks_of("<body><noscript><div>No script?</noscript><div>" + p(kOne) + p(kTwo) + "</div>")),
              ElementsAre("No script?", kOne, kTwo));
  EXPECT_THAT(texts(blocks_of("<body><noscript>No script?</noscript><div>" + p(kOne) + p(kTwo) + "</div>")),
              ElementsAre(kOne, kTwo));
}

TEST(ApplyHints, ADeclaredBodyIsTheMeasure) {
  const std::string body = "<div class='article-body'>" + p(kOne) + p(kTwo) + p(kThree) + p(kOne + kTwo) + "</div>";
  const std::string box = "<div class='author-box'>" + p(kThree + kOne + kTwo) + p(kTwo + kThree + kOne) + "</div>";
  const PageBlocks page = blocks_of("<div>" + body + box + "</div>");
  EXPECT_NE(page.blocks.back().hints & kHintAuthorBox, 0u) << "half of the page's text, none of the declared";
}

TEST(ApplyHints, AHintIsBelievedLongerBelowTheText) {
  const std::string text = p(kOne) + p(kTwo) + p(kThree);
  const std::string list = "<div class='related-reports'>" + p(kTwo + kOne) + p(kOne + kThree) + "</div>";
  EXPECT_NE(blocks_of("<div>" + text + list + "</div>").blocks.back().hints & kHintRelated, 0u);
  EXPECT_EQ(blocks_of("<div>" + list + text + "</div>").blocks.front().hints & kHintRelated, 0u);
}

TEST(ChooseText, ShortLinesAroundALongParagraphBelongToADeclaredBody) {
  EXPECT_THAT(kept("<div><div class='article-body'><div>" + p(kOne + kTwo) + "</div><ul><li>two shovels</li>" +
                   "<li>one bucket</li></ul>" + p("the long way home") + "</div></div>"),
              ElementsAre(kOne + kTwo, "two shovels", "one bucket", "the long way home"));
}

TEST(ChooseText, ACaptionIsASentence) {
  const auto figure = [](const std::string& caption) {
    return "<figure><img src='a.jpg'><figcaption>" + caption + "</figcaption></figure>";
  };
  EXPECT_THAT(kept("<article>" + p(kOne) + figure("The basin") + p(kTwo) + figure("The basin lies dark at night.") +
                   p(kThree) + "</article>"),
              ElementsAre(kOne, kTwo, "The basin lies dark at night.", kThree));
}

TEST(ChooseText, InASlideShowCaptionsAreTheText) {
  const auto slide = [](const std::string& text) { return "<figure><figcaption>" + text + "</figcaption></figure>"; };
  EXPECT_THAT(kept("<article>" + p(kOne) + slide(kTwo) + slide(kThree) + slide("It rained all day.") + "</article>"),
              ElementsAre(kOne, kTwo, kThree, "It rained all day."));
}

TEST(ChooseText, CreditsOfPicturesAreNoTextEvenInParagraphs) {
  EXPECT_THAT(kept("<article>" + p(kOne) + p("Photo: Ines Tarnow") + p(kTwo) + "</article>"), ElementsAre(kOne, kTwo));
}

TEST(ChooseText, AMarkedLineOfWordsAboveTheTextStaysAndADateDoesNot) {
  EXPECT_THAT(
      kept("<article>" + p("October 8, 2024") + p("For all who keep waiting") + p(kOne) + p(kTwo) + "</article>"),
      ElementsAre("For all who keep waiting", kOne, kTwo));
}

TEST(ChooseText, ASubtitleIsALeadThoughNoSentence) {
  EXPECT_THAT(kept("<div><h1>Basin closes</h1><h2>After years of argument the town gets its quay back</h2>"
                   "<p>By Orla Quist and the whole of the desk</p><div class='article-body'>" +
                       p(kOne) + p(kTwo) + "</div></div>",
                   "Basin closes"),
              ElementsAre("After years of argument the town gets its quay back", kOne, kTwo));
}

TEST(ChooseText, ATeaserAboveAllTextIsTheLead) {
  const std::string teaser = "<div class='teaser-text'>" + p(kThree) + "</div>";
  EXPECT_THAT(kept("<article>" + teaser + p(kOne) + p(kTwo) + "</article>"), ElementsAre(kThree, kOne, kTwo));
  EXPECT_THAT(kept("<article>" + p(kOne) + p(kTwo) + teaser + "</article>"), ElementsAre(kOne, kTwo));
}

TEST(ChooseText, AQuotedPostBeginsNoComments) {
  EXPECT_THAT(
      kept("<article>" + p(kOne) + "<blockquote>Posted by the harbour on Monday</blockquote>" + p(kTwo) + "</article>"),
      testing::IsSupersetOf({kOne, kTwo}));
}

TEST(ChooseText, WhatIsSaidTwiceIsKeptOnce) {
  EXPECT_THAT(kept("<article>" + p(kOne) + p(kTwo) + "<div>" + p(kOne) + "</div></article>"), ElementsAre(kOne, kTwo));
}

TEST(ChooseTextRobustly, TeasersAroundAReportStayTeasersHoweverManyTheyAre) {
  std::string teasers;
  for (int i = 0; i < 60; ++i) {
    teasers += "<div class='teaser'>" + p("Number " + std::to_string(i) + ": " + kThree + kOne) + "</div>";
  }
  std::string report;
  for (int i = 0; i < 10; ++i) report += p(kOne + " " + std::to_string(i) + " " + kTwo);
  const std::vector<std::string> text = kept("<div>" + report + "</div><div>" + teasers + "</div>");
  EXPECT_EQ(text.size(), 10u);
}

TEST(ChooseText, EveryBlockHasItsReason) {
  PageBlocks page = blocks_of("<nav><a href='/'>Home</a></nav><article><h1>Basin closes</h1>" + p("By Orla Quist") +
                              p(kOne) + "<h2>The park</h2>" + p(kTwo) + "<h2>More reports</h2></article>");
  const PageText text = choose_text(page, "Basin closes", RegionRule::kBest);
  EXPECT_THAT(text.reasons, ElementsAre(FateReason::kOutsideRegion, FateReason::kHeadline, FateReason::kByline,
                                        FateReason::kRunningText, FateReason::kHeading, FateReason::kRunningText,
                                        FateReason::kLoneSubhead));
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    EXPECT_FALSE(words_for(text.reasons[i]).empty());
  }
}

TEST(LettersOf, KeepsLettersAndDigits) {
  EXPECT_EQ(letters_of("Basin: “Closed” – in 2024!"), "basin“closed”–in2024");
}

}  // namespace
}  // namespace dateline::extract

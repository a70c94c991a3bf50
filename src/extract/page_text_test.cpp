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
    if (text.fates[i] == BlockFate::kKept) out.push_back(page.blocks[i].text);
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

TEST(ChooseText, EveryBlockHasItsReason) {
  PageBlocks page = blocks_of("<nav><a href='/'>Home</a></nav><article><h1>Basin closes</h1>" + p("By Orla Quist") +
                              p(kOne) + "<h2>The park</h2>" + p(kTwo) + "<h2>More reports</h2></article>");
  const PageText text = choose_text(page, "Basin closes", RegionRule::kBest);
  EXPECT_THAT(text.reasons, ElementsAre(FateReason::kOutsideRegion, FateReason::kHeadline, FateReason::kByline,
                                        FateReason::kRunningText, FateReason::kHeading, FateReason::kRunningText,
                                        FateReason::kLoneSubhead));
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    EXPECT_EQ(text.fates[i], fate_for(text.reasons[i]));
    EXPECT_FALSE(words_for(text.reasons[i]).empty());
  }
}

TEST(LettersOf, KeepsLettersAndDigits) {
  EXPECT_EQ(letters_of("Basin: “Closed” – in 2024!"), "basin“closed”–in2024");
}

}  // namespace
}  // namespace dateline::extract

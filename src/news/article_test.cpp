#include "news/article.h"

#include <gtest/gtest.h>

namespace dateline::news {
namespace {

Article three_blocks() {
  Article article;
  article.append_paragraph("First paragraph.", ParagraphKind::kParagraph);
  article.append_paragraph("A subhead", ParagraphKind::kSubhead);
  article.append_paragraph("Second\nparagraph.", ParagraphKind::kParagraph);
  return article;
}

TEST(Article, TextIsTheParagraphsJoinedByLineBreaks) {
  const Article article = three_blocks();
  EXPECT_EQ(article.text, "First paragraph.\nA subhead\nSecond paragraph.");
  ASSERT_EQ(article.paragraphs.size(), 3u);
  EXPECT_EQ(article.paragraphs[2].span.of(article.text), "Second paragraph.");
}

TEST(Article, ParagraphAtFindsTheBlockOfAnOffset) {
  const Article article = three_blocks();
  EXPECT_EQ(article.paragraph_at(0), 0u);
  EXPECT_EQ(article.paragraph_at(16), 0u) << "the line break belongs to the block before it";
  EXPECT_EQ(article.paragraph_at(17), 1u);
  EXPECT_EQ(article.paragraph_at(9999), 2u);
}

TEST(Article, ReadersDoNotCountSubheads) {
  const Article article = three_blocks();
  EXPECT_EQ(article.paragraph_number(0), 1u);
  EXPECT_EQ(article.paragraph_number(1), 1u);
  EXPECT_EQ(article.paragraph_number(2), 2u);
}

TEST(Article, ASubheadBeforeEverythingTakesTheFirstNumber) {
  Article article;
  article.append_paragraph("A subhead", ParagraphKind::kSubhead);
  EXPECT_EQ(article.paragraph_number(0), 1u);
}

TEST(Article, MentionsInASpan) {
  Article article = three_blocks();
  article.entities.push_back({"per:a", EntityType::kPerson, "A", ""});
  for (const std::size_t at : {0u, 6u, 17u, 30u}) article.mentions.push_back({{at, at + 2}, 0});
  EXPECT_EQ(article.mentions_in({0, 16}), std::make_pair(std::size_t{0}, std::size_t{2}));
  EXPECT_EQ(article.mentions_in({17, 26}), std::make_pair(std::size_t{2}, std::size_t{3}));
  EXPECT_EQ(article.mentions_in({40, 44}).first, article.mentions_in({40, 44}).second);
}

TEST(Published, ItsDayIsThatOfTheZoneThatIsStated) {
  EXPECT_EQ(Published{}.day(), std::nullopt);
  const Published evening = stated(*base::parse_moment("2013-11-02T22:30:00-04:00"));
  EXPECT_EQ(evening.certainty, Certainty::kStated);
  EXPECT_EQ(evening.day(), base::parse_day("2013-11-02"));
  EXPECT_EQ(evening.instant, base::parse_instant("2013-11-03T02:30:00Z"));
  EXPECT_EQ(stated(*base::parse_moment("2013-11-03T02:30:00Z")).day(), base::parse_day("2013-11-03"));
}

TEST(OutletLabel, NameThenDomainThenUnknown) {
  EXPECT_EQ(outlet_label({"Harbour Times", "harbourtimes.example"}), "Harbour Times");
  EXPECT_EQ(outlet_label({"", "harbourtimes.example"}), "harbourtimes.example");
  EXPECT_EQ(outlet_label({}), "unknown outlet");
}

}  // namespace
}  // namespace dateline::news

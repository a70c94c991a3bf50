#include "annotate/tense.h"

#include <gtest/gtest.h>

#include <string_view>

#include "annotate/resources.h"

namespace dateline::annotate {
namespace {

Direction direction(std::string_view text, std::string_view time) {
  static const Annotator::Resources kResources;
  news::Article article;
  article.language = "en";
  article.append_paragraph(text, news::ParagraphKind::kParagraph);
  const Document document(article, kResources.lexicon);
  for (std::size_t i = 0; i < document.words().size(); ++i) {
    if (document.text_of(i, i + 1) == time) return direction_at(document, i, i + 1);
  }
  ADD_FAILURE() << time;
  return Direction::kUnknown;
}

TEST(Tense, TheNearestVerbDecides) {
  EXPECT_EQ(direction("They met on Saturday.", "Saturday"), Direction::kPast);
  EXPECT_EQ(direction("They will meet on Saturday.", "Saturday"), Direction::kFuture);
  EXPECT_EQ(direction("He said on Saturday that they will meet.", "Saturday"), Direction::kPast);
  EXPECT_EQ(direction("They agreed to meet in January.", "January"), Direction::kFuture);
  EXPECT_EQ(direction("They agreed in January to meet.", "January"), Direction::kPast);
  EXPECT_EQ(direction("Work should be completed in October.", "October"), Direction::kFuture);
  EXPECT_EQ(direction("An October hearing has been scheduled.", "October"), Direction::kFuture);
  EXPECT_EQ(direction("On Saturday, the two sides agreed to hold talks.", "Saturday"), Direction::kPast);
  EXPECT_EQ(direction("Norway invited them to Oslo in 2014 for talks.", "2014"), Direction::kFuture);
  EXPECT_EQ(direction("It is shut until Friday.", "Friday"), Direction::kFuture);
  EXPECT_EQ(direction("A dull Friday.", "Friday"), Direction::kUnknown);
}

}  // namespace
}  // namespace dateline::annotate

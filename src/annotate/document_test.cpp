#include "annotate/document.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::annotate {
namespace {

const Lexicon& lexicon() {
  static const Lexicon kLexicon("title: minister\n", "storm\tw\n");
  return kLexicon;
}

news::Article article_of(std::initializer_list<std::string_view> paragraphs) {
  news::Article article;
  article.language = "en";
  for (const std::string_view paragraph : paragraphs)
    article.append_paragraph(paragraph, news::ParagraphKind::kParagraph);
  return article;
}

TEST(Document, SentencesStayInsideTheirParagraphs) {
  news::Article article = article_of({"One is here. Two is there.", "No stop", "Three."});
  const Document document(article, lexicon());
  ASSERT_EQ(document.sentences().size(), 4u);
  EXPECT_EQ(document.sentences()[1].paragraph, 0u);
  EXPECT_EQ(document.sentences()[2].paragraph, 1u);
  EXPECT_EQ(document.sentences()[3].paragraph, 2u);
  EXPECT_EQ(document.sentences()[2].span.of(article.text), "No stop");
  EXPECT_EQ(article.sentences.size(), 4u);
}

TEST(Document, GivenSentencesAreKept) {
  news::Article article = article_of({"One is here. Two is there."});
  article.sentences = {{0, article.text.size()}};
  const Document document(article, lexicon());
  EXPECT_EQ(document.sentences().size(), 1u);
  EXPECT_EQ(article.sentences.size(), 1u);
}

TEST(Document, TextWithoutParagraphsIsOne) {
  news::Article article;
  article.language = "en";
  article.text = "One is here. Two is there.";
  const Document document(article, lexicon());
  EXPECT_EQ(document.sentences().size(), 2u);
}

TEST(Document, WordsAreFoldedAndClassed) {
  news::Article article = article_of({"Storm in SÃO: the Minister’s speech"});
  const Document document(article, lexicon());
  ASSERT_GE(document.words().size(), 7u);
  EXPECT_EQ(document.word(0).folded, "storm");
  EXPECT_TRUE(document.word(0).is(kCommonWord));
  EXPECT_EQ(document.word(2).folded, "sao");
  EXPECT_TRUE(document.word(2).all_caps);
  EXPECT_EQ(document.word(5).folded, "minister");
  EXPECT_TRUE(document.word(5).is(kTitle));
  EXPECT_EQ(document.word(6).folded, "'s");
  EXPECT_EQ(document.text_of(4, 6), "the Minister");
}

TEST(Document, WordAtAnOffset) {
  news::Article article = article_of({"One two three."});
  const Document document(article, lexicon());
  EXPECT_EQ(document.word_at(0), 0u);
  EXPECT_EQ(document.word_at(1), 1u);
  EXPECT_EQ(document.word_at(4), 1u);
  EXPECT_EQ(document.word_at(1000), document.words().size());
}

TEST(Document, HeadlinesInTitleCaseAreKnown) {
  news::Article article =
      article_of({"Ministers From Oslo Agree With Sweden", "Ministers from Oslo agree with Sweden"});
  const Document document(article, lexicon());
  EXPECT_TRUE(document.sentences()[0].title_case);
  EXPECT_FALSE(document.sentences()[1].title_case);
}

TEST(Document, NothingAtAll) {
  news::Article article;
  const Document document(article, lexicon());
  EXPECT_TRUE(document.words().empty());
  EXPECT_TRUE(document.sentences().empty());
}

}  // namespace
}  // namespace dateline::annotate

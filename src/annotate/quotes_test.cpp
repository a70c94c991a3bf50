// The parts of quotes; whole texts are in tests/cases/annotate/quotes.txt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "annotate/quote_clauses.h"
#include "annotate/quote_cues.h"
#include "annotate/quote_marks.h"
#include "annotate/quote_sources.h"
#include "annotate/resources.h"

namespace dateline::annotate {
namespace {

using testing::ElementsAre;

const Annotator::Resources& resources() {
  static const Annotator::Resources kResources;
  return kResources;
}

struct Read {
  explicit Read(std::initializer_list<std::string_view> paragraphs) {
    article.language = "en";
    for (const std::string_view one : paragraphs) article.append_paragraph(one, news::ParagraphKind::kParagraph);
    document = std::make_unique<Document>(article, resources().lexicon);
  }
  std::string text(std::size_t first, std::size_t end) const { return std::string(document->text_of(first, end)); }
  std::size_t word(std::string_view folded) const {
    for (std::size_t i = 0; i < document->words().size(); ++i) {
      if (document->word(i).folded == folded) return i;
    }
    ADD_FAILURE() << folded;
    return 0;
  }
  std::string before(std::string_view cue) const {
    const auto found = source_before(*document, word(cue), 0);
    return found ? text(found->first, found->end) : "-";
  }
  std::string after(std::string_view cue) const {
    const auto found = source_after(*document, word(cue), document->words().size());
    return found ? text(found->first, found->end) : "-";
  }
  news::Article article;
  std::unique_ptr<Document> document;
};

TEST(QuoteMarks, AllKindsOfMarks) {
  for (const std::string_view text : {"“Yes we can,” he said.", "\"Yes we can,\" he said.", "``Yes we can,'' he said.",
                                      "''Yes we can,'' he said.", "„Yes we can,” he said.", "«Yes we can,» he said."}) {
    const Read read{text};
    const auto found = find_quoted(*read.document);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(read.text(found[0].first, found[0].end), "Yes we can,") << text;
    EXPECT_TRUE(found[0].closed);
  }
}

TEST(QuoteMarks, AnOpenStretchGoesToTheEndOfItsParagraph) {
  const Read read{"He said: “One is here. Two is there.", "“Three is behind.” Four."};
  const auto found = find_quoted(*read.document);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].closed);
  EXPECT_EQ(read.text(found[0].first, found[0].end), "One is here. Two is there.");
  EXPECT_TRUE(found[1].continues);
  EXPECT_TRUE(found[1].closed);
}

TEST(QuoteMarks, ApostrophesAreNoMarks) {
  EXPECT_TRUE(find_quoted(*Read{"It's the boss's job in '82, isn't it?"}.document).empty());
  EXPECT_TRUE(find_quoted(*Read{"Nothing \"\" here."}.document).empty());
}

TEST(QuoteSources, BeforeTheVerb) {
  EXPECT_EQ((Read{"The foreign ministry said so."}.before("said")), "The foreign ministry");
  EXPECT_EQ((Read{"Anna Berg has also repeatedly said so."}.before("said")), "Anna Berg");
  EXPECT_EQ((Read{"Anna Berg, a lawyer for the bank, said so."}.before("said")), "Anna Berg, a lawyer for the bank");
  EXPECT_EQ((Read{"It rained and he said so."}.before("said")), "he");
  EXPECT_EQ((Read{"The day came when Anna and Karl Berg said so."}.before("said")), "Anna and Karl Berg");
  EXPECT_EQ((Read{"People who said so were wrong."}.before("said")), "People who");
  EXPECT_EQ((Read{"Said nobody."}.before("said")), "-");
  EXPECT_EQ((Read{"It was said so."}.before("said")), "It");
}

TEST(QuoteSources, BehindTheVerb) {
  EXPECT_EQ((Read{"“No,” said Anna Berg, a lawyer."}.after("said")), "Anna Berg");
  EXPECT_EQ((Read{"“No,” said the minister in Oslo."}.after("said")), "the minister");
  EXPECT_EQ((Read{"“No,” said he."}.after("said")), "he");
  EXPECT_EQ((Read{"Anna said in Oslo that it rained."}.after("said")), "-");
  EXPECT_EQ((Read{"Anna said."}.after("said")), "-");
}

TEST(QuoteCues, PartsOfAnAttribution) {
  const Read read{"Anna Berg told reporters that the bridge was safe."};
  const Sentence& sentence = read.document->sentences()[0];
  const auto clauses = find_clauses(*read.document, sentence.first_word, sentence.end_word, {});
  const auto found = find_attributions(*read.document, sentence, {}, clauses);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(read.text(found[0].source.first, found[0].source.end), "Anna Berg");
  EXPECT_EQ(read.text(found[0].cue.first, found[0].cue.end), "told");
  ASSERT_EQ(found[0].content.size(), 1u);
  EXPECT_EQ(read.text(found[0].content[0].first, found[0].content[0].end), "that the bridge was safe.");
}

// The clauses of the first sentence: "subject > verb", "+" before a subject that the clause shares.
std::vector<std::string> clauses_of(const Read& read) {
  const Sentence& sentence = read.document->sentences()[0];
  std::vector<std::string> shown;
  for (const Clause& clause : find_clauses(*read.document, sentence.first_word, sentence.end_word, {})) {
    shown.push_back((clause.own ? "" : "+ ") + read.text(clause.subject.first, clause.subject.end) + " > " +
                    read.text(clause.verb, clause.verb + 1));
  }
  return shown;
}

TEST(QuoteClauses, SubjectsAndTheirVerbs) {
  EXPECT_THAT(clauses_of(Read{"Anna Berg has never wanted to go."}), ElementsAre("Anna Berg > has"));
  EXPECT_THAT(clauses_of(Read{"Anna Berg came and praised the town."}),
              ElementsAre("Anna Berg > came", "+ Anna Berg > praised"));
  EXPECT_THAT(clauses_of(Read{"Anna Berg, who lost, was angry."}),
              ElementsAre("Anna Berg, who > lost", "Anna Berg, who lost > was"));
  EXPECT_THAT(clauses_of(Read{"The plans of the town."}), ElementsAre());
}

TEST(QuoteClauses, AVerbIsToldFromItsNoun) {
  const auto is_verb = [](std::string_view text, std::string_view word) {
    const Read read{text};
    return is_verb_use(*read.document, read.word(word), 0, read.document->words().size());
  };
  EXPECT_TRUE(is_verb("Anna Berg plans to leave.", "plans"));
  EXPECT_TRUE(is_verb("They plan to leave.", "plan"));
  EXPECT_TRUE(is_verb("The voters support the law.", "support"));
  EXPECT_FALSE(is_verb("The plans of the town.", "plans"));
  EXPECT_FALSE(is_verb("Anna Berg's plan is dead.", "plan"));
  EXPECT_FALSE(is_verb("A widely praised law.", "praised"));
}

std::string holder(const Read& read, std::string_view cue) {
  const Sentence& sentence = read.document->sentences()[0];
  const auto clauses = find_clauses(*read.document, sentence.first_word, sentence.end_word, {});
  const auto found = holder_of(*read.document, clauses, read.word(cue));
  if (!found) return "-";
  return read.text(found->source.first, found->source.end) + (found->certain ? "" : " (likely)");
}

TEST(QuoteClauses, WhoHoldsAnAttitude) {
  EXPECT_EQ(holder(Read{"Anna Berg did not openly criticise it."}, "criticise"), "Anna Berg");
  EXPECT_EQ(holder(Read{"Anna Berg left, saying it was late."}, "saying"), "Anna Berg");
  EXPECT_EQ(holder(Read{"Anna Berg left when Karl Holm came, saying it was late."}, "saying"), "Anna Berg (likely)");
  EXPECT_EQ(holder(Read{"After saying no, Anna Berg left."}, "saying"), "Anna Berg");
  EXPECT_EQ(holder(Read{"It was late, saying no."}, "saying"), "It");
  EXPECT_EQ(holder(Read{"Saying no."}, "saying"), "-");
}

// Long rows of what the rules look back over: each look has a limit, so that no text is slower than linear.
TEST(Quotes, RowsWithoutEndAreRead) {
  const Annotator annotator;
  for (const std::string_view unit : {"is ", "also ", "Berg and ", "who said, ", "plan's ", "by Berg criticised "}) {
    news::Article article;
    article.language = "en";
    std::string text;
    for (int i = 0; i < 20000; ++i) text += unit;
    article.append_paragraph(text, news::ParagraphKind::kParagraph);
    annotator.annotate(article);
    EXPECT_FALSE(article.sentences.empty()) << unit;
  }
}

TEST(Quotes, AttitudesAreNoSpeech) {
  const Annotator annotator;
  news::Article article;
  article.language = "en";
  article.append_paragraph("Anna Berg wants to leave. Anna Berg said it was late.", news::ParagraphKind::kParagraph);
  annotator.annotate(article);
  ASSERT_EQ(article.quotes.size(), 2u);
  EXPECT_EQ(article.quotes[0].kind, news::QuoteKind::kAttitude);
  EXPECT_EQ(article.quotes[1].kind, news::QuoteKind::kSpeech);
}

TEST(Quotes, DirectIsTrueForWordsInMarksAlone) {
  const Annotator annotator;
  const auto quotes_of = [&annotator](std::string_view text) {
    news::Article article;
    article.language = "en";
    article.append_paragraph(text, news::ParagraphKind::kParagraph);
    annotator.annotate(article);
    return article.quotes;
  };
  ASSERT_EQ(quotes_of("“It is over,” Anna Berg said.").size(), 1u);
  EXPECT_TRUE(quotes_of("“It is over,” Anna Berg said.")[0].direct);
  EXPECT_FALSE(quotes_of("Anna Berg said it was over.")[0].direct);
  EXPECT_FALSE(quotes_of("Anna Berg said it was “all over” and left.")[0].direct);
  EXPECT_TRUE(quotes_of("Nobody came on that day.").empty());
}

TEST(Quotes, AnnotatingTwiceChangesNothing) {
  const Annotator annotator;
  news::Article once;
  once.language = "en";
  once.append_paragraph("“It is over,” Minister Anna Berg said in Oslo on May 3, 2024.",
                        news::ParagraphKind::kParagraph);
  annotator.annotate(once);
  news::Article twice = once;
  annotator.annotate(twice);
  EXPECT_EQ(once.quotes.size(), twice.quotes.size());
  EXPECT_EQ(once.mentions.size(), twice.mentions.size());
  EXPECT_EQ(once.entities.size(), twice.entities.size());
  EXPECT_EQ(once.times.size(), twice.times.size());
  EXPECT_EQ(once.sentences, twice.sentences);
}

}  // namespace
}  // namespace dateline::annotate

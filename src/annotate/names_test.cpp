// Candidates, their features and the classifier; whole sentences are in tests/cases/annotate/entities.txt.
#include "annotate/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "annotate/name_spans.h"
#include "annotate/resources.h"
#include "annotate/tense.h"

namespace dateline::annotate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Annotator::Resources& resources() {
  static const Annotator::Resources kResources;
  return kResources;
}

struct Read {
  explicit Read(std::string_view text) {
    article.language = "en";
    article.append_paragraph(text, news::ParagraphKind::kParagraph);
    document = std::make_unique<Document>(article, resources().lexicon);
  }
  news::Article article;
  std::unique_ptr<Document> document;
};

std::vector<std::string> spans_of(std::string_view text) {
  const Read read(text);
  std::vector<std::string> out;
  for (const NameSpan& span : find_name_spans(*read.document, resources().gazetteer)) {
    out.emplace_back(read.document->text_of(span.first, span.end));
  }
  return out;
}

TEST(NameSpans, TitlesAndPeoplesStandApart) {
  EXPECT_THAT(spans_of("He met Japanese Prime Minister Kenji Mori."), ElementsAre("Japanese", "Kenji Mori"));
  EXPECT_THAT(spans_of("He met Mr. Kenji Mori."), ElementsAre("Kenji Mori"));
  EXPECT_THAT(spans_of("He met Secretary of State John Carter."), ElementsAre("John Carter"));
}

TEST(NameSpans, HeadsAndTails) {
  EXPECT_THAT(spans_of("He left the Ministry of Foreign Affairs."), ElementsAre("Ministry of Foreign Affairs"));
  EXPECT_THAT(spans_of("He left the Department of Health and Human Services."),
              ElementsAre("Department of Health and Human Services"));
  EXPECT_THAT(spans_of("He left the Bank of Oslo and the Bank of Bergen."),
              ElementsAre("Bank of Oslo", "Bank of Bergen"));
  EXPECT_THAT(spans_of("He left the Northern Fisheries Council for Oslo."),
              ElementsAre("Northern Fisheries Council", "Oslo"));
}

TEST(NameSpans, SentencesBeginWithCapitalsThatSayNothing) {
  EXPECT_THAT(spans_of("Police left."), IsEmpty());
  EXPECT_THAT(spans_of("Despite Oslo, they left."), ElementsAre("Oslo"));
  EXPECT_THAT(spans_of("The Oslo police left."), ElementsAre("Oslo"));
}

TEST(NameSpans, TheCalendarIsNoName) {
  EXPECT_THAT(spans_of("It rained on Monday in April."), IsEmpty());
  EXPECT_THAT(spans_of("It rained in May."), IsEmpty());
}

TEST(NameSpans, Particles) {
  EXPECT_THAT(spans_of("He met Ludwig van der Berg."), ElementsAre("Ludwig van der Berg"));
  EXPECT_THAT(spans_of("He met Khalid bin Omar."), ElementsAre("Khalid bin Omar"));
}

TEST(NameClassifier, TheGreatestSumWins) {
  const NameClassifier classifier(
      "0\t1\t10\t0\t0\t0\t0\n1\t1\t0\t30\t5\t0\t0\n1\t2\t0\t0\t0\t20\t0\nbroken\n64\t1\t0\t0\t0\t0\t99\n");
  EXPECT_FALSE(classifier.classify({{0, 1}}).has_value());
  EXPECT_EQ(classifier.classify({{0, 1}, {1, 1}}), news::EntityType::kPerson);
  EXPECT_EQ(classifier.classify({{0, 1}, {1, 2}}), news::EntityType::kPlace);
  EXPECT_FALSE(classifier.classify({}).has_value());
}

TEST(NameFeatures, EveryGroupAtMostOnceAndInRange) {
  const Read read(
      "The Norwegian Ministry of Defence told Anna van Berg, 45, of Bergen that U.S.-led NATO ships left the Baltic "
      "Sea.");
  for (const NameSpan& span : find_name_spans(*read.document, resources().gazetteer)) {
    std::vector<bool> seen(kFeatureRange, false);
    for (const Feature& feature : name_features(*read.document, resources().gazetteer, span)) {
      ASSERT_LT(feature.group, kFeatureRange);
      ASSERT_LT(feature.value, kFeatureRange);
      EXPECT_FALSE(seen[feature.group]) << int{feature.group};
      seen[feature.group] = true;
    }
    EXPECT_TRUE(seen[0]);
  }
}

TEST(Names, ALastNameIsThePersonWhateverStandsAroundIt) {
  const Read read("Kenji Brask arrived in Oslo. In Brask the town saw a friend.");
  std::vector<std::string> people;
  for (const Name& name : find_names(*read.document, resources().gazetteer, resources().classifier)) {
    if (name.type == news::EntityType::kPerson) people.emplace_back(read.document->text_of(name.first, name.end));
  }
  EXPECT_THAT(people, ElementsAre("Kenji Brask", "Brask"));
}

Direction direction(std::string_view text, std::string_view time) {
  const Read read(text);
  for (std::size_t i = 0; i < read.document->words().size(); ++i) {
    if (read.document->text_of(i, i + 1) == time) return direction_at(*read.document, i, i + 1);
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

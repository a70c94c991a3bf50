// How names are tagged; whole sentences and what they name are in tests/cases/annotate/entities.txt.
#include "annotate/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "annotate/known_phrases.h"
#include "annotate/name_hash.h"
#include "annotate/name_sights.h"
#include "annotate/name_tagger.h"
#include "annotate/name_viterbi.h"
#include "annotate/resources.h"

namespace dateline::annotate {
namespace {

using news::EntityType;
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

std::vector<std::string> stretches_of(std::string_view text) {
  const Read read(text);
  std::vector<std::string> out;
  for (const NameStretch& stretch : find_name_stretches(*read.document)) {
    out.emplace_back(read.document->text_of(stretch.first, stretch.end));
  }
  return out;
}

std::vector<std::string> names_of(std::string_view text, EntityType type) {
  const Read read(text);
  std::vector<std::string> out;
  for (const Name& name : find_names(*read.document, resources().gazetteer, resources().names)) {
    if (name.type == type) out.emplace_back(read.document->text_of(name.first, name.end));
  }
  return out;
}

TEST(NameStretches, CapitalsAndWhatMayJoinThem) {
  EXPECT_THAT(stretches_of("They left the Bank of the West and Oslo today."),
              ElementsAre("They left the Bank of the West and Oslo"));
  EXPECT_THAT(stretches_of("In Oslo everybody knew that Bergen lost."), ElementsAre("In Oslo", "Bergen"));
  EXPECT_THAT(stretches_of("Flight 370 and the 2016 Olympics."), ElementsAre("Flight 370", "2016 Olympics"));
  EXPECT_THAT(stretches_of("members of al-Qaeda left"), ElementsAre("al-Qaeda"));
  EXPECT_THAT(stretches_of("nothing here, 12 of them"), IsEmpty());
}

TEST(NameStretches, LongOnesAreCut) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "Oslo ";
  const Read read(text);
  std::size_t end = 0;
  for (const NameStretch& stretch : find_name_stretches(*read.document)) {
    EXPECT_EQ(stretch.first, end);
    EXPECT_LE(stretch.end - stretch.first, 60u);
    end = stretch.end;
  }
  EXPECT_EQ(end, 500u);
}

TEST(NameLabels, OnlyWholeNamesMayBeSaid) {
  constexpr NameLabel kFirst = label_of(EntityType::kPerson, NamePart::kFirst);
  constexpr NameLabel kLast = label_of(EntityType::kPerson, NamePart::kLast);
  constexpr NameLabel kPlace = label_of(EntityType::kPlace, NamePart::kOnly);
  EXPECT_TRUE(may_follow(kOutside, kFirst));
  EXPECT_TRUE(may_follow(kFirst, kLast));
  EXPECT_TRUE(may_follow(kLast, kPlace));
  EXPECT_FALSE(may_follow(kOutside, kLast));
  EXPECT_FALSE(may_follow(kFirst, kPlace));
  EXPECT_FALSE(may_follow(kFirst, kOutside));
  EXPECT_FALSE(may_follow(kFirst, label_of(EntityType::kPlace, NamePart::kLast)));
  EXPECT_EQ(type_of(kPlace), EntityType::kPlace);
  EXPECT_EQ(part_of(kLast), NamePart::kLast);
}

TEST(NameViterbi, TheWholeSequenceDecides) {
  constexpr NameLabel kFirst = label_of(EntityType::kPerson, NamePart::kFirst);
  constexpr NameLabel kLast = label_of(EntityType::kPerson, NamePart::kLast);
  constexpr NameLabel kOnly = label_of(EntityType::kPlace, NamePart::kOnly);
  std::vector<NameScores> scores(2);
  scores[0][kOnly] = 5;
  scores[0][kFirst] = 4;
  scores[1][kLast] = 3;
  std::vector<NameLabel> labels;
  best_labels(
      scores, [](NameLabel, NameLabel) { return 0; }, labels);
  EXPECT_THAT(labels, ElementsAre(kFirst, kLast));
  best_labels(
      scores, [](NameLabel from, NameLabel to) { return from == kFirst && to == kLast ? -4 : 0; }, labels);
  EXPECT_THAT(labels, ElementsAre(kOnly, kOutside));
  scores.clear();
  best_labels(
      scores, [](NameLabel, NameLabel) { return 0; }, labels);
  EXPECT_THAT(labels, IsEmpty());
}

/// A model of one weight slot and one word slot.
std::string model_bytes(std::uint64_t feature, NameLabel label, std::string_view word) {
  std::string bytes = "DLNAMES1";
  const auto append = [&bytes](const auto& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  };
  append(std::uint32_t{2});
  append(std::uint32_t{2});
  bytes.append(kNameLabels * kNameLabels * 2, '\0');
  NameModel::Slot slots[2];
  slots[feature & 1] = {name_check(feature), {}};
  slots[feature & 1].weights[label] = 7;
  for (const NameModel::Slot& slot : slots) append(slot);
  NameModel::WordSlot words[2];
  words[name_hash(word) & 1] = {name_check(name_hash(word)), 5 + 64 * 300 + 32768 * 1999};
  for (const NameModel::WordSlot& slot : words) append(slot);
  return bytes;
}

TEST(NameModel, FindsWeightsAndWordsWhereTheyLie) {
  const std::string bytes = model_bytes(0x123456789ABCDEF0u, 3, "oslo");
  const NameModel model(bytes);
  EXPECT_FALSE(model.empty());
  NameModel::Sums sums{};
  model.add(0x123456789ABCDEF0u, sums);
  model.add(0x123456789ABCDEF0u, sums);
  model.add(0x1234567800000001u, sums);
  EXPECT_EQ(sums[3], 14);
  EXPECT_EQ(sums[0], 0);
  const WordClusters clusters = model.clusters("oslo");
  EXPECT_EQ(clusters.coarse, 5);
  EXPECT_EQ(clusters.middle, 300);
  EXPECT_EQ(clusters.fine, 1999);
  EXPECT_EQ(model.clusters("bergen").fine, 0);
}

TEST(NameModel, AnyOtherBytesAreNoModel) {
  const std::string bytes = model_bytes(2, 3, "oslo");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_TRUE(NameModel(std::string_view(bytes).substr(0, size)).empty()) << size;
  }
  std::string odd = bytes;
  odd[8] = 3;
  EXPECT_TRUE(NameModel(odd).empty());
  const Read read("Anna Berg lives in Oslo.");
  EXPECT_THAT(tag_names(*read.document, resources().gazetteer, NameModel("")), testing::Each(kOutside));
}

TEST(NameModel, AFullTableIsSearchedOnce) {
  const std::string bytes = model_bytes(2, 3, "oslo");
  const std::string full = std::string(bytes).replace(16 + kNameLabels * kNameLabels * 2 + 24, 4, "full");
  NameModel::Sums sums{};
  NameModel(full).add(0x7777777700000002u, sums);
  EXPECT_THAT(sums, testing::Each(0));
}

TEST(NameModel, TheOneThatShipsIsOne) {
  EXPECT_FALSE(resources().names.empty());
  EXPECT_NE(resources().names.clusters("oslo").fine, 0);
}

TEST(NameSights, AWordHasAtMostEightyFeatures) {
  const Read read("The Norwegian Ministry of Defence told Anna van Berg, 45, that U.S.-led NATO ships left the Sea.");
  const NameSights sights(*read.document, resources().gazetteer, resources().names);
  NameFeatures features;
  for (std::size_t i = 0; i < read.document->words().size(); ++i) {
    sights.features_of(i, features);
    EXPECT_GT(features.size(), 20u);
    EXPECT_LE(features.size(), 80u);
  }
}

TEST(KnownPhrases, TheLongestCounts) {
  const Read read("New York City and the Russians");
  const KnownPhrase city = longest_known(*read.document, resources().gazetteer, 0, 3);
  EXPECT_EQ(city.end, 3u);
  const KnownPhrase people = longest_known(*read.document, resources().gazetteer, 5, 6);
  ASSERT_TRUE(people.name);
  EXPECT_TRUE(people.name->demonym);
  EXPECT_FALSE(longest_known(*read.document, resources().gazetteer, 3, 6).name);
}

TEST(Names, ALastNameIsThePersonWhateverStandsAroundIt) {
  EXPECT_THAT(names_of("Kenji Brask arrived in Oslo. In Brask the town saw a friend.", EntityType::kPerson),
              ElementsAre("Kenji Brask", "Brask"));
}

TEST(Names, TitlesAreNoPartOfThem) {
  EXPECT_THAT(names_of("He met Mr. Kenji Mori and Dr. Anna Berg.", EntityType::kPerson),
              ElementsAre("Kenji Mori", "Anna Berg"));
}

TEST(Names, CountriesAreFoundWhateverTheTaggerSays) {
  EXPECT_THAT(names_of("Boats. Norway. Boats.", EntityType::kPlace), ElementsAre("Norway"));
}

}  // namespace
}  // namespace dateline::annotate

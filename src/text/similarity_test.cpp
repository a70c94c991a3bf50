#include "text/similarity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace dateline::text {
namespace {

std::vector<TermId> terms(std::string_view text) {
  Stemmer stemmer("en");
  return content_terms(text, "en", stemmer);
}

TEST(Terms, AreTheSameEverywhere) {
  // Stored in archives: these numbers must never change.
  EXPECT_EQ(term_id(""), 0xF52A15E9A9B5E89Bu);
  EXPECT_EQ(term_id("island"), term_id("island"));
  EXPECT_NE(term_id("island"), term_id("islands"));
  EXPECT_NE(term_pair_id(1, 2), term_pair_id(2, 1));
}

TEST(Terms, LeaveOutWhatSaysNothing) {
  EXPECT_EQ(terms("The islands of Japan’s north!"), terms("ISLAND, Japan: north"));
  EXPECT_EQ(terms("U.S. forces"), terms("the U.S force"));
  EXPECT_TRUE(terms("of the, and --").empty());
  EXPECT_NE(terms("3,000 men"), terms("4,000 men"));
}

TEST(Terms, KnowTheirPlaces) {
  Stemmer stemmer("en");
  const std::string text = "The old mill";
  const auto placed = placed_content_terms(text, "en", stemmer);
  ASSERT_EQ(placed.size(), 2u);
  EXPECT_EQ(placed[0].span.of(text), "old");
  EXPECT_EQ(placed[1].span.of(text), "mill");
}

TEST(TermVector, IsSortedAndSumsEqualTerms) {
  const TermVector vector({{7, 1}, {3, 2}, {7, 2}, {5, 0}, {4, 1}, {4, -1}});
  ASSERT_EQ(vector.terms().size(), 2u);
  EXPECT_EQ(vector.terms()[0].id, 3u);
  EXPECT_EQ(vector.terms()[1].id, 7u);
  EXPECT_FLOAT_EQ(vector.weight_of(7), 3);
  EXPECT_FLOAT_EQ(vector.weight_of(6), 0);
  EXPECT_DOUBLE_EQ(TermVector({{1, 3}, {2, 4}}).norm(), 5);
}

TEST(TermVector, AddsScalesAndKeepsTheHeaviest) {
  TermVector sum({{1, 1}, {3, 3}});
  sum.add(TermVector({{2, 2}, {3, 1}, {9, 1}}), 2);
  EXPECT_FLOAT_EQ(sum.weight_of(1), 1);
  EXPECT_FLOAT_EQ(sum.weight_of(2), 4);
  EXPECT_FLOAT_EQ(sum.weight_of(3), 5);
  EXPECT_FLOAT_EQ(sum.weight_of(9), 2);
  sum.keep_heaviest(2);
  ASSERT_EQ(sum.terms().size(), 2u);
  EXPECT_EQ(sum.terms()[0].id, 2u);
  sum.scale(0.5);
  EXPECT_FLOAT_EQ(sum.weight_of(3), 2.5);
  sum.scale(0);
  EXPECT_TRUE(sum.empty());
}

TEST(Cosine, RunsFromNothingToTheSame) {
  const TermVector a({{1, 1}, {2, 2}});
  EXPECT_NEAR(cosine(a, a), 1, 1e-9);
  EXPECT_DOUBLE_EQ(cosine(a, TermVector({{3, 1}})), 0);
  EXPECT_DOUBLE_EQ(cosine(a, TermVector()), 0);
  EXPECT_NEAR(cosine(TermVector({{1, 1}}), TermVector({{1, 1}, {2, 1}})), 0.7071, 1e-4);
}

TEST(Cosine, FindsTheSameBySearchAsByMerge) {
  std::vector<Term> many;
  for (TermId id = 0; id < 1000; ++id) many.push_back({id * 3, 1});
  const TermVector large(many);
  const TermVector small({{3, 2}, {4, 5}, {2997, 1}, {5000, 1}});
  EXPECT_DOUBLE_EQ(dot(small, large), 3);
  EXPECT_DOUBLE_EQ(dot(large, small), 3);
}

TEST(Frequencies, RareTermsWeighMore) {
  DocumentFrequencies frequencies;
  frequencies.add(std::vector<TermId>{1, 2, 2});
  frequencies.add(std::vector<TermId>{1, 3});
  frequencies.add(std::vector<TermId>{1});
  EXPECT_EQ(frequencies.documents(), 3u);
  EXPECT_EQ(frequencies.frequency(1), 3u);
  EXPECT_EQ(frequencies.frequency(2), 1u);
  EXPECT_GT(frequencies.idf(99), frequencies.idf(2));
  EXPECT_GT(frequencies.idf(2), frequencies.idf(1));
  EXPECT_GT(frequencies.idf(1), 0);
  const TermVector vector = tf_idf(std::vector<TermId>{2, 1, 2}, frequencies);
  EXPECT_GT(vector.weight_of(2), vector.weight_of(1));
  frequencies.remove(std::vector<TermId>{1, 2, 2});
  EXPECT_EQ(frequencies.frequency(2), 0u);
  EXPECT_EQ(frequencies.documents(), 2u);
}

TEST(Jaccard, IsTheShareOfWhatBothHave) {
  const std::vector<TermId> a = sorted_set(std::vector<TermId>{3, 1, 2, 3});
  const std::vector<TermId> b = {2, 3, 4};
  EXPECT_EQ(a.size(), 3u);
  EXPECT_DOUBLE_EQ(jaccard(a, b), 0.5);
  EXPECT_DOUBLE_EQ(jaccard(a, a), 1);
  EXPECT_DOUBLE_EQ(jaccard({}, {}), 0);
}

TEST(Shingles, TellACopyFromLikeness) {
  const auto agency =
      terms("The ministry closed the northern port on Monday after a storm tore two cranes from the quay.");
  const auto copy = terms(
      "Lima: The ministry closed the northern port on Monday after a storm tore two cranes from the quay. More soon.");
  const auto own = terms("A storm tore cranes from the quay, so on Monday the ministry closed two docks at the port.");
  EXPECT_DOUBLE_EQ(containment(shingles(agency, 3), shingles(copy, 3)), 1);
  EXPECT_LT(containment(shingles(agency, 3), shingles(own, 3)), 0.4);
  EXPECT_LT(containment(shingles(copy, 3), shingles(agency, 3)), 1);
}

TEST(Shingles, OfShortTextsAreWhole) {
  EXPECT_TRUE(shingles({}, 3).empty());
  EXPECT_EQ(shingles(std::vector<TermId>{1, 2}, 3).size(), 1u);
  EXPECT_EQ(shingles(std::vector<TermId>{1, 2, 3, 4}, 3).size(), 2u);
  EXPECT_DOUBLE_EQ(containment({}, std::vector<TermId>{1}), 0);
}

}  // namespace
}  // namespace dateline::text

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/archive.h"
#include "archive/testing.h"

namespace dateline::archive {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

class SearchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = Archive::open(folder_.file(), Archive::Mode::kCreateOrOpen);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    archive_ = std::move(*opened);
    add("urn:headline", "Missile test worries neighbours", "A launch was seen.", day(2012, 5, 1));
    add("urn:text", "Neighbours meet", "They spoke of missiles.\nThe Café in Zürich was full.", day(2013, 5, 1));
    add("urn:both", "Ministers meet in Tokyo", "Russia’s navy took part in anti-piracy training.", day(2013, 6, 1));
    add("urn:undated", "Storm and rain", "Heavy rain fell all day.", std::nullopt);
  }

  void add(const std::string& uri, const std::string& headline, const std::string& text,
           std::optional<base::Day> published) {
    const news::Article article = make_article(uri, headline, text, published);
    const Filing filing = make_filing(article, "story of " + uri);
    ASSERT_TRUE(archive_->file(std::span(&filing, 1)).ok());
  }

  SearchResults search(const std::string& words, std::optional<int> year = {}, std::size_t offset = 0,
                       std::size_t limit = 20) {
    auto results = archive_->search({words, year, offset, limit});
    EXPECT_TRUE(results.ok()) << words << ": " << results.error().message;
    return results.ok() ? *results : SearchResults();
  }

  std::vector<std::string> uris(const std::string& words) {
    std::vector<std::string> found;
    for (const SearchHit& hit : search(words).hits) found.push_back(hit.uri);
    return found;
  }

  TemporaryFolder folder_;
  std::unique_ptr<Archive> archive_;
};

TEST_F(SearchTest, WordsMatchByStemCaseAndAccentAside) {
  EXPECT_THAT(uris("MISSILES"), ElementsAre("urn:headline", "urn:text"));
  EXPECT_THAT(uris("cafe zurich"), ElementsAre("urn:text"));
  EXPECT_THAT(uris("neighbours test"), ElementsAre("urn:headline"));
}

TEST_F(SearchTest, PhrasesAndExclusions) {
  EXPECT_THAT(uris("\"heavy rain\""), ElementsAre("urn:undated"));
  EXPECT_THAT(uris("\"rain heavy\""), ElementsAre());
  EXPECT_THAT(uris("missile -launch"), ElementsAre("urn:text"));
  EXPECT_THAT(uris("missile -\"a launch\" -—"), ElementsAre("urn:text"));
  EXPECT_THAT(uris("Russia's navy"), ElementsAre("urn:both"));
  EXPECT_THAT(uris("piracy"), ElementsAre("urn:both"));
  EXPECT_THAT(uris("anti-piracy"), ElementsAre("urn:both"));
  EXPECT_THAT(uris("× € navy"), ElementsAre("urn:both"));
}

TEST_F(SearchTest, NothingAskedForFindsNothing) {
  for (const char* words : {"", "   ", "-rain", "\"", "()", "—", "*", "\xff\xfe", "-"}) {
    EXPECT_EQ(search(words).total, 0U) << words;
  }
}

TEST_F(SearchTest, OperatorsOfTheIndexAreWords) {
  for (const char* words : {"rain AND", "NOT rain", "rain OR storm", "NEAR(rain storm)", "rain*", "^rain",
                            "headline:rain", "{rain", "rain\"", "rain + storm", "'rain'", "rain;--", "\"rain"}) {
    search(words);  // the fixture fails on an error
  }
  EXPECT_THAT(uris("rain OR navy"), ElementsAre());
  EXPECT_THAT(uris("'rain'"), ElementsAre("urn:undated"));
}

TEST_F(SearchTest, TheHitTellsWhereAndWhy) {
  const SearchResults results = search("missiles", 2013);
  ASSERT_EQ(results.hits.size(), 1U);
  const SearchHit& hit = results.hits[0];
  EXPECT_EQ(hit.uri, "urn:text");
  EXPECT_EQ(hit.story, "story of urn:text");
  EXPECT_EQ(hit.headline, "Neighbours meet");
  EXPECT_EQ(hit.outlet.domain, "example.com");
  EXPECT_EQ(hit.day, day(2013, 5, 1));
  EXPECT_EQ(hit.snippet, "They spoke of missiles.");
  ASSERT_EQ(hit.matches.size(), 1U);
  EXPECT_EQ(hit.matches[0].of(hit.snippet), "missiles");
}

TEST_F(SearchTest, APhraseIsOneMatchAndWordsOfUtf8AreWhole) {
  const SearchResults rain = search("\"heavy rain\" rain day");
  ASSERT_EQ(rain.hits.size(), 1U);
  EXPECT_EQ(rain.hits[0].day, std::nullopt);
  ASSERT_EQ(rain.hits[0].matches.size(), 2U);
  EXPECT_EQ(rain.hits[0].matches[0].of(rain.hits[0].snippet), "Heavy rain");
  EXPECT_EQ(rain.hits[0].matches[1].of(rain.hits[0].snippet), "day");
  const SearchResults cafe = search("zurich cafe");
  ASSERT_EQ(cafe.hits.size(), 1U);
  EXPECT_EQ(cafe.hits[0].snippet, "The Café in Zürich was full.");
  EXPECT_EQ(cafe.hits[0].matches[1].of(cafe.hits[0].snippet), "Zürich");
}

TEST_F(SearchTest, AMatchInTheHeadlineAloneShowsTheBeginning) {
  const SearchResults results = search("worries");
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_EQ(results.hits[0].snippet, "A launch was seen.");
  EXPECT_TRUE(results.hits[0].matches.empty());
}

TEST_F(SearchTest, CountsPerYearAreOfAllYears) {
  const SearchResults results = search("missile", 2012);
  EXPECT_EQ(results.total, 1U);
  EXPECT_THAT(results.count_per_year, ElementsAre(Pair(2012, 1), Pair(2013, 1)));
  EXPECT_EQ(search("missile").total, 2U);
  // The undated one counts in the year it came in.
  EXPECT_THAT(search("storm").count_per_year, ElementsAre(Pair(2014, 1)));
  EXPECT_EQ(search("missile", 1999).total, 0U);
}

TEST_F(SearchTest, PagesDoNotOverlap) {
  for (int i = 0; i < 25; ++i) add("urn:p" + std::to_string(i), "page", "common words here", day(2015, 1, 1));
  std::vector<std::string> seen;
  for (std::size_t offset = 0; offset < 30; offset += 10) {
    const SearchResults page = search("common", {}, offset, 10);
    EXPECT_EQ(page.total, 25U);
    for (const SearchHit& hit : page.hits) seen.push_back(hit.uri);
  }
  EXPECT_EQ(seen.size(), 25U);
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
  EXPECT_TRUE(search("common", {}, std::size_t(-1), std::size_t(-1)).hits.empty());
}

}  // namespace
}  // namespace dateline::archive

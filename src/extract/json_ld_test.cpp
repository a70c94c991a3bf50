#include "extract/json_ld.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"

namespace dateline::extract {
namespace {

using ::testing::ElementsAre;

std::optional<LdArticle> read(std::string_view script) {
  return read_json_ld({script});
}

TEST(JsonLd, ReadsAnArticle) {
  const auto article =
      read(R"({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Basin &amp; quay",
      "author": {"name": "Orla Quist"}, "publisher": {"name": "Harbour Messenger"}, "datePublished": "2024-10-08",
      "image": {"url": "https://m.example/a.jpg"}, "isAccessibleForFree": false, "articleBody": "One.\n\nTwo."})");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->rank, 3);
  EXPECT_EQ(article->headline, "Basin & quay");
  EXPECT_THAT(article->authors, ElementsAre("Orla Quist"));
  EXPECT_EQ(article->publisher, "Harbour Messenger");
  EXPECT_EQ(article->image, "https://m.example/a.jpg");
  EXPECT_EQ(article->free_to_read, false);
  EXPECT_EQ(article->body, "One.\n\nTwo.");
}

TEST(JsonLd, AuthorsComeInManyShapes) {
  EXPECT_THAT(read(R"({"@type":"Article","author":"Orla Quist"})")->authors, ElementsAre("Orla Quist"));
  EXPECT_THAT(read(R"({"@type":"Article","author":["Orla Quist",{"name":"Jonas Meer"}]})")->authors,
              ElementsAre("Orla Quist", "Jonas Meer"));
  EXPECT_THAT(read(R"({"@type":"Article","author":{"name":["Orla Quist","Jonas Meer"]}})")->authors,
              ElementsAre("Orla Quist", "Jonas Meer"));
  EXPECT_THAT(
      read(R"([{"@type":"Person","@id":"#7","name":"Orla Quist"},{"@type":"Article","author":{"@id":"#7"}}])")->authors,
      ElementsAre("Orla Quist"));
}

TEST(JsonLd, TheHighestTypeWinsAndOthersFillItsGaps) {
  const auto article = read(R"({"@graph": [{"@type": "WebPage", "name": "Page", "inLanguage": "de"},
      {"@type": ["Thing", "BlogPosting"], "headline": "Basin"}, {"@type": "NewsArticle", "headline": "Teaser"}]})");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->headline, "Basin");
  EXPECT_EQ(article->language, "de");
}

TEST(JsonLd, FullTypeAddressesAreUnderstood) {
  EXPECT_EQ(read(R"({"@type": "http://schema.org/NewsArticle", "headline": "Basin"})")->rank, 3);
}

TEST(JsonLd, OtherThingsAreNoArticle) {
  EXPECT_FALSE(read(R"({"@type": "Organization", "name": "Harbour Messenger"})").has_value());
  EXPECT_FALSE(read("").has_value());
  EXPECT_FALSE(read("{not json").has_value());
  EXPECT_FALSE(read_json_ld({}).has_value());
}

TEST(JsonLd, AHouseIsNoPerson) {
  EXPECT_TRUE(read(R"({"@type": "Article", "author": {"@type": "Organization", "name": "Messenger"}})")
                  ->authors_are_organisations);
  EXPECT_FALSE(read(R"({"@type": "Article", "author": [{"@type": "Organization", "name": "Messenger"},
      {"@type": "Person", "name": "Orla Quist"}]})")
                   ->authors_are_organisations);
  EXPECT_FALSE(read(R"({"@type": "Article", "author": "Messenger"})")->authors_are_organisations);
  EXPECT_FALSE(read(R"({"@type": "Article"})")->authors_are_organisations);
}

TEST(JsonLd, RightsComeFromNoticeOrHolderOrLicense) {
  const auto rights = [](const std::string& members) {
    return read(R"({"@type": "Article", )" + members + "}")->rights;
  };
  EXPECT_EQ(rights(R"("copyrightNotice": "All ours", "copyrightHolder": {"name": "Messenger"})"), "All ours");
  EXPECT_EQ(rights(R"("copyrightHolder": {"name": "Messenger"}, "copyrightYear": "2024")"), "© 2024 Messenger");
  EXPECT_EQ(rights(R"("copyrightHolder": {"name": "Messenger"})"), "© Messenger");
  EXPECT_EQ(rights(R"("license": "https://m.example/terms")"), "https://m.example/terms");
}

TEST(JsonLd, TheAddressMayBeThatOfTheMainEntitysPage) {
  EXPECT_EQ(read(R"({"@type": "Article", "mainEntityOfPage": "https://m.example/a"})")->url, "https://m.example/a");
  EXPECT_EQ(read(R"({"@type": "Article", "mainEntityOfPage": {"@id": "https://m.example/b"}})")->url,
            "https://m.example/b");
}

TEST(JsonLd, BreadcrumbsStandBesideTheArticle) {
  const auto article = read(R"([{"@type": "Article"}, {"@type": "BreadcrumbList", "itemListElement": [
      {"name": "Home"}, {"item": {"name": "Harbour"}}, 7, {"item": "https://m.example"}]}])");
  EXPECT_THAT(article->breadcrumbs, ElementsAre("Home", "Harbour"));
}

TEST(JsonLd, WrongTypesDoNotHurt) {
  const auto article = read(R"({"@type": "Article", "headline": 7, "author": 3, "image": [], "keywords": {"a": 1},
      "publisher": [[]], "datePublished": null, "@id": 5})");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->headline, "");
  EXPECT_TRUE(article->authors.empty());
}

TEST(MendJson, MendsWhatPagesBreak) {
  for (std::string_view broken :
       {"<!-- {\"a\": 1} -->", "//<![CDATA[\n{\"a\": 1}\n//]]>", "/*<![CDATA[*/{\"a\": 1}/*]]>*/", "{\"a\": 1,}",
        "{\"a\": [1, 2, ], }", "{\"a\": \"one\ntwo\"}", "{\"a\": 1};"}) {
    EXPECT_TRUE(base::parse_json(mend_json(broken)).ok()) << broken;
  }
}

TEST(MendJson, LeavesStringsAlone) {
  EXPECT_EQ(mend_json(R"({"a": "x,]\" }"})"), R"({"a": "x,]\" }"})");
}

}  // namespace
}  // namespace dateline::extract

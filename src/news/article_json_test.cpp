#include "news/article_json.h"

#include <gtest/gtest.h>

#include "base/json.h"

namespace dateline::news {
namespace {

base::Result<Article> read(std::string_view json, ArticleParts parts = ArticleParts::kAll) {
  return article_from_json(base::parse_json(json)->get_object(), parts);
}

Article annotated() {
  Article article;
  article.id = "a.html";
  article.uri = "https://harbourtimes.example/a";
  article.outlet = {"Harbour Times", "harbourtimes.example"};
  article.headline = "Ferry 😀 runs aground";
  article.published.instant = base::parse_instant("2025-03-04T09:15:00Z");
  article.published.has_time_of_day = true;
  article.published.certainty = Certainty::kInferred;
  article.published.because = "'on Tuesday'";
  article.append_paragraph("😀 Inês Valadares said “no” on Tuesday.", ParagraphKind::kParagraph);
  article.append_paragraph("What next", ParagraphKind::kSubhead);
  const auto span = [&](std::string_view part) {
    const std::size_t at = article.text.find(part);
    return Span{at, at + part.size()};
  };
  article.sentences = {article.paragraphs[0].span, article.paragraphs[1].span};
  article.entities.push_back({"per:ines-valadares", EntityType::kPerson, "Inês Valadares", "minister"});
  article.mentions.push_back({span("Inês Valadares"), 0});
  article.times.push_back({span("Tuesday"), TimeType::kDate, "2025-03-04"});
  article.quotes.push_back({{span("no")}, {span("said")}, {span("Inês Valadares")}, 0, true});
  return article;
}

TEST(ArticleJson, OffsetsAreCodePointsPastTheBasicMultilingualPlane) {
  const base::JsonObject row = to_json(annotated(), ArticleParts::kAll);
  const base::JsonObject& entity = row.at("entities").at(0).as_object();
  EXPECT_EQ(entity.at("begin").to_number<int>(), 2);
  EXPECT_EQ(entity.at("end").to_number<int>(), 16);
  EXPECT_EQ(entity.at("type").as_string(), "PER");
}

TEST(ArticleJson, RoundTripGivesTheSameJson) {
  const base::JsonObject row = to_json(annotated(), ArticleParts::kAll);
  const auto back = article_from_json(row, ArticleParts::kAll);
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(base::to_text(to_json(*back, ArticleParts::kAll)), base::to_text(row));
}

news::Article with_places() {
  Article article;
  article.id = "x";
  article.append_paragraph("Japanese ships left Paris for Paris.", ParagraphKind::kParagraph);
  article.entities.push_back({"misc:japan", EntityType::kOther, "Japanese", "", "loc:japan", std::nullopt});
  article.entities.push_back({"loc:paris", EntityType::kPlace, "Paris", "", "", Location{48.853, 2.349, "FR"}});
  article.mentions = {{{0, 8}, 0}, {{20, 25}, 1}, {{30, 35}, 1}};
  return article;
}

TEST(ArticleJson, APlaceIsToldOnceAKeyAndPeopleTellTheirPlace) {
  const base::JsonObject row = to_json(with_places(), ArticleParts::kAll);
  EXPECT_EQ(row.at("entities").at(0).at("of").as_string(), "loc:japan");
  EXPECT_FALSE(row.at("entities").at(1).as_object().contains("of"));
  ASSERT_EQ(row.at("places").as_array().size(), 1U);
  const base::JsonObject& place = row.at("places").at(0).as_object();
  EXPECT_EQ(place.at("entity").as_string(), "loc:paris");
  EXPECT_EQ(place.at("latitude").as_double(), 48.853);
  EXPECT_EQ(place.at("country").as_string(), "FR");
  const auto back = article_from_json(row, ArticleParts::kAll);
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(base::to_text(to_json(*back, ArticleParts::kAll)), base::to_text(row));
}

TEST(ArticleJson, RowsFromBeforeThereWerePlacesAreRead) {
  base::JsonObject row = to_json(with_places(), ArticleParts::kAll);
  row.erase("places");
  const auto article = article_from_json(row, ArticleParts::kAll);
  ASSERT_TRUE(article.ok());
  EXPECT_FALSE(article->entities[1].location.has_value());
}

TEST(ArticleJson, PlacesOffTheEarthAreRefusedAndStrangersPassedOver) {
  const auto with = [](const char* places) {
    base::JsonObject row = to_json(with_places(), ArticleParts::kAll);
    row["places"] = *base::parse_json(places);
    return article_from_json(row, ArticleParts::kAll);
  };
  EXPECT_TRUE(with(R"([{"entity": "loc:rome", "latitude": 41.9, "longitude": 12.5}])").ok());
  EXPECT_TRUE(with(R"([{"entity": "loc:paris", "latitude": 48, "longitude": 2}])")->entities[1].location.has_value());
  for (const char* bad : {"[1]", R"([{"entity": "loc:paris"}])", R"([{"latitude": 91, "longitude": 2}])",
                          R"([{"latitude": 1, "longitude": -181}])", R"([{"latitude": "1", "longitude": 2}])"}) {
    EXPECT_EQ(with(bad).error().code, base::ErrorCode::kInvalid) << bad;
  }
}

TEST(ArticleJson, TimesKeepTheZoneThatWasStated) {
  const auto article =
      read(R"({"id": "x", "published": "2013-11-02T18:00:00+09:00", "modified": "2013-11-02T22:30:00-03:30"})");
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->published.utc_offset_minutes, 540);
  EXPECT_EQ(article->published.instant, base::parse_instant("2013-11-02T09:00:00Z"));
  EXPECT_EQ(article->modified->day(), base::parse_day("2013-11-02"));
  const base::JsonObject row = to_json(*article, ArticleParts::kExtracted);
  EXPECT_EQ(row.at("published").as_string(), "2013-11-02T18:00:00+09:00");
  EXPECT_EQ(row.at("modified").as_string(), "2013-11-02T22:30:00-03:30");
}

TEST(ArticleJson, ADayStaysADay) {
  const auto article = read(R"({"id": "x", "published": "2013-11-02", "modified": "2013-11-03"})");
  ASSERT_TRUE(article.ok());
  EXPECT_FALSE(article->published.has_time_of_day);
  const base::JsonObject row = to_json(*article, ArticleParts::kExtracted);
  EXPECT_EQ(row.at("published").as_string(), "2013-11-02");
  EXPECT_EQ(row.at("modified").as_string(), "2013-11-03");
}

TEST(ArticleJson, AnswersOfARowAreNotReadUnlessAsked) {
  const auto back = article_from_json(to_json(annotated(), ArticleParts::kAll), ArticleParts::kExtracted);
  ASSERT_TRUE(back.ok());
  EXPECT_TRUE(back->entities.empty());
  EXPECT_TRUE(back->quotes.empty());
}

TEST(ArticleJson, AnAttitudeStaysAnAttitude) {
  Article article = annotated();
  article.quotes[0].kind = QuoteKind::kAttitude;
  const base::JsonObject row = to_json(article, ArticleParts::kAll);
  EXPECT_EQ(row.at("quotes").at(0).at("kind").as_string(), "attitude");
  const auto back = article_from_json(row, ArticleParts::kAll);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->quotes[0].kind, QuoteKind::kAttitude);
}

TEST(ArticleJson, AnInferredDayStaysInferredWhenItIsPassedOn) {
  const auto back = article_from_json(to_json(annotated(), ArticleParts::kAll), ArticleParts::kExtracted);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->published.certainty, Certainty::kInferred);
  EXPECT_EQ(back->published.because, "'on Tuesday'");
}

TEST(ArticleJson, TextAloneStaysUntouched) {
  const auto article = read(R"({"id": "x", "text": "One.\n\nTwo. \r\nThree"})");
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->text, "One.\n\nTwo. \r\nThree");
  ASSERT_EQ(article->paragraphs.size(), 3u);
  EXPECT_EQ(article->paragraphs[1].span.of(article->text), "Two. ");
}

TEST(ArticleJson, SentencesOfARowAreKept) {
  const auto alone = read(R"({"id": "x", "sentences": [{"text": "One."}, {"text": "Two."}]})");
  ASSERT_TRUE(alone.ok());
  EXPECT_EQ(alone->text, "One.\nTwo.");
  EXPECT_EQ(alone->sentences.size(), 2u);
  const auto beside = read(R"({"id": "x", "text": "One. Two.", "sentences": [{"text": "One."}, {"text": "Two."}]})");
  ASSERT_TRUE(beside.ok());
  EXPECT_EQ(beside->sentences[1].of(beside->text), "Two.");
}

TEST(ArticleJson, WriteAnnotationsKeepsUnknownMembers) {
  base::JsonObject row = base::parse_json(R"({"id": 7, "text": "Hello.", "mine": [1]})")->get_object();
  auto article = article_from_json(row, ArticleParts::kExtracted);
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->id, "7");
  write_annotations(*article, row);
  EXPECT_EQ(row.at("mine").as_array().size(), 1u);
  EXPECT_EQ(row.at("id").as_int64(), 7);
  EXPECT_TRUE(row.at("published").is_null());
  EXPECT_EQ(row.at("published_certainty").as_string(), "unknown");
}

TEST(ArticleJson, ErrorsNameTheMember) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"text": "no id"})", "\"id\" is missing"},
      {R"({"id": "x", "headline": 3})", "\"headline\" is not a string"},
      {R"({"id": "x", "paragraphs": "one"})", "\"paragraphs\" is not a list"},
      {R"({"id": "x", "paragraphs": [1]})", "\"paragraphs\" is not a list of strings"},
      {R"({"id": "x", "dct": "yesterday"})", "\"dct\" is no ISO 8601 date: 'yesterday'"},
      {R"({"id": "x", "published": "2013-02-30"})", "\"published\" is no ISO 8601 date: '2013-02-30'"},
      {R"({"id": "x", "text": "ab", "entities": [{"begin": 0, "end": 3, "type": "PER"}]})",
       "\"entities\" has an offset outside the text"},
      {R"({"id": "x", "text": "ab", "times": [{"begin": 1, "end": 0, "type": "DATE"}]})",
       "\"times\" has an offset outside the text"},
      {R"({"id": "x", "sentences": ["a"]})", "\"sentences\" is not a list of objects with \"text\""},
  };
  for (const auto& [json, message] : cases) {
    SCOPED_TRACE(json);
    const auto article = read(json);
    ASSERT_FALSE(article.ok());
    EXPECT_EQ(article.error().message, message);
    EXPECT_EQ(article.error().code, base::ErrorCode::kInvalid);
  }
}

}  // namespace
}  // namespace dateline::news

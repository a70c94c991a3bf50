#include "extract/carrier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/extract.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

news::Carrier carrier() {
  news::Carrier said;
  said.outlet = " Quay\n Herald ";
  said.headline = "Pier shut";
  said.byline = "By Ines Marlow and Tomas Reyk";
  said.dateline = "PORT ALDER";
  said.published = "Mon, 30 Mar 2026 07:30:00 +0100";
  said.modified = "2026-03-31";
  said.language = "en-GB";
  said.section = "Transport";
  said.rights = "(c) Herald";
  said.image = "https://quay.example/pier.jpg";
  said.note = "Adds\tquote";
  said.keywords = {"piers"};
  return said;
}

/// An article whose every field is known.
news::Article known() {
  news::Article article;
  article.headline = "What the page says";
  article.outlet = {"Page", "page.example"};
  article.byline = "Page Writer";
  article.authors = {"Page Writer"};
  article.dateline = "ELSEWHERE";
  article.language = "de";
  article.section = "Page section";
  article.rights = "page rights";
  article.image = "https://page.example/i.jpg";
  article.keywords = {"page"};
  article.dropped = {"menu"};
  return article;
}

TEST(Carrier, LanguageIsThePrimarySubtag) {
  const auto language = [](const std::string& tag) {
    news::Carrier said;
    said.language = tag;
    return stated_language(said);
  };
  EXPECT_EQ(language("en-GB"), "en");
  EXPECT_EQ(language("PT_br"), "pt");
  EXPECT_EQ(language("gsw"), "gsw");
  for (const char* bad : {"", "english", "e", "1", "-en", "e1"}) EXPECT_EQ(language(bad), "") << bad;
}

TEST(Carrier, BylineGivesAuthorsAndTakesThePlaceOfOthers) {
  news::Article article = known();
  read_carrier_byline(carrier(), article);
  EXPECT_EQ(article.byline, "By Ines Marlow and Tomas Reyk");
  EXPECT_THAT(article.authors, ElementsAre("Ines Marlow", "Tomas Reyk"));
  news::Carrier said;
  said.byline = "Ines Marlow, 17 desk";
  read_carrier_byline(said, article);
  EXPECT_THAT(article.authors, ElementsAre("Ines Marlow"));
  read_carrier_byline({}, article);
  EXPECT_EQ(article.byline, "");
  EXPECT_THAT(article.authors, IsEmpty());
}

TEST(Carrier, AFeedFillsOnlyWhatThePageLeavesOpen) {
  news::Article open;
  add_carrier(carrier(), open);
  EXPECT_EQ(open.headline, "Pier shut");
  EXPECT_EQ(open.outlet.name, "Quay Herald");
  EXPECT_EQ(open.dateline, "PORT ALDER");
  EXPECT_EQ(open.language, "en");
  EXPECT_EQ(open.section, "Transport");
  EXPECT_EQ(open.rights, "(c) Herald");
  EXPECT_EQ(open.image, "https://quay.example/pier.jpg");
  EXPECT_THAT(open.keywords, ElementsAre("piers"));
  EXPECT_THAT(open.authors, ElementsAre("Ines Marlow", "Tomas Reyk"));
  ASSERT_TRUE(open.published.moment());
  EXPECT_EQ(base::format_moment(*open.published.moment()), "2026-03-30T07:30:00+01:00");
  ASSERT_TRUE(open.modified);
  EXPECT_EQ(base::format_day(open.modified->day()), "2026-03-31");
  EXPECT_THAT(open.dropped, IsEmpty());

  news::Article full = known();
  add_carrier(carrier(), full);
  const news::Article as_before = known();
  EXPECT_EQ(full.headline, as_before.headline);
  EXPECT_EQ(full.outlet.name, as_before.outlet.name);
  EXPECT_EQ(full.authors, as_before.authors);
  EXPECT_EQ(full.dateline, as_before.dateline);
  EXPECT_EQ(full.language, as_before.language);
  EXPECT_EQ(full.section, as_before.section);
  EXPECT_EQ(full.keywords, as_before.keywords);
}

TEST(Carrier, AWireHeaderGoesBeforeItsBodyAndItsNoteIsShownFirst) {
  news::Article article = known();
  believe_carrier(carrier(), article);
  EXPECT_EQ(article.headline, "Pier shut");
  EXPECT_EQ(article.outlet.name, "Quay Herald");
  EXPECT_NE(article.outlet.domain, "page.example");
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(article.authors, ElementsAre("Ines Marlow", "Tomas Reyk"));
  EXPECT_EQ(article.dateline, "PORT ALDER");
  EXPECT_THAT(article.keywords, ElementsAre("piers"));
  EXPECT_THAT(article.dropped, ElementsAre("Adds quote", "menu"));
}

TEST(Carrier, WhatAWireHeaderDoesNotSayStays) {
  news::Article article = known();
  believe_carrier({}, article);
  EXPECT_EQ(article.headline, "What the page says");
  EXPECT_EQ(article.outlet.domain, "page.example");
  EXPECT_THAT(article.authors, ElementsAre("Page Writer"));
  EXPECT_EQ(article.language, "de");
  EXPECT_THAT(article.dropped, ElementsAre("menu"));
}

TEST(Carrier, ADayThatCannotBeReadIsUnknown) {
  news::Carrier said;
  said.published = "soon";
  news::Article article;
  believe_carrier(said, article);
  EXPECT_FALSE(article.published.instant);
  EXPECT_FALSE(article.modified);
}

TEST(Carrier, ADayThatCannotBeReadTakesThePlaceOfNone) {
  news::Carrier said;
  said.published = "soon";
  said.modified = "later";
  news::Article article;
  article.published = news::stated(*text::parse_written_date("2026-03-30", "en"));
  article.modified = text::parse_written_date("2026-03-31", "en");
  believe_carrier(said, article);
  EXPECT_TRUE(article.published.instant);
  EXPECT_TRUE(article.modified);
  believe_mail_header(said, article);
  EXPECT_TRUE(article.published.instant);
}

TEST(Carrier, AHeadlineAloneIsAnArticleOfItsOwn) {
  news::Capture capture;
  capture.id = "map.xml#1";
  capture.kind = news::MediaKind::kFeedEntry;
  capture.carrier.headline = "Pier shut";
  const auto one = extract(capture);
  ASSERT_TRUE(one.ok());
  EXPECT_EQ(one->headline, "Pier shut");
  EXPECT_THAT(one->paragraphs, IsEmpty());
  capture.carrier.headline = "Pier open";
  EXPECT_NE(extract(capture)->uri, one->uri);
  capture.carrier.headline = " ";
  EXPECT_FALSE(extract(capture).ok());
  capture.carrier.headline = "Pier shut";
  capture.kind = news::MediaKind::kHtml;
  EXPECT_FALSE(extract(capture).ok());
}

}  // namespace
}  // namespace dateline::extract

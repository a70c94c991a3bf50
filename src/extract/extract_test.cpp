#include "extract/extract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"
#include "extract/page_metadata.h"

namespace dateline::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kOne = "The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo ships.";
const std::string kTwo = "Dredgers will clear the basin before winter, and a park is to be laid out on the quay.";

news::Capture capture(std::string bytes, news::MediaKind kind = news::MediaKind::kHtml) {
  news::Capture out;
  out.id = "case.html#2";
  out.kind = kind;
  out.bytes = std::move(bytes);
  return out;
}

std::string page(const std::string& head, const std::string& body = {}) {
  return "<html><head>" + head + "</head><body><article><h1>Basin closes</h1><p>" + kOne + "</p><p>" + kTwo + "</p>" +
         body + "</article></body></html>";
}

news::Article must(const news::Capture& from) {
  auto article = extract(from);
  EXPECT_TRUE(article.ok()) << (article.ok() ? "" : article.error().message);
  return article.ok() ? *article : news::Article{};
}

TEST(Extract, IdIsTheCapturesAndUriADigestWhenThereIsNoOther) {
  const news::Article article = must(capture(page("")));
  EXPECT_EQ(article.id, "case.html#2");
  EXPECT_TRUE(article.uri.starts_with("urn:sha256:"));
  EXPECT_EQ(article.uri.size(), std::string("urn:sha256:").size() + 64);
  EXPECT_EQ(article.uri, must(capture(page(""))).uri);
}

TEST(Extract, SameCaptureSameArticle) {
  const news::Capture from = capture(page("<meta name='author' content='Orla Quist'>"));
  const news::Article a = must(from);
  const news::Article b = must(from);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.authors, b.authors);
  EXPECT_EQ(a.dropped, b.dropped);
}

TEST(Extract, BinaryIsNoText) {
  const auto article = extract(capture(std::string("\x89PNG\0\0\0\0\0\0\0\0", 12), news::MediaKind::kPlainText));
  ASSERT_FALSE(article.ok());
  EXPECT_EQ(article.error().code, base::ErrorCode::kInvalid);
}

TEST(Extract, AnEmptyCaptureHasNoReport) {
  const auto article = extract(capture("", news::MediaKind::kPlainText));
  ASSERT_FALSE(article.ok());
  EXPECT_THAT(article.error().message, HasSubstr("no report found"));
}

TEST(Extract, DeclaredCharsetsAreHonoured) {
  news::Capture from = capture("<html><body><h1>Hafen</h1><p>" + kOne +
                               " Br\xFC"
                               "cke.</p></body></html>");
  from.charset = "iso-8859-1";
  EXPECT_THAT(must(from).text, HasSubstr("Brücke"));
}

TEST(Extract, WhatThePageSaysGoesBeforeWhatTheCarrierSays) {
  news::Capture from =
      capture(page("<meta property='og:site_name' content='Harbour Messenger'>"
                   "<meta property='article:published_time' content='2024-10-08T07:40:00Z'>"));
  from.carrier.headline = "Other headline";
  from.carrier.outlet = "Other outlet";
  from.carrier.published = "2001-01-01";
  const news::Article article = must(from);
  EXPECT_EQ(article.headline, "Basin closes");
  EXPECT_EQ(article.outlet.name, "Harbour Messenger");
  EXPECT_EQ(base::format_instant(*article.published.instant), "2024-10-08T07:40:00Z");
  EXPECT_EQ(article.published.certainty, news::Certainty::kStated);
}

TEST(Extract, UndatedCapturesStayUndated) {
  const news::Article article =
      must(capture("Nov. 2 (Fernpost) -- " + kOne + "\n" + kTwo + "\n", news::MediaKind::kPlainText));
  EXPECT_FALSE(article.published.instant.has_value());
  EXPECT_EQ(article.published.certainty, news::Certainty::kUnknown);
  EXPECT_EQ(article.dateline, "Nov. 2 (Fernpost)");
  EXPECT_TRUE(article.text.starts_with("Nov. 2 (Fernpost) -- "));
}

struct DateCase {
  const char* what;
  std::string head;
  std::string body;
  std::string day;
};

TEST(PageDates, AreFoundWhereverPagesPutThem) {
  const DateCase cases[] = {
      {"open graph", "<meta property='article:published_time' content='2024-10-08T07:40:00Z'>", "", "2024-10-08"},
      {"json-ld",
       "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2024-10-08\"}</script>", "",
       "2024-10-08"},
      {"microdata", "", "<span itemprop='datePublished' content='2024-10-08'></span>", "2024-10-08"},
      {"dublin core", "<meta name='DC.date.issued' content='2024-10-08'>", "", "2024-10-08"},
      {"time element", "", "<time datetime='2024-10-08'>Tuesday</time>", "2024-10-08"},
      {"class", "", "<span class='entry-date'>8 October 2024</span>", "2024-10-08"},
      {"address", "<link rel='canonical' href='https://m.example/2024/10/08/basin'>", "", "2024-10-08"},
      {"published before modified",
       "<meta property='article:modified_time' content='2024-10-09'><meta name='date' content='2024-10-08'>", "",
       "2024-10-08"},
      {"only modified", "<meta property='article:modified_time' content='2024-10-09'>", "", "2024-10-09"},
      {"none", "", "", ""},
  };
  for (const DateCase& one : cases) {
    const news::Article article = must(capture(page(one.head, one.body)));
    EXPECT_EQ(article.published.day() ? base::format_day(*article.published.day()) : "", one.day) << one.what;
  }
}

TEST(PagePeople, AreFoundWhereverPagesPutThem) {
  for (const std::string& head :
       {std::string("<meta name='author' content='Orla Quist'>"),
        std::string("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":\"Orla "
                    "Quist\"}}</script>")}) {
    EXPECT_THAT(must(capture(page(head))).authors, ElementsAre("Orla Quist")) << head;
  }
  for (const std::string& body :
       {std::string("<a rel='author' href='/o'>Orla Quist</a>"),
        std::string("<span class='byline'>By Orla Quist</span>"),
        std::string("<span itemprop='author'>Orla Quist</span>"), std::string("<p>By Orla Quist</p>")}) {
    EXPECT_THAT(must(capture(page("", body))).authors, ElementsAre("Orla Quist")) << body;
  }
  EXPECT_TRUE(must(capture(page("<meta name='author' content='admin'>"))).authors.empty());
  EXPECT_TRUE(must(capture(page("<meta property='article:author' content='https://m.example/orla'>"))).authors.empty());
}

TEST(DomainOf, TakesTheHost) {
  EXPECT_EQ(domain_of("https://www.Messenger.example:8080/a?b"), "messenger.example");
  EXPECT_EQ(domain_of("http://user@m.messenger.example/"), "messenger.example");
  EXPECT_EQ(domain_of("ftp://messenger.example"), "");
  EXPECT_EQ(domain_of("messenger.example"), "");
}

TEST(Extract, WhatIsBeyondTheLimitsIsDroppedInOnePiece) {
  std::string lines;
  for (int i = 0; i < 60'000; ++i) lines += "Quay\n\n";
  const news::Article text = must(capture(kOne + "\n" + kTwo + "\n" + lines, news::MediaKind::kPlainText));
  EXPECT_EQ(text.text, kOne + "\n" + kTwo);
  EXPECT_EQ(text.dropped.size(), 49'999u);
  EXPECT_TRUE(text.dropped.back().starts_with("Quay Quay"));
  std::string headings;
  for (int i = 0; i < 300'000; ++i) headings += "<h1>Quay</h1>\n";
  const news::Article html = must(capture(page("") + headings + "<p>the end"));
  EXPECT_EQ(html.headline, "Basin closes");
  EXPECT_EQ(html.text, kOne + "\n" + kTwo);
  EXPECT_TRUE(html.dropped.back().ends_with("Quay the end"));
}

TEST(Extract, DeepAndBrokenMarkupIsReadAllTheSame) {
  std::string html;
  for (int i = 0; i < 20'000; ++i) html += "<div><b>";
  html += "<p>" + kOne + "</p><p>" + kTwo + "</p>";
  const auto article = extract(capture(html));
  if (article.ok()) {
    EXPECT_TRUE(base::is_utf8(article->text));
  }
}

}  // namespace
}  // namespace dateline::extract

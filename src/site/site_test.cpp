#include "site/site.h"

#include <gtest/gtest.h>

#include "base/log.h"
#include "editions/html_checks.h"
#include "site/test_site.h"

namespace dateline::site {
namespace {

using editions::testing::all_matches;
using testing::header_of;
using testing::TestSite;

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Site, TheFrontPageIsTheNewestDay) {
  const TestSite site;
  const http::Response response = site.get("/");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  const std::string& body = response.body;
  EXPECT_TRUE(has(body, "<time datetime=\"2013-11-02\">Saturday 2 November 2013</time>"));
  EXPECT_TRUE(has(body, "<a href=\"/day/2013-11-01\">Before: Friday 1 November 2013</a>"));
  EXPECT_TRUE(has(body, "aria-current=\"page\">Today</a>"));
  // Heaviest first: the story of five reports at the top, then two, then one.
  const std::size_t top = body.find("Canal lock at Brenn fails");
  const std::size_t several = body.find("Ferry strikes pier");
  const std::size_t single = body.find("Headline of single-2013-11-02");
  EXPECT_LT(top, several);
  EXPECT_LT(several, single);
  EXPECT_NE(single, std::string::npos);
  EXPECT_TRUE(has(body, "5 reports from 4 outlets"));
  EXPECT_TRUE(has(body, "class=\"spark\"")) << "when the reports came in";
  EXPECT_TRUE(has(body, "The ferry Aurora struck the north pier")) << "a shared sentence of the second story";
}

TEST(Site, SummarySentencesCarryTheMarksOfAllWhoSayThem) {
  const std::string body = TestSite().body("/");
  const std::size_t begin = body.find("A gate of the lock at Brenn gave way");
  const std::string line = body.substr(begin, body.find("</div></div>", begin) - begin);
  EXPECT_EQ(all_matches(line, "aria-label=\"([^\"]*), paragraph 1\""),
            (std::vector<std::string>{"Regional Record", "Riverland Radio, report 1", "Inland Shipping News",
                                      "The Lake Post"}));
  EXPECT_TRUE(has(line, "href=\"/article?uri=https%3A%2F%2Frecord.example%2Fbrenn#p1\""));
}

TEST(Site, AStorysPageLeadsToEarlierAndLaterOnes) {
  TestSite site;
  StoryReader reader;
  reader.find_facts = [](StoryReader::Articles) { return std::vector<news::Fact>(); };
  reader.summarise = [](StoryReader::Articles, std::span<const news::Fact>) {
    return std::vector<news::SentenceRef>();
  };
  reader.find_related = [](const editions::StoryView& view) -> base::Result<std::vector<editions::RelatedStory>> {
    editions::RelatedStory other{true, "canal", "Canal lock fails", base::parse_day("2013-11-01"), {}, {}};
    other.outlets = {{"The Lake Post", ""}};
    other.because = {"The pier was hit.", "id", view.articles[0].uri, view.articles[0].outlet, 2};
    return std::vector<editions::RelatedStory>{other};
  };
  site.site = std::make_unique<Site>(site.archive, site.clock, SiteOptions{}, std::move(reader));
  const std::string body = site.body("/story/ferry");
  editions::testing::expect_sound_page(body);
  EXPECT_TRUE(has(body, "<h2>Earlier</h2>"));
  EXPECT_TRUE(has(body, "<a href=\"/story/canal\"><bdi>Canal lock fails</bdi></a>"));
  EXPECT_TRUE(has(body, "<time datetime=\"2013-11-01\">Friday 1 November 2013</time>"));
  EXPECT_TRUE(has(body, "<q dir=\"auto\">The pier was hit.</q>"));
  EXPECT_TRUE(has(body, "#p2\" aria-label=\"Harbour Gazette, paragraph 2\""));
}

TEST(Site, WhatIsRelatedCanFail) {
  TestSite site;
  StoryReader reader;
  reader.find_facts = [](StoryReader::Articles) { return std::vector<news::Fact>(); };
  reader.summarise = [](StoryReader::Articles, std::span<const news::Fact>) {
    return std::vector<news::SentenceRef>();
  };
  reader.find_related = [](const editions::StoryView&) -> base::Result<std::vector<editions::RelatedStory>> {
    return base::Error{base::ErrorCode::kIo, "the disk said no"};
  };
  site.site = std::make_unique<Site>(site.archive, site.clock, SiteOptions{}, std::move(reader));
  EXPECT_EQ(site.get("/story/ferry").status, 500);
}

TEST(Site, ADayHasItsNeighbours) {
  const TestSite site;
  const std::string body = site.body("/day/2013-11-01");
  EXPECT_TRUE(has(body, "Before: Thursday 31 October 2013"));
  EXPECT_TRUE(has(body, "After: Saturday 2 November 2013"));
  EXPECT_TRUE(has(body, "Headline of single-2013-11-01"));
  const std::string empty = site.body("/day/2010-05-05");
  EXPECT_TRUE(has(empty, "The archive holds no report of this day."));
  EXPECT_TRUE(has(empty, "/day/2009-03-01"));
  EXPECT_TRUE(has(empty, "/day/2011-06-30"));
}

TEST(Site, ManySingleReportsOfADayAreOnSeveralPages) {
  TestSite site(false);
  for (int i = 0; i < 130; ++i) site.add_single("s" + std::to_string(100 + i), "2013-11-02");
  EXPECT_TRUE(has(site.body("/"), "/day/2013-11-02?page=2"));
  EXPECT_EQ(all_matches(site.body("/day/2013-11-02?page=3"), "(Headline of s[0-9]+)").size(), 10U);
  EXPECT_FALSE(has(site.body("/day/2013-11-02?page=3"), "page=4"));
  EXPECT_EQ(site.get("/day/2013-11-02?page=4").status, 404);
  EXPECT_EQ(site.get("/day/2013-11-02?page=0").status, 400);
  EXPECT_EQ(site.get("/day/2013-11-02?page=x").status, 400);
}

TEST(Site, AStoryPageComparesItsReports) {
  const std::string body = TestSite().body("/story/canal");
  EXPECT_TRUE(has(body, "All 4 say"));
  EXPECT_TRUE(has(body, "They differ"));
  EXPECT_TRUE(has(body, "Only Regional Record"));
  EXPECT_TRUE(has(body, "<a href=\"/day/2013-11-02\"><time"));
  EXPECT_TRUE(has(body, "/search?q=%22Ulla%20Stein%22")) << "people lead to what else is said of them";
}

TEST(Site, AnArticlePageShowsWhoElseSaysIt) {
  const std::string body = TestSite().body("/article?uri=https%3A%2F%2Frecord.example%2Fbrenn");
  EXPECT_TRUE(has(body, ">Canal lock at Brenn fails, halting barge traffic for weeks</h1>"));
  EXPECT_TRUE(has(body, "Edda Falk and Per Oster"));
  EXPECT_TRUE(has(body, "One of 5 reports of <a href=\"/story/canal\">"));
  const std::size_t first = body.find("id=\"p1\"");
  const std::string block = body.substr(first, body.find("id=\"p2\"") - first);
  EXPECT_TRUE(has(block, "The Lake Post, paragraph 1"));
  EXPECT_TRUE(has(block, "<a class=\"n\" href=\"/search?q=%22Brenn%22\">Brenn</a>"));
  EXPECT_FALSE(has(body.substr(body.find("id=\"p2\""), 300), "class=\"m\"")) << "what it alone says has no marks";
}

TEST(Site, AnArticlePageTellsWhoSaysItOtherwise) {
  const std::string body = TestSite().body("/article?uri=https://harbour-gazette.example/2013/ferry");
  const std::size_t first = body.find("id=\"p1\"");
  const std::string block = body.substr(first, body.find("id=\"p2\"") - first);
  // The first paragraph is shared but for the number of injured.
  EXPECT_EQ(all_matches(block, ">(also|otherwise)</span><a class=\"m\""),
            (std::vector<std::string>{"also", "otherwise"}));
  const std::string canal = TestSite().body("/article?uri=https://record.example/brenn");
  const std::size_t third = canal.find("id=\"p3\"");
  EXPECT_FALSE(has(canal.substr(third), ">also<")) << "other numbers are not the same";
  EXPECT_TRUE(has(canal.substr(third), ">otherwise<"));
}

TEST(Site, AnOldLinkToAStoryLeadsOn) {
  TestSite site;
  site.archive.lead("old/story 1", "canal");
  for (const char* method : {"GET", "HEAD"}) {
    http::Request request;
    request.method = method;
    request.path = "/story/old/story 1";
    const http::Response response = site.site->answer(request);
    EXPECT_EQ(response.status, 301) << method;
    EXPECT_EQ(header_of(response, "Location"), "/story/canal") << method;
    EXPECT_TRUE(has(response.body, "href=\"/story/canal\">To the story</a>"));
    EXPECT_TRUE(header_of(response, "ETag").empty());
    editions::testing::expect_sound_page(response.body);
  }
  EXPECT_EQ(site.get("/story/canal").status, 200) << "and ends there";
}

TEST(Site, AnOldLinkCannotSplitTheAnswer) {
  TestSite site(false);
  editions::StoryView view = editions::testing::load_case("canal");
  view.story.id = "evil\r\nSet-Cookie: a=b";
  site.add(view);
  site.archive.lead("old", "evil\r\nSet-Cookie: a=b");
  EXPECT_EQ(header_of(site.get("/story/old"), "Location"), "/story/evil%0D%0ASet-Cookie%3A%20a%3Db");
}

TEST(Site, AnArticlePageTellsWhatChanged) {
  TestSite site;
  news::Article older = *site.archive.article("https://single.example/single-2013-11-01");
  older.headline = "An earlier headline";
  older.append_paragraph("A paragraph that was taken out.", news::ParagraphKind::kParagraph);
  site.archive.add_version(older, *base::parse_instant("2013-11-01T10:00:00Z"));
  const std::string body = site.body("/article?uri=https://single.example/single-2013-11-01");
  EXPECT_TRUE(has(body, "What changed since it was first seen"));
  EXPECT_TRUE(has(body, "<del>A paragraph that was taken out.</del>"));
  EXPECT_TRUE(has(body, "<del>An earlier headline</del>"));
  EXPECT_FALSE(has(body, "<ins>"));
  EXPECT_FALSE(has(site.body("/article?uri=https://record.example/brenn"), "What changed"));
}

TEST(Site, TheEarliestDayIsThreeClicksAway) {
  const TestSite site;
  EXPECT_TRUE(has(site.body("/"), "href=\"/archive\""));
  EXPECT_TRUE(has(site.body("/archive"), "href=\"/archive/2009\""));
  EXPECT_TRUE(has(site.body("/archive/2009"), "href=\"/day/2009-03-01\""));
  EXPECT_TRUE(has(site.body("/archive"), "Earliest day: Sunday 1 March 2009"));
}

TEST(Site, TheArchiveCountsYearsMonthsAndDays) {
  const TestSite site;
  EXPECT_TRUE(has(site.body("/archive"), "aria-label=\"2013: 10 reports\""));
  EXPECT_TRUE(has(site.body("/archive"), "aria-label=\"2010: 0 reports\"")) << "gaps keep the axis true";
  EXPECT_TRUE(has(site.body("/archive/2013"), "aria-label=\"November: 9 reports\""));
  const std::string month = site.body("/archive/2013/11");
  EXPECT_TRUE(has(month, "aria-label=\"Saturday 2 November 2013: 7 reports\""));
  EXPECT_TRUE(has(month, "Before: October 2013"));
  for (const char* wrong : {"/archive/13", "/archive/2013/13", "/archive/2013/1", "/archive/2013/11/02", "/archive/x",
                            "/archive/2013/", "/day/2013-02-30", "/day/", "/day", "/story/", "/story/none",
                            "/article?uri=none", "/nothing", "/archives", "//", "/style.css/"}) {
    EXPECT_EQ(site.get(wrong).status, 404) << wrong;
  }
}

TEST(Site, SearchFindsFiltersAndMarks) {
  const TestSite site;
  const std::string all = site.body("/search?q=heron");
  EXPECT_TRUE(has(all, "5 reports"));
  EXPECT_TRUE(has(all, "The <mark>heron</mark> of single-2009-03-01 has returned."));
  EXPECT_TRUE(has(all, "href=\"/search?q=heron&amp;year=2009\""));
  EXPECT_TRUE(has(all, "value=\"heron\"")) << "the form keeps the words";
  const std::string year = site.body("/search?q=heron&year=2009");
  EXPECT_TRUE(has(year, "1 report of 2009"));
  EXPECT_TRUE(has(year, "<li class=\"chosen\">"));
  EXPECT_TRUE(has(year, "all years</a>"));
  EXPECT_FALSE(has(year, "single-2011"));
  EXPECT_TRUE(has(site.body("/search?q=zebra"), "No report has all these words."));
  EXPECT_TRUE(has(site.body("/search"), "Type words that a report must have"));
}

TEST(Site, SearchShowsAStoryOnce) {
  const std::string body = TestSite().body("/search?q=Brenn");
  EXPECT_EQ(all_matches(body, "<a (href)=\"/story/canal\">The story</a>").size(), 1U);
  EXPECT_TRUE(has(body, "also "));
  EXPECT_TRUE(has(body, "Minister to visit broken lock"));
}

TEST(Site, SearchHasPages) {
  TestSite site(false);
  for (int i = 0; i < 45; ++i) site.add_single("s" + std::to_string(100 + i), "2013-11-02");
  EXPECT_TRUE(has(site.body("/search?q=heron"), "href=\"/search?q=heron&amp;page=2\">More results</a>"));
  EXPECT_FALSE(has(site.body("/search?q=heron&page=3"), "More results"));
  EXPECT_EQ(site.get("/search?q=heron&page=4").status, 404);
  for (const char* wrong : {"&page=0", "&page=-1", "&page=501", "&page=x", "&year=0", "&year=20133", "&year=x"}) {
    EXPECT_EQ(site.get(std::string("/search?q=heron") + wrong).status, 400) << wrong;
  }
  EXPECT_EQ(site.get("/search?q=" + std::string(501, 'a')).status, 400);
}

TEST(Site, AnEmptyArchiveSaysWhatToDo) {
  const TestSite site(false);
  EXPECT_EQ(site.get("/").status, 200);
  EXPECT_TRUE(has(site.body("/"), "dateline add FILE…"));
  EXPECT_EQ(site.get("/archive").status, 200);
  EXPECT_EQ(site.get("/archive/2013").status, 200);
}

TEST(Site, AFailingArchiveIsAPageWithoutItsSecrets) {
  base::set_log_level(base::LogLevel::kOff);
  TestSite site;
  site.archive.break_with(base::ErrorCode::kIo);
  for (const char* path : {"/", "/day/2013-11-02", "/archive", "/archive/2013", "/archive/2013/11", "/story/canal",
                           "/article?uri=x", "/search?q=x"}) {
    const http::Response response = site.get(path);
    EXPECT_EQ(response.status, 500) << path;
    EXPECT_TRUE(has(response.body, "Something went wrong")) << path;
    EXPECT_FALSE(has(response.body, "secret")) << path;
  }
  EXPECT_EQ(site.get("/style.css").status, 200);
  base::set_log_level(base::LogLevel::kWarning);
}

TEST(Site, TheSamePageHasTheSameTag) {
  const TestSite site;
  const std::string tag = header_of(site.get("/story/canal"), "ETag");
  ASSERT_FALSE(tag.empty());
  EXPECT_EQ(header_of(TestSite().get("/story/canal"), "ETag"), tag) << "of any server";
  EXPECT_NE(header_of(site.get("/story/ferry"), "ETag"), tag);
  EXPECT_FALSE(header_of(site.get("/style.css"), "ETag").empty());
  EXPECT_TRUE(header_of(site.get("/nothing"), "ETag").empty());
}

TEST(Site, FinishedPagesAreKeptUntilTheStoryChangesOrTimePasses) {
  TestSite site;
  const std::string first = site.body("/story/canal");
  const std::size_t reads = site.archive.reads();
  EXPECT_EQ(site.body("/story/canal"), first);
  EXPECT_EQ(site.archive.reads(), reads) << "nothing was read again";
  EXPECT_EQ(site.facts_found, 1U);
  site.clock.instant += std::chrono::seconds{301};
  EXPECT_EQ(site.body("/story/canal"), first);
  EXPECT_GT(site.archive.reads(), reads);
}

TEST(Site, EveryAnswerForbidsWhatPagesDoNotNeed) {
  const TestSite site;
  for (const char* path : {"/", "/nothing", "/style.css", "/story/canal"}) {
    const http::Response response = site.get(path);
    EXPECT_TRUE(header_of(response, "Content-Security-Policy").starts_with("default-src 'none'; style-src 'self'"));
  }
  EXPECT_EQ(site.get("/style.css").content_type, "text/css; charset=utf-8");
  EXPECT_EQ(site.get("/favicon.svg").content_type, "image/svg+xml");
  EXPECT_EQ(site.get("/robots.txt").content_type, "text/plain; charset=utf-8");
}

TEST(Site, AMalformedRequestIsAnswered) {
  const TestSite site;
  http::Request request;
  request.method = "GET";
  EXPECT_LT(site.site->answer(request).status, 500) << "no path at all";
  request.path = "/";
  request.method = "DELETE";
  EXPECT_EQ(site.site->answer(request).status, 405);
  EXPECT_EQ(site.get("/article").status, 400);
}

TEST(Site, AHugeStoryIsCutAndSaysSo) {
  TestSite site(false);
  std::string text = "story huge\nheadline Huge\nday 2013-11-02\n";
  for (int i = 0; i < 230; ++i) {
    text += "report Outlet " + std::to_string(i) + " | 2013-11-02\nuri https://huge.example/" + std::to_string(i) +
            "\np Report number " + std::to_string(i) + ".\n";
  }
  const editions::StoryView view = editions::testing::StoryCase(text).view();
  site.archive.add(view.story, view.articles);
  const std::string body = site.body("/story/huge");
  EXPECT_TRUE(has(body, "This page compares the newest 200 reports. 30 older reports"));
  EXPECT_EQ(site.get("/article?uri=https://huge.example/3").status, 200) << "one that the story's page leaves out";
}

}  // namespace
}  // namespace dateline::site

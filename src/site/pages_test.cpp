// What holds for every page, found by following every link from the front page.
#include <gtest/gtest.h>

#include <set>

#include "base/strings.h"
#include "editions/html_checks.h"
#include "site/test_site.h"

namespace dateline::site {
namespace {

using editions::testing::all_matches;
using testing::TestSite;

std::string as_written(const std::string& attribute) {
  return base::replace_all(base::replace_all(attribute, "&amp;", "&"), "&#39;", "'");
}

// All pages that can be reached, with their bodies.
std::map<std::string, std::string> crawl(const TestSite& site) {
  std::map<std::string, std::string> pages;
  std::vector<std::string> next = {"/"};
  while (!next.empty()) {
    const std::string target = next.back();
    next.pop_back();
    if (pages.contains(target)) continue;
    const http::Response response = site.get(target);
    EXPECT_EQ(response.status, 200) << "a link to nowhere: " << target;
    pages[target] = response.body;
    if (!response.content_type.starts_with("text/html")) continue;
    for (const std::string& link : all_matches(response.body, "href=\"(/[^\"#]*)")) next.push_back(as_written(link));
  }
  return pages;
}

TEST(Pages, EveryLinkLeadsSomewhereAndEveryPageIsSound) {
  const TestSite site;
  const auto pages = crawl(site);
  EXPECT_GT(pages.size(), 40U);
  for (const auto& [target, body] : pages) {
    if (target == "/style.css" || target == "/favicon.svg") continue;
    SCOPED_TRACE(target);
    editions::testing::expect_sound_page(body);
    EXPECT_EQ(all_matches(body, "<(h1)[ >]").size(), 1U);
    EXPECT_EQ(all_matches(body, "<(nav) aria-label=\"Main\"").size(), 1U);
    EXPECT_EQ(all_matches(body, "role=\"(search)\"").size(), 1U);
    EXPECT_EQ(all_matches(body, "<(footer)[ >]").size(), 1U);
  }
}

TEST(Pages, EveryMarkLeadsToAParagraphThatIsThere) {
  const TestSite site;
  std::size_t checked = 0;
  for (const auto& [target, body] : crawl(site)) {
    for (const std::string& link : all_matches(body, "class=\"m\" href=\"([^\"]*#p[0-9]+)\"")) {
      const std::string id = link.substr(link.find('#') + 1);
      EXPECT_NE(site.body(as_written(link)).find("id=\"" + id + "\""), std::string::npos) << target << " " << link;
      ++checked;
    }
  }
  EXPECT_GT(checked, 50U);
}

TEST(Pages, ErrorsAreSoundPagesToo) {
  const TestSite site;
  for (const char* target : {"/nothing", "/search?q=x&page=no", "/day/2013-02-31"}) {
    editions::testing::expect_sound_page(site.body(target));
  }
}

// Whatever an outlet writes, on whatever page it is shown, it stays text.
TEST(Pages, NothingInAReportBecomesMarkup) {
  const std::string hostile = "<script>alert(1)</script>\" onmouseover=alert(2) x='&{{X}}";
  editions::StoryView view = editions::testing::load_case("canal");
  view.story.headline = hostile;
  view.story.id = "id\"<script>/..";
  for (std::size_t i = 0; i < view.articles.size(); ++i) {
    news::Article& article = view.articles[i];
    article.headline = article.byline = article.outlet.name = article.outlet.domain = hostile;
    article.rights = article.section = article.published.because = hostile;
    article.published.certainty = news::Certainty::kInferred;
    article.uri = view.story.articles[i] = "https://x.example/\"><script>alert(3)</script>" + std::to_string(i);
    for (news::Entity& entity : article.entities) entity.name = entity.role = hostile;
    for (std::size_t at = article.text.find("lock"); at != std::string::npos; at = article.text.find("lock", at)) {
      article.text.replace(at, 4, "<u>\"");
    }
  }
  TestSite site(false);
  site.add(view);
  news::Article older = view.articles[1];
  older.headline = "Older " + hostile;
  older.append_paragraph(hostile, news::ParagraphKind::kParagraph);
  site.archive.add_version(older, base::Instant{});
  const auto pages = crawl(site);
  EXPECT_GT(pages.size(), 8U);
  std::size_t escaped = 0;
  for (const auto& [target, body] : pages) {
    if (!body.starts_with("<!doctype")) continue;
    SCOPED_TRACE(target);
    // "{{" is our own mark for templates; in a report it is text like any other.
    editions::testing::expect_sound_page(base::replace_all(body, "{{X}}", ""));
    EXPECT_EQ(body.find("<u>"), std::string::npos) << target;
    if (body.find("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover=") != std::string::npos) ++escaped;
  }
  EXPECT_GE(escaped, 8U);
  for (const std::string& target :
       {"/search?q=" + base::encode_percent(hostile), std::string("/<script>alert(1)</script>"),
        std::string("/story/%22%3E%3Cscript%3E"), std::string("/article?uri=%22%3E%3Cscript%3E")}) {
    editions::testing::expect_sound_page(base::replace_all(site.body(target), "{{X}}", ""));
  }
}

TEST(Pages, AnAddressThatIsNoWebAddressIsNoLink) {
  editions::StoryView view = editions::testing::load_case("alone");
  view.articles[0].uri = view.story.articles[0] = "javascript:alert(1)";
  TestSite site(false);
  site.add(view);
  const http::Response response = site.get("/article?uri=javascript%3Aalert(1)");
  EXPECT_EQ(response.status, 200);
  EXPECT_TRUE(all_matches(response.body, "href=\"(javascript[^\"]*)\"").empty());
  EXPECT_EQ(response.body.find("The original at"), std::string::npos);
}

}  // namespace
}  // namespace dateline::site

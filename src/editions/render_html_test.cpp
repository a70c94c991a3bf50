#include <gtest/gtest.h>

#include "base/strings.h"
#include "editions/brief_render.h"
#include "editions/html_checks.h"
#include "editions/story_case.h"
#include "editions/story_page.h"

namespace dateline::editions {
namespace {

std::string page_of(const std::vector<std::string>& names) {
  std::vector<StoryView> views;
  for (const std::string& name : names) views.push_back(testing::load_case(name));
  std::vector<StoryBrief> briefs;
  for (const StoryView& view : views) briefs.push_back(make_brief(view));
  return render_html(briefs);
}

TEST(RenderHtml, PagesAreSoundAndEveryMarkLeadsToItsParagraph) {
  for (const std::vector<std::string>& names :
       std::vector<std::vector<std::string>>{{},
                                             {"ferry"},
                                             {"three"},
                                             {"alone"},
                                             {"canal"},
                                             {"agency"},
                                             {"ferry", "three", "canal", "alone", "agency"}}) {
    SCOPED_TRACE(names.empty() ? "none" : names.front());
    const std::string page = page_of(names);
    testing::expect_sound_page(page);
    EXPECT_TRUE(testing::all_matches(page, "(?:href|src)=\"([^#\"][^\"]*)\"").empty()) << "self-contained";
  }
}

TEST(RenderHtml, AMarkNamesOutletAndParagraphAndLeadsThere) {
  const std::string page = page_of({"ferry"});
  EXPECT_NE(page.find("<a class=\"m\" href=\"#r2-p3\" aria-label=\"Business of the Coast, paragraph 3\""),
            std::string::npos);
  const std::size_t paragraph = page.find("id=\"r2-p3\"");
  ASSERT_NE(paragraph, std::string::npos);
  EXPECT_LT(page.find("begin their work on Tuesday", paragraph), page.find("id=\"r2-p4\"")) << "the exact paragraph";
}

TEST(RenderHtml, ReportsAreNumberedOverAllStories) {
  const std::string page = page_of({"ferry", "three", "alone"});
  for (const char* id : {"\"r1\"", "\"r2\"", "\"r5\"", "\"r6\"", "\"r6-p1\""}) {
    EXPECT_NE(page.find("id=" + std::string(id)), std::string::npos) << id;
  }
  EXPECT_EQ(testing::all_matches(page, "<li><a href=\"#(story-[0-9]+)\">").size(), 3U);
}

TEST(RenderHtml, NothingInAReportBecomesMarkup) {
  StoryView view = testing::load_case("ferry");
  const std::string hostile = "<script>alert(1)</script>\" onmouseover=alert(1) x='";
  view.story.headline = hostile;
  for (news::Article& article : view.articles) {
    article.headline = article.byline = article.outlet.name = article.rights = article.published.because = hostile;
    for (news::Entity& entity : article.entities) entity.name = entity.role = hostile;
    const std::size_t length = std::string("The ferry Aurora").size();
    for (std::size_t i = 0; i + 8 < length; ++i) article.text[i] = "<script>"[i % 8];
  }
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const std::string page = render_html(briefs);
  testing::expect_sound_page(page);
  EXPECT_NE(page.find("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover="), std::string::npos);
}

TEST(RenderHtml, DaysAreInWordsWithTimeUnderneath) {
  const std::string page = page_of({"ferry"});
  EXPECT_NE(page.find("<time datetime=\"2013-11-02\">Saturday 2 November 2013</time>"), std::string::npos);
  EXPECT_NE(page.find("day inferred: why</summary><p>Day inferred from “on Saturday”"), std::string::npos);
  EXPECT_NE(page_of({"three"}).find("Day unknown · 3 reports"), std::string::npos);
}

TEST(RenderHtml, OneWordedAlikeIsShownOnceWithItsOtherWordings) {
  const std::string page = page_of({"ferry"});
  EXPECT_NE(page.find("2 other wordings"), std::string::npos);
  EXPECT_NE(page.find("when the engineers begin: compatible, one is more precise"), std::string::npos);
  EXPECT_NE(page.find("<mark>Tuesday</mark>"), std::string::npos);
}

TEST(RenderHtml, TheMatrixHasAFormForEachOfWhatOutletsSay) {
  EXPECT_EQ(page_of({"alone"}).find("Who reports what"), std::string::npos) << "one outlet is no matrix";
  const std::string page = page_of({"canal"});
  EXPECT_NE(page.find("Who reports what"), std::string::npos);
  EXPECT_EQ(testing::all_matches(page, "<rect class=\"(agreed)\"").size(), 9U);
  EXPECT_EQ(testing::all_matches(page, "<path class=\"(differing)\" d=\"M[0-9]+\\.[0-9] ").size(), 5U);
  EXPECT_EQ(testing::all_matches(page, "<rect class=\"(alone)\"").size(), 7U);
  EXPECT_NE(page.find("4 outlets across 12 statements: 3 agreed, 2 differing, 7 from one voice alone"),
            std::string::npos);
  EXPECT_NE(page.find("<td>only Regional Record</td>"), std::string::npos) << "and a table in words";
}

TEST(RenderHtml, ManyOutletsAndStatementsAreBoundedAndCounted) {
  std::string text = "headline Many\nday 2024-01-01\n";
  std::string facts;
  for (int outlet = 1; outlet <= 30; ++outlet) {
    text += "report Outlet number " + std::to_string(outlet) + " | 2024-01-01 | stated\np Shared. // Own of " +
            std::to_string(outlet) + ".\n";
    for (int i = 0; i < 6; ++i) text += "p Statement " + std::to_string(i) + " of " + std::to_string(outlet) + ".\n";
    for (int i = 2; i <= 8; ++i) facts += "single " + std::to_string(outlet) + "." + std::to_string(i) + "\n";
  }
  facts += "shared";
  for (int outlet = 1; outlet <= 30; ++outlet) facts += " " + std::to_string(outlet) + ".1";
  const StoryView view = testing::StoryCase(text + facts + "\n").view();
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const std::string page = render_html(briefs);
  testing::expect_sound_page(page);
  EXPECT_NE(page.find("The picture leaves out 18 outlets and 179 statements."), std::string::npos);
}

TEST(RenderHtml, PicturesHaveAxesAndWords) {
  const std::string page = page_of({"canal"});
  EXPECT_NE(page.find("times on one axis of days, from "), std::string::npos);
  EXPECT_NE(page.find("<text class=\"start\""), std::string::npos);
  EXPECT_NE(page.find("<path class=\"now\""), std::string::npos);
  EXPECT_NE(page.find("3 November 2013 <span class=\"soft\">planned · 2 reports</span>"), std::string::npos);
}

StoryView with_related(StoryView view, const StoryView& other, bool earlier) {
  RelatedStory related{earlier, other.story.id, other.story.headline, other.story.day, {}, {}};
  for (const news::Article& article : other.articles) related.outlets.push_back(article.outlet);
  related.because = {"The lock failed.", view.articles[0].id, view.articles[0].uri, view.articles[0].outlet, 1};
  view.related.push_back(related);
  return view;
}

TEST(RenderHtml, EarlierAndLaterStoriesLeadThereAndSayWhy) {
  const StoryView ferry = testing::load_case("ferry");
  const StoryView canal = testing::load_case("canal");
  const StoryView later = with_related(ferry, canal, true);
  const std::vector<StoryBrief> briefs = {make_brief(later), make_brief(canal)};
  const std::string page = render_html(briefs);
  testing::expect_sound_page(page);
  EXPECT_NE(page.find("<h2>Earlier</h2>"), std::string::npos);
  EXPECT_NE(page.find("<a href=\"#story-2\"><bdi>Canal lock at Brenn fails, halting barge traffic for weeks</bdi></a>"),
            std::string::npos);
  EXPECT_NE(page.find("<q dir=\"auto\">The lock failed.</q>"), std::string::npos);
  EXPECT_NE(page.find("<a class=\"m\" href=\"#r1-p1\" aria-label=\"Harbour Gazette, paragraph 1\""), std::string::npos);
  EXPECT_EQ(page.find("<h2>Later</h2>"), std::string::npos);
}

TEST(RenderHtml, LongListsOfOneOutletGoOnOneStepFurther) {
  std::string text = "headline Long\nreport A\np Shared.\n";
  for (int i = 0; i < 30; ++i) text += "p Statement number " + std::to_string(i) + ".\n";
  text += "report B\np Shared.\nshared 1.1 2.1\n";
  for (int i = 2; i < 32; ++i) text += "single 1." + std::to_string(i) + "\n";
  const StoryView view = testing::StoryCase(text).view();
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const std::string page = render_html(briefs);
  testing::expect_sound_page(page);
  EXPECT_NE(page.find("<summary>22 more</summary>"), std::string::npos);
  EXPECT_NE(page.find(">Statement number 29.</p>"), std::string::npos) << "nothing is lost";
}

TEST(RenderHtml, OfManyMarksEachVoiceComesFirstAndTheRestIsOneStepFurther) {
  std::string text = "headline Many\nvoices 0 0 0 0 0 0 0 0 0 0 0 0 0 1\n";
  std::string said;
  for (int i = 1; i <= 14; ++i) {
    text += "report Outlet " + std::string(1, static_cast<char>('A' + i - 1)) + "\np The bridge is shut.\n";
    said += " " + std::to_string(i) + ".1";
  }
  const StoryView view = testing::StoryCase(text + "shared" + said + "\n").view();
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const std::string page = render_html(briefs);
  testing::expect_sound_page(page);
  const std::size_t begin = page.find("The bridge is shut.</p>");
  const std::size_t more = page.find("<summary>and 5 more</summary>", begin);
  ASSERT_NE(more, std::string::npos);
  EXPECT_NE(page.find("<details class=\"further\"><summary>and 6 more</summary>"), std::string::npos) << "outlets";
  EXPECT_NE(page.find("<summary>13 outlets print one text"), std::string::npos);
  const auto shown =
      testing::all_matches(page.substr(begin, more - begin), "aria-label=\"Outlet ([A-Z]), paragraph 1\"");
  EXPECT_EQ(shown, (std::vector<std::string>{"A", "N", "B", "C", "D", "E", "F", "G", "H"}));
  const std::string rest = page.substr(more, page.find("</details>", more) - more);
  EXPECT_EQ(testing::all_matches(rest, "aria-label=\"Outlet ([A-Z]), paragraph 1\"").size(), 5U) << "nothing is lost";
}

TEST(RenderHtml, ReportedTextSaysItsLanguageAndFindsItsDirection) {
  StoryView view = testing::StoryCase(
                       "headline حريق في الميناء\nreport جريدة الساحل | 2025-02-02 | stated\n"
                       "title حريق في الميناء\np اندلع حريق في الميناء.\nsingle 1.1\n")
                       .view();
  view.articles[0].language = "ar";
  const std::vector<StoryBrief> briefs = {make_brief(view)};
  const std::string page = render_html(briefs);
  EXPECT_NE(page.find("<h1 class=\"headline\" lang=\"ar\" dir=\"auto\">حريق"), std::string::npos);
  EXPECT_NE(page.find("<p class=\"said\" lang=\"ar\" dir=\"auto\">اندلع"), std::string::npos);
  EXPECT_NE(page.find("<p class=\"words text\" lang=\"ar\" dir=\"auto\">اندلع"), std::string::npos);
  EXPECT_NE(page.find("<bdi>جريدة الساحل</bdi> · <bdi>2 February 2025</bdi>"), std::string::npos);
}

TEST(RenderHtml, NoLabelOfAPictureHasAClassThatPrintHides) {
  const std::string css = style_sheet();
  const std::size_t print = css.find("@media print");
  const auto labels = testing::all_matches(page_of({"ferry", "canal", "agency"}), "<text class=\"([a-z]+)\"");
  ASSERT_FALSE(labels.empty());
  for (const std::string& label : labels) EXPECT_EQ(css.find("." + label + " {", print), std::string::npos) << label;
}

TEST(RenderHtml, EveryStorysAsideIsToldApart) {
  const auto labels = testing::all_matches(page_of({"ferry", "canal"}), "<aside aria-label=\"([^\"]+)\"");
  ASSERT_EQ(labels.size(), 2U);
  EXPECT_NE(labels[0], labels[1]);
}

TEST(RenderHtml, OutletsThatPrintOneTextAreNamed) {
  const std::string page = page_of({"agency"});
  EXPECT_NE(page.find("4 reports from 4 outlets, 2 voices"), std::string::npos);
  const std::size_t end = page.find("print one text, in whole or in part, and count as one voice.");
  ASSERT_NE(end, std::string::npos);
  const std::size_t begin = page.rfind("<p class=\"own soft note\">", end);
  EXPECT_EQ(testing::all_matches(page.substr(begin, end - begin), "aria-label=\"([^\"]+)\""),
            (std::vector<std::string>{"The Quay", "Morning Sheet", "The Northern Weekly Observer"}));
}

TEST(RenderHtml, EmptyStateSaysWhy) {
  EXPECT_NE(page_of({}).find("None of the inputs holds a report."), std::string::npos);
}

TEST(RenderHtml, TimesStandOnTheClockOfTheOutlet) {
  const auto words = [](std::string_view text) { return moment_in_words(*base::parse_moment(text)); };
  EXPECT_EQ(words("2013-11-02T18:00:00+09:00"), "2 November 2013, 18:00 UTC+9");
  EXPECT_EQ(words("2013-11-02T22:05:00-03:30"), "2 November 2013, 22:05 UTC−3:30");
  EXPECT_EQ(words("2013-11-02T09:00:00Z"), "2 November 2013, 09:00 UTC");
  EXPECT_EQ(words("2013-11-02T09:00:00"), "2 November 2013, 09:00 UTC");
  EXPECT_EQ(words("2013-11-02"), "2 November 2013");
}

}  // namespace
}  // namespace dateline::editions

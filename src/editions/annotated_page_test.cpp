#include "editions/annotated_page.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "editions/html_checks.h"

namespace dateline::editions {
namespace {

using news::Article;
using news::EntityType;
using news::ParagraphKind;

base::Span span_of(const Article& article, std::string_view part) {
  const std::size_t at = article.text.find(part);
  return {at, at + part.size()};
}

Article ferry() {
  Article article;
  article.id = "ferry.txt";
  article.headline = "Ferry late";
  article.outlet.name = "Harbour Ledger";
  article.language = "en";
  article.published.instant = base::parse_instant("2025-03-04");
  article.published.certainty = news::Certainty::kInferred;
  article.published.because = "'on Tuesday' and 'in 2025' ahead";
  article.append_paragraph("What next", ParagraphKind::kSubhead);
  article.append_paragraph("The ferry was late on Tuesday. “The Norwegian minister Kari Lund knew,” said Ole Vik.",
                           ParagraphKind::kParagraph);
  article.append_paragraph("It goes to Bergen.", ParagraphKind::kParagraph);
  article.sentences = {span_of(article, "What next"), span_of(article, "The ferry was late on Tuesday."),
                       span_of(article, "“The Norwegian minister Kari Lund knew,” said Ole Vik."),
                       span_of(article, "It goes to Bergen.")};
  article.entities = {{"misc:norway", EntityType::kOther, "Norwegian", "", "loc:norway", std::nullopt},
                      {"per:kari-lund", EntityType::kPerson, "Kari Lund", "minister", "", std::nullopt},
                      {"per:ole-vik", EntityType::kPerson, "Ole Vik", "", "", std::nullopt},
                      {"loc:bergen", EntityType::kPlace, "Bergen", "", "", news::Location{60.393, 5.324, "NO"}}};
  for (std::size_t i = 0; i < 4; ++i) article.mentions.push_back({span_of(article, article.entities[i].name), i});
  article.times = {{span_of(article, "Tuesday"), news::TimeType::kDate, "2025-03-04"}};
  article.quotes = {{{span_of(article, "The Norwegian minister Kari Lund knew,")},
                     {span_of(article, "said")},
                     {span_of(article, "Ole Vik")},
                     2,
                     true}};
  return article;
}

std::string page_of(const std::vector<Article>& articles) {
  const std::string page = render_annotated(articles);
  testing::expect_sound_page(page);
  EXPECT_TRUE(testing::all_matches(page, "(?:href|src)=\"([^#\"][^\"]*)\"").empty()) << "self-contained";
  return page;
}

void expect_on(const std::string& page, std::string_view words) {
  EXPECT_NE(page.find(words), std::string::npos) << words;
}

TEST(AnnotatedPage, MarksInsideMarks) {
  const std::string page = page_of({ferry()});
  expect_on(page, "<span class=\"time\" title=\"DATE 2025-03-04\">Tuesday</span>.");
  expect_on(page,
            "“<span class=\"direct\">The </span><span class=\"direct misc\" title=\"misc:norway\">Norwegian"
            "</span><span class=\"direct\"> minister </span><span class=\"direct per\" "
            "title=\"per:kari-lund\">Kari Lund</span>");
  expect_on(page, "<span class=\"cue\">said</span> <span class=\"per source\" title=\"per:ole-vik\">Ole Vik");
}

TEST(AnnotatedPage, SentencesBeginWithASignButNotTheFirstOfAParagraph) {
  EXPECT_EQ(testing::all_matches(page_of({ferry()}), "<span class=\"(tick)\" aria-hidden").size(), 1U);
}

TEST(AnnotatedPage, BesideAParagraphStandsWhatWasFoundInIt) {
  const std::string page = page_of({ferry()});
  expect_on(page,
            "<b>PER</b> <span class=\"words\">Kari Lund</span> <a class=\"key\" href=\"#r1-e2\">per:kari-lund</a>");
  expect_on(page, "<b>DATE</b> <span class=\"words\">Tuesday</span> <span class=\"key\">2025-03-04</span>");
  expect_on(page, "<b>DIRECT</b>");
  expect_on(page, "speaker <a class=\"key\" href=\"#r1-e3\">per:ole-vik</a>");
  EXPECT_LT(page.find("id=\"r1-p2\""), page.find("<b>LOC</b>"));
}

TEST(AnnotatedPage, EveryEntityWithItsKeyRoleAndPlace) {
  const std::string page = page_of({ferry()});
  expect_on(page, "role <span class=\"words\">minister</span>");
  expect_on(page, "of <span class=\"key\">loc:norway</span>");
  expect_on(page, "60.393, 5.324 NO");
  expect_on(page, "1 mention");
}

TEST(AnnotatedPage, TheDayTellsItsReason) {
  Article article = ferry();
  expect_on(page_of({article}), "Tuesday 4 March 2025</time>, inferred from &#39;on Tuesday&#39; and");
  article.published.certainty = news::Certainty::kStated;
  expect_on(page_of({article}), "Tuesday 4 March 2025</time>, stated<");
  article.published = {};
  expect_on(page_of({article}), "Day unknown: the report does not tell it");
}

TEST(AnnotatedPage, AQuoteWithoutACertainSpeakerSaysSo) {
  Article article = ferry();
  article.quotes[0].speaker.reset();
  article.quotes[0].cue.clear();
  article.quotes[0].direct = false;
  const std::string page = page_of({article});
  expect_on(page, "no certain speaker");
  expect_on(page, "<b>INDIRECT</b>");
  EXPECT_EQ(page.find("cue <span"), std::string::npos);
}

TEST(AnnotatedPage, NothingInAReportBecomesMarkup) {
  const std::string hostile = "<script>alert(1)</script>\" onmouseover=alert(1) x='";
  Article article = ferry();
  article.headline = article.id = article.byline = article.outlet.name = article.published.because = hostile;
  article.times[0].value = hostile;
  for (news::Entity& entity : article.entities) {
    entity.key = entity.name = entity.role = entity.of = hostile;
    entity.location = news::Location{1, 2, hostile};
  }
  const std::size_t begin = article.text.find("minister");
  for (std::size_t i = 0; i < 8; ++i) article.text[begin + i] = "<script>"[i];
  const std::string page = page_of({article});
  expect_on(page, "&lt;script&gt; </span>");
  expect_on(page, "&lt;script&gt;alert(1)");
}

TEST(AnnotatedPage, SeveralReportsHaveContents) {
  Article other = ferry();
  other.headline.clear();
  const std::string page = page_of({ferry(), other});
  expect_on(page, "What was found in 2 reports");
  expect_on(page, "<li><a href=\"#r1\">Ferry late</a></li>");
  expect_on(page, "<li><a href=\"#r2\">ferry.txt</a></li>");
  expect_on(page, "Report without a headline");
}

TEST(AnnotatedPage, NoReportNoParagraphNothingFound) {
  expect_on(page_of({}), "None of the inputs holds a report.");
  Article bare;
  bare.id = "bare";
  expect_on(page_of({bare}), "Report without a headline");
  bare.append_paragraph("x", ParagraphKind::kCaption);
  page_of({bare});
}

TEST(AnnotatedPage, TooManyReportsAreLeftOutAndItSaysSo) {
  Article bare;
  bare.id = "bare";
  const std::string page = render_annotated(std::vector<Article>(kMaxAnnotatedArticles + 1, bare));
  expect_on(page, "Only the first 200 reports are shown.");
  EXPECT_EQ(testing::all_matches(page, "<article class=\"annotated\" id=\"(r[0-9]+)\">").size(), kMaxAnnotatedArticles);
  EXPECT_EQ(render_annotated(std::vector<Article>(2, bare)).find("Only the first"), std::string::npos);
}

}  // namespace
}  // namespace dateline::editions

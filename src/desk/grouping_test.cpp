#include "desk/grouping.h"

#include <gtest/gtest.h>

namespace dateline::desk {
namespace {

const annotate::Annotator& annotator() {
  static const annotate::Annotator instance;
  return instance;
}

news::Article report(const std::string& uri, const std::string& outlet, const std::string& day,
                     const std::vector<std::string>& paragraphs) {
  news::Article article;
  article.id = article.uri = uri;
  article.outlet.name = outlet;
  article.headline = paragraphs[0].substr(0, 50);
  if (!day.empty()) {
    article.published.instant = base::parse_instant(day);
    article.published.certainty = news::Certainty::kStated;
  }
  for (const std::string& text : paragraphs) article.append_paragraph(text, news::ParagraphKind::kParagraph);
  annotator().annotate(article);
  return article;
}

std::vector<news::Article> heap() {
  return {
      report("u:3", "Northwire", "2025-03-05",
             {"Divers recovered the body of a third tanker crewman off Tromso on Wednesday, the Norwegian coast guard "
              "said.",
              "The tanker Solveig Marie caught fire off Tromso on Tuesday with 21 crew aboard."}),
      report(
          "u:1", "Quayside Herald", "2025-03-04",
          {"The tanker Solveig Marie caught fire off Tromso on Tuesday, and the Norwegian coast guard rescued 18 crew.",
           "The fire aboard the Solveig Marie began in the engine room, the coast guard in Tromso said."}),
      report("u:2", "Millrace", "2025-03-04",
             {"Voters in Ljubljana elected Mateja Kranjc as mayor on Tuesday with 52 per cent of the votes.",
              "Kranjc, a hospital director, beat the sitting mayor of Ljubljana by 3,100 votes."}),
  };
}

TEST(GroupArticles, StoriesWithMostReportsFirstAndReportsByTime) {
  const auto stories = group_articles(heap(), annotator());
  ASSERT_EQ(stories.size(), 2u);
  ASSERT_EQ(stories[0].articles.size(), 2u);
  EXPECT_EQ(stories[0].articles[0].uri, "u:1");
  EXPECT_EQ(stories[0].articles[1].uri, "u:3");
  EXPECT_EQ(stories[1].articles[0].uri, "u:2");
}

TEST(GroupArticles, TheOrderOfTheInputsDoesNotMatter) {
  auto turned = heap();
  std::swap(turned[0], turned[2]);
  const auto one = group_articles(heap(), annotator());
  const auto other = group_articles(std::move(turned), annotator());
  ASSERT_EQ(one.size(), other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].id, other[i].id);
    EXPECT_EQ(one[i].articles.size(), other[i].articles.size());
  }
}

TEST(GroupArticles, OfOneUriTheLastIsKept) {
  auto articles = heap();
  articles.push_back(articles[0]);
  articles.back().headline = "Newer";
  const auto stories = group_articles(std::move(articles), annotator());
  ASSERT_EQ(stories[0].articles.size(), 2u);
  EXPECT_EQ(stories[0].articles[1].headline, "Newer");
}

TEST(GroupArticles, AnUndatedReportGetsItsDayFromItsStory) {
  auto articles = heap();
  articles[1].published = {};
  const auto stories = group_articles(std::move(articles), annotator());
  for (const news::Article& article : stories[0].articles) {
    if (article.uri != "u:1") continue;
    ASSERT_TRUE(article.published.day().has_value());
    EXPECT_EQ(base::format_day(*article.published.day()), "2025-03-04");
    EXPECT_EQ(article.published.certainty, news::Certainty::kInferred);
    EXPECT_FALSE(article.published.because.empty());
  }
}

TEST(GroupArticles, NothingGivesNothing) {
  EXPECT_TRUE(group_articles({}, annotator()).empty());
}

}  // namespace
}  // namespace dateline::desk

#include "app/related_views.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "annotate/annotator.h"
#include "app/story_views.h"

namespace dateline::app {
namespace {

news::Article report(const std::string& uri, const std::string& outlet, const std::string& headline,
                     const std::string& day, const std::vector<std::string>& paragraphs) {
  news::Article article;
  article.id = article.uri = uri;
  article.outlet.name = outlet;
  article.headline = headline;
  article.language = "en";
  article.published = news::stated(*base::parse_moment(day));
  for (const std::string& paragraph : paragraphs) article.append_paragraph(paragraph, news::ParagraphKind::kParagraph);
  static const annotate::Annotator annotator;
  annotator.annotate(article);
  return article;
}

// A fire, its inquiry weeks later, and another fire elsewhere.
std::vector<news::Article> reports() {
  return {report("u:fire", "Northwire", "Fire guts Tollgate cannery in Ostermoor", "2024-03-04",
                 {"A fire gutted the Tollgate cannery in Ostermoor on Monday.",
                  "Managing director Brita Hallum said all 80 workers had left the building."}),
          report("u:inquiry", "Quayside Herald", "Inquiry blames wiring at Tollgate cannery", "2024-03-22",
                 {"Faulty wiring caused the blaze at the Tollgate cannery, an inquiry found on Friday.",
                  "The fire gutted the cannery in Ostermoor on 4 March, and Brita Hallum lost her post."}),
          report("u:other", "Pulse Nine", "Fire guts sawmill in Lindenau", "2024-03-12",
                 {"A fire gutted a sawmill in Lindenau on Tuesday.", "Nobody was hurt, the fire service said."})};
}

std::vector<editions::StoryView> views_of(const std::vector<news::Article>& articles) {
  std::vector<editions::StoryView> views;
  for (const news::Article& article : articles) views.push_back(make_story_view("s-" + article.uri, {article}));
  return views;
}

TEST(RelatedViews, AHeapIsRelatedWithTheSentenceThatSaysSo) {
  auto views = views_of(reports());
  base::ThreadPool pool(2);
  relate_views(views, pool);
  ASSERT_EQ(views[0].related.size(), 1U);
  EXPECT_FALSE(views[0].related[0].earlier);
  ASSERT_EQ(views[1].related.size(), 1U);
  const editions::RelatedStory& fire = views[1].related[0];
  EXPECT_TRUE(fire.earlier);
  EXPECT_EQ(fire.id, "s-u:fire");
  EXPECT_EQ(fire.headline, "Fire guts Tollgate cannery in Ostermoor");
  EXPECT_EQ(fire.because.text, "The fire gutted the cannery in Ostermoor on 4 March, and Brita Hallum lost her post.");
  EXPECT_EQ(fire.because.uri, "u:inquiry");
  EXPECT_EQ(fire.because.paragraph, 2U);
  EXPECT_EQ(views[0].related[0].because.uri, "u:inquiry") << "the later report speaks of the fire";
  EXPECT_TRUE(views[2].related.empty()) << "another fire";
}

TEST(RelatedViews, AnArchiveGivesTheSame) {
  const auto folder = std::filesystem::path(::testing::TempDir()) / "related_views_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  auto archive = archive::Archive::open(folder / "archive.db", archive::Archive::Mode::kCreateOrOpen);
  ASSERT_TRUE(archive.ok());
  const auto articles = reports();
  std::vector<archive::Filing> filings;
  for (const news::Article& article : articles) {
    filings.push_back({&article, "s-" + article.uri, std::nullopt, *article.published.instant});
  }
  ASSERT_TRUE((*archive)->file(filings).ok());
  const auto views = views_of(articles);
  const auto inquiry = relate_in_archive(**archive, views[1]);
  ASSERT_TRUE(inquiry.ok());
  ASSERT_EQ(inquiry->size(), 1U);
  EXPECT_EQ((*inquiry)[0].id, "s-u:fire");
  EXPECT_TRUE((*inquiry)[0].earlier);
  const auto other = relate_in_archive(**archive, views[2]);
  ASSERT_TRUE(other.ok());
  EXPECT_TRUE(other->empty());
}

}  // namespace
}  // namespace dateline::app

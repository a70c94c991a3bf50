#include "app/story_views.h"

#include <gtest/gtest.h>

namespace dateline::app {
namespace {

news::Article report(const std::string& uri, const std::string& headline, const std::string& day,
                     const std::string& text) {
  news::Article article;
  article.id = article.uri = uri;
  article.outlet.name = "Outlet of " + uri;
  article.headline = headline;
  if (!day.empty()) article.published.instant = base::parse_instant(day);
  article.append_paragraph(text, news::ParagraphKind::kParagraph);
  article.sentences.push_back(article.paragraphs[0].span);
  return article;
}

TEST(StoryView, HeadlineIsAReportsOwnAndTheDayIsTheEarliest) {
  const auto view =
      make_story_view("s-1", {report("u:2", "", "2025-03-05", "Divers searched on."),
                              report("u:1", "Tanker burns off Tromso", "2025-03-04", "A tanker burned.")});
  EXPECT_EQ(view.story.headline, "Tanker burns off Tromso");
  ASSERT_TRUE(view.story.day.has_value());
  EXPECT_EQ(base::format_day(*view.story.day), "2025-03-04");
  EXPECT_EQ(view.story.articles, (std::vector<std::string>{"u:2", "u:1"}));
  EXPECT_FALSE(view.facts.empty());
}

TEST(StoryView, WithoutHeadlinesTheFirstSentenceStandsIn) {
  const auto view = make_story_view("s-1", {report("u:1", "", "", "A tanker burned off Tromso.")});
  EXPECT_EQ(view.story.headline, "A tanker burned off Tromso.");
  EXPECT_FALSE(view.story.day.has_value());
}

}  // namespace
}  // namespace dateline::app

#include "stories/live_stories.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "stories/test_profiles.h"

namespace dateline::stories {
namespace {

using testing::make_live;
using testing::make_profile;

using Numbers = std::vector<ArticleNumber>;

// Articles 0 to `count`, of which `without` do not count.
LiveArticles articles_of(ArticleNumber count, const Numbers& without = {}, std::size_t capacity = 100) {
  LiveArticles articles(capacity);
  for (ArticleNumber i = 0; i < count; ++i) {
    if (articles.is_full()) articles.make_room();
    LiveArticle article = make_live(make_profile({{i}}));
    article.counts = std::find(without.begin(), without.end(), i) == without.end();
    articles.add(std::move(article), {});
  }
  return articles;
}

Numbers reports_of(const LiveStories& stories, StoryNumber story) {
  const auto reports = stories.reports(story);
  return {reports.begin(), reports.end()};
}

TEST(LiveStories, ReportsAreInOrderOfArrival) {
  LiveStories stories;
  const StoryNumber story = stories.find_or_open("s-1");
  for (const ArticleNumber article : {5, 2, 9, 7}) stories.add(story, article);
  EXPECT_EQ(reports_of(stories, story), (Numbers{2, 5, 7, 9}));
}

TEST(LiveStories, ReportsMoveInOrder) {
  LiveStories stories;
  const StoryNumber from = stories.find_or_open("s-1");
  const StoryNumber to = stories.find_or_open("s-2");
  for (const ArticleNumber article : {2, 5, 7, 9}) stories.add(from, article);
  for (const ArticleNumber article : {1, 6}) stories.add(to, article);
  stories.move(Numbers{5, 9}, from, to);
  EXPECT_EQ(reports_of(stories, from), (Numbers{2, 7}));
  EXPECT_EQ(reports_of(stories, to), (Numbers{1, 5, 6, 9}));
  stories.move(Numbers{2, 7}, from, to);
  EXPECT_EQ(reports_of(stories, from), Numbers{});
  EXPECT_EQ(reports_of(stories, to), (Numbers{1, 2, 5, 6, 7, 9}));
  EXPECT_EQ(stories.id(from), "s-1") << "it stays until it is closed";
}

TEST(LiveStories, ForgetsReportsOfAStoryThatAreGone) {
  const LiveArticles articles = articles_of(3, {}, 1);
  LiveStories stories;
  const StoryNumber story = stories.find_or_open("s-1");
  for (ArticleNumber i = 0; i < 3; ++i) stories.add(story, i);
  stories.forget_gone(story, articles);
  EXPECT_EQ(reports_of(stories, story), Numbers{2});
}

TEST(LiveStories, AnIdIsOneStoryUntilItIsClosed) {
  LiveStories stories;
  const StoryNumber first = stories.find_or_open("s-1");
  EXPECT_EQ(stories.id(first), "s-1");
  EXPECT_EQ(stories.find_or_open("s-1"), first);
  EXPECT_NE(stories.find_or_open("s-2"), first);
  stories.close(first);
  EXPECT_NE(stories.find_or_open("s-1"), first);
}

TEST(LiveStories, StoriesWithoutLiveReportsAreForgotten) {
  const LiveArticles articles = articles_of(3, {}, 1);
  LiveStories stories;
  const StoryNumber gone = stories.find_or_open("s-1");
  const StoryNumber stays = stories.find_or_open("s-2");
  stories.add(gone, 0);
  stories.add(stays, 1);
  stories.add(stays, 2);
  stories.sweep(articles);
  EXPECT_EQ(stories.find_or_open("s-2"), stays);
  EXPECT_EQ(reports_of(stories, stays), Numbers{2});
  EXPECT_NE(stories.find_or_open("s-1"), gone);
}

TEST(LiveStories, FirstAndLatestStandForAStory) {
  const LiveArticles articles = articles_of(20);
  LiveStories stories;
  const StoryNumber story = stories.find_or_open("s-1");
  for (ArticleNumber i = 0; i < 20; ++i) stories.add(story, i);
  EXPECT_EQ(stories.sample(story, 100, 6, articles), (Numbers{0, 1, 16, 17, 18, 19}));
  EXPECT_EQ(stories.sample(story, 1, 6, articles), (Numbers{0, 2, 16, 17, 18, 19}));
  EXPECT_EQ(stories.sample(story, 100, 100, articles).size(), 20u);
}

TEST(LiveStories, WhatDoesNotCountOrIsGoneStandsForNothing) {
  const LiveArticles articles = articles_of(6, {1, 4}, 5);
  LiveStories stories;
  const StoryNumber story = stories.find_or_open("s-1");
  for (ArticleNumber i = 0; i < 6; ++i) stories.add(story, i);
  EXPECT_EQ(stories.sample(story, 100, 12, articles), (Numbers{2, 3, 5}));
  EXPECT_EQ(stories.sample(story, 3, 12, articles), (Numbers{2, 5}));
}

}  // namespace
}  // namespace dateline::stories

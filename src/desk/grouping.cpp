#include "desk/grouping.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "desk/regrouping.h"
#include "stories/grouper.h"

namespace dateline::desk {
namespace {

using news::Article;

// Dated before undated, then by time, then by uri: never by the order in which the inputs happened to be named.
void sort_by_time(std::vector<Article>& articles) {
  std::stable_sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) {
    if (a.published.instant.has_value() != b.published.instant.has_value()) return a.published.instant.has_value();
    if (a.published.instant != b.published.instant) return a.published.instant < b.published.instant;
    return a.uri < b.uri;
  });
}

std::vector<Article> last_of_each_uri(std::vector<Article> articles) {
  std::unordered_map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < articles.size(); ++i) last[articles[i].uri] = i;
  std::vector<Article> kept;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i].uri.empty() || last[articles[i].uri] == i) kept.push_back(std::move(articles[i]));
  }
  return kept;
}

// The story of each article, after all merges and splits.
std::vector<std::string> place_all(const std::vector<Article>& articles) {
  stories::Grouper grouper;
  Regrouping regrouping;
  std::vector<std::string> stories;
  for (const Article& article : articles) {
    stories::Placement placement = grouper.place(article);
    regrouping.take(placement);
    stories.push_back(std::move(placement.story));
  }
  for (std::size_t i = 0; i < articles.size(); ++i) stories[i] = regrouping.story_now(articles[i].uri, stories[i]);
  return stories;
}

}  // namespace

std::vector<GroupedStory> group_articles(std::vector<Article> articles, const annotate::Annotator& annotator) {
  articles = last_of_each_uri(std::move(articles));
  sort_by_time(articles);
  const std::vector<std::string> stories = place_all(articles);
  std::vector<GroupedStory> grouped;
  std::map<std::string, std::size_t> index_of;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto [known, is_new] = index_of.try_emplace(stories[i], grouped.size());
    if (is_new) grouped.push_back({stories[i], {}});
    grouped[known->second].articles.push_back(std::move(articles[i]));
  }
  for (GroupedStory& story : grouped) {
    std::vector<Article*> pointers;
    for (Article& article : story.articles) pointers.push_back(&article);
    annotator.date_articles(pointers);
    sort_by_time(story.articles);
  }
  std::stable_sort(grouped.begin(), grouped.end(), [](const GroupedStory& a, const GroupedStory& b) {
    if (a.articles.size() != b.articles.size()) return a.articles.size() > b.articles.size();
    const auto& first = a.articles.front();
    const auto& second = b.articles.front();
    if (first.published.instant != second.published.instant) return first.published.instant > second.published.instant;
    return a.id < b.id;
  });
  return grouped;
}

}  // namespace dateline::desk

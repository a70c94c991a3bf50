#include "desk/grouping.h"

#include <algorithm>
#include <map>
#include <unordered_map>

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

}  // namespace

std::vector<GroupedStory> group_articles(std::vector<Article> articles, const annotate::Annotator& annotator) {
  articles = last_of_each_uri(std::move(articles));
  sort_by_time(articles);
  stories::Grouper grouper;
  std::vector<GroupedStory> grouped;
  std::map<std::string, std::size_t> index_of;
  for (Article& article : articles) {
    const std::string id = grouper.place(article).story;
    const auto [known, is_new] = index_of.try_emplace(id, grouped.size());
    if (is_new) grouped.push_back({id, {}});
    grouped[known->second].articles.push_back(std::move(article));
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

#include "stories/live_stories.h"

#include <algorithm>
#include <iterator>

namespace dateline::stories {

StoryNumber LiveStories::find_or_open(const std::string& id) {
  const auto [known, is_new] = by_id_.try_emplace(id, next_);
  if (is_new) stories_[next_++].id = id;
  return known->second;
}

void LiveStories::add(StoryNumber story, ArticleNumber article) {
  std::vector<ArticleNumber>& reports = stories_.at(story).reports;
  reports.insert(std::upper_bound(reports.begin(), reports.end(), article), article);
}

void LiveStories::remove(StoryNumber story, ArticleNumber article) {
  std::vector<ArticleNumber>& reports = stories_.at(story).reports;
  const auto at = std::lower_bound(reports.begin(), reports.end(), article);
  if (at != reports.end() && *at == article) reports.erase(at);
}

void LiveStories::close(StoryNumber story) {
  by_id_.erase(stories_.at(story).id);
  stories_.erase(story);
}

void LiveStories::sweep(const LiveArticles& articles) {
  for (auto at = stories_.begin(); at != stories_.end();) {
    std::vector<ArticleNumber>& reports = at->second.reports;
    std::erase_if(reports, [&](ArticleNumber number) { return !articles.holds(number); });
    if (reports.empty()) by_id_.erase(at->second.id);
    at = reports.empty() ? stories_.erase(at) : std::next(at);
  }
}

std::vector<ArticleNumber> LiveStories::sample(StoryNumber story, ArticleNumber but, std::size_t most,
                                               const LiveArticles& articles) const {
  const std::vector<ArticleNumber>& reports = stories_.at(story).reports;
  const auto counts = [&](ArticleNumber number) {
    return number != but && articles.holds(number) && articles.at(number).counts;
  };
  const std::size_t first_wanted = most / 3;
  std::vector<ArticleNumber> sample;
  std::size_t next = 0;
  for (; next < reports.size() && sample.size() < first_wanted; ++next) {
    if (counts(reports[next])) sample.push_back(reports[next]);
  }
  const std::size_t first = sample.size();
  for (std::size_t i = reports.size(); i > next && sample.size() < most; --i) {
    if (counts(reports[i - 1])) sample.push_back(reports[i - 1]);
  }
  std::reverse(sample.begin() + static_cast<std::ptrdiff_t>(first), sample.end());
  return sample;
}

}  // namespace dateline::stories

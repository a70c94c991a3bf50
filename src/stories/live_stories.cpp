#include "stories/live_stories.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

void LiveStories::move(std::span<const ArticleNumber> reports, StoryNumber from, StoryNumber to) {
  std::vector<ArticleNumber>& left = stories_.at(from).reports;
  std::vector<ArticleNumber> staying;
  std::set_difference(left.begin(), left.end(), reports.begin(), reports.end(), std::back_inserter(staying));
  left = std::move(staying);
  std::vector<ArticleNumber>& joined = stories_.at(to).reports;
  const auto middle = static_cast<std::ptrdiff_t>(joined.size());
  joined.insert(joined.end(), reports.begin(), reports.end());
  std::inplace_merge(joined.begin(), joined.begin() + middle, joined.end());
}

void LiveStories::forget_gone(Story& story, const LiveArticles& articles) {
  std::erase_if(story.reports, [&](ArticleNumber number) { return !articles.holds(number); });
}

void LiveStories::forget_gone(StoryNumber story, const LiveArticles& articles) {
  forget_gone(stories_.at(story), articles);
}

void LiveStories::close(StoryNumber story) {
  by_id_.erase(stories_.at(story).id);
  stories_.erase(story);
}

void LiveStories::sweep(const LiveArticles& articles) {
  for (auto at = stories_.begin(); at != stories_.end();) {
    forget_gone(at->second, articles);
    const bool over = at->second.reports.empty();
    if (over) by_id_.erase(at->second.id);
    at = over ? stories_.erase(at) : std::next(at);
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

#include "stories/live_articles.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace dateline::stories {

LiveArticles::LiveArticles(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 1)) {}

bool LiveArticles::holds(ArticleNumber number) const {
  return number < next_ && next_ - number <= capacity_;
}

ArticleNumber LiveArticles::add(Profile profile, std::uint32_t story, bool indexed) {
  const ArticleNumber number = next_++;
  if (indexed) {
    for (const TermKey key : profile.index_keys) {
      std::vector<ArticleNumber>& list = postings_[key];
      // Dropped in halves, so that a common term costs one move an article on average.
      if (list.size() >= 2 * kPostings) list.erase(list.begin(), list.begin() + kPostings);
      list.push_back(number);
    }
  }
  Slot taken{std::move(profile), story};
  if (slots_.size() < capacity_) {
    slots_.push_back(std::move(taken));
    scores_.push_back(0);
  } else {
    slots_[number % capacity_] = std::move(taken);
  }
  if (next_ % std::max<std::size_t>(capacity_ / 4, 1024) == 0) sweep();
  return number;
}

void LiveArticles::sweep() {
  std::erase_if(postings_, [this](const auto& entry) { return !holds(entry.second.back()); });
}

std::vector<Hit> LiveArticles::find(const Profile& profile, std::size_t limit) const {
  for (const TermKey key : profile.index_keys) {
    const auto found = postings_.find(key);
    if (found == postings_.end()) continue;
    const auto term = std::lower_bound(profile.words.begin(), profile.words.end(), key,
                                       [](const Weighted& held, TermKey wanted) { return held.key < wanted; });
    const std::vector<ArticleNumber>& list = found->second;
    for (std::size_t i = list.size() - std::min(list.size(), kPostings); i < list.size(); ++i) {
      if (!holds(list[i])) continue;
      float& score = scores_[list[i] % capacity_];
      if (score == 0) touched_.push_back(list[i]);
      score += term->weight;
    }
  }
  std::vector<Hit> hits;
  for (const ArticleNumber number : touched_) {
    float& score = scores_[number % capacity_];
    if (can_meet(profile, this->profile(number))) hits.push_back({number, score});
    score = 0;
  }
  touched_.clear();
  const auto better = [](const Hit& a, const Hit& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.article > b.article;
  };
  const std::size_t kept = std::min(limit, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(), better);
  hits.resize(kept);
  return hits;
}

bool can_meet(const Profile& a, const Profile& b) {
  if (!a.language.empty() && !b.language.empty() && a.language != b.language) return false;
  return !a.day || !b.day || std::abs((*a.day - *b.day).count()) <= kMostDaysApart;
}

}  // namespace dateline::stories

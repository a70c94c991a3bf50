#include "stories/story_match.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace dateline::stories {
namespace {

float& at(Clues& clues, Clue clue) {
  return clues[static_cast<std::size_t>(clue)];
}

// Mean and best of one kind of likeness.
struct Tally {
  float sum = 0;
  float best = 0;
  std::size_t count = 0;

  void add(float value) {
    sum += value;
    best = std::max(best, value);
    ++count;
  }
  float mean() const { return count == 0 ? 0 : sum / static_cast<float>(count); }
};

// Sets the clues that compare each story with the others.
void compare_rivals(std::vector<Match>& matches) {
  for (std::size_t i = 0; i < matches.size(); ++i) {
    std::vector<float> means;
    float best = 0;
    for (std::size_t j = 0; j < matches.size(); ++j) {
      if (j == i) continue;
      means.push_back(at(matches[j].clues, Clue::kWordsMean));
      best = std::max(best, at(matches[j].clues, Clue::kWordsBest));
    }
    std::sort(means.begin(), means.end(), std::greater<>());
    constexpr std::size_t kCrowdSize = 5;
    means.resize(kCrowdSize, 0);
    float crowd = 0;
    for (const float mean : means) crowd += mean / kCrowdSize;
    at(matches[i].clues, Clue::kRivalMean) = means.front();
    at(matches[i].clues, Clue::kRivalBest) = best;
    at(matches[i].clues, Clue::kCrowd) = crowd;
  }
}

constexpr Weights kWeights = {
    .of = {8.1F, 8.0F, 0.58F, 1.35F, 0.26F, 0.15F, 0, 1.6F, -0.69F, -11.8F, -9.0F, -9.8F, 0.68F, -1.65F},
    .bias = 0.94F,
    .least_rival_mean = 0.3F,
    .least_rival_best = 0.25F,
    .least_crowd = 0.088F,
};

}  // namespace

float log_odds(const Clues& clues) {
  return log_odds(clues, kWeights);
}

float log_odds(const Clues& clues, const Weights& weights) {
  Clues seen = clues;
  at(seen, Clue::kRivalMean) = std::max(at(seen, Clue::kRivalMean), weights.least_rival_mean);
  at(seen, Clue::kRivalBest) = std::max(at(seen, Clue::kRivalBest), weights.least_rival_best);
  at(seen, Clue::kCrowd) = std::max(at(seen, Clue::kCrowd), weights.least_crowd);
  float sum = weights.bias;
  for (std::size_t i = 0; i < seen.size(); ++i) sum += weights.of[i] * seen[i];
  return sum;
}

float least_odds(std::size_t reports) {
  constexpr float kCaution = 1.6F;
  constexpr float kYoung = 10;  // reports
  return kCaution * std::exp(-static_cast<float>(reports) / kYoung);
}

std::uint32_t LiveStories::open(std::string id) {
  const std::uint32_t number = next_++;
  by_id_[id] = number;
  stories_[number].id = std::move(id);
  return number;
}

std::uint32_t LiveStories::find_or_open(const std::string& id) {
  const auto found = by_id_.find(id);
  return found != by_id_.end() ? found->second : open(id);
}

void LiveStories::add(std::uint32_t story, ArticleNumber article) {
  Story& held = stories_.at(story);
  ++held.count;
  if (held.reports.size() == kFirstReports + kLatestReports) held.reports.erase(held.reports.begin() + kFirstReports);
  held.reports.push_back(article);
}

void LiveStories::sweep(const LiveArticles& articles) {
  std::erase_if(stories_, [&](const auto& entry) {
    const bool dead = entry.second.reports.empty() || !articles.holds(entry.second.reports.back());
    if (dead) by_id_.erase(entry.second.id);
    return dead;
  });
}

bool LiveStories::is_of_its_time(const Profile& profile, const Story& story, const LiveArticles& articles) {
  if (!profile.day) return true;
  bool dated = false;
  for (const ArticleNumber number : story.reports) {
    if (!articles.holds(number) || !articles.profile(number).day) continue;
    if (can_meet(profile, articles.profile(number))) return true;
    dated = true;
  }
  return !dated;
}

Clues LiveStories::clues_of(const Profile& profile, const Story& story, const LiveArticles& articles) const {
  Tally words;
  Tally head;
  Tally names;
  Tally lead_names;
  float length = 0;
  for (const ArticleNumber number : story.reports) {
    if (!articles.holds(number)) continue;
    const Profile& report = articles.profile(number);
    words.add(likeness(profile.words, report.words));
    head.add(likeness(profile.head, report.head));
    length += report.log_words;
    if (!profile.names.empty() && !report.names.empty()) names.add(likeness(profile.names, report.names));
    if (profile.lead_names.empty() || report.lead_names.empty()) continue;
    lead_names.add(likeness(profile.lead_names, report.lead_names));
  }
  Clues clues{};
  at(clues, Clue::kWordsMean) = words.mean();
  at(clues, Clue::kWordsBest) = words.best;
  at(clues, Clue::kHeadMean) = head.mean();
  at(clues, Clue::kHeadBest) = head.best;
  at(clues, Clue::kNamesMean) = names.mean();
  at(clues, Clue::kNamesBest) = names.best;
  at(clues, Clue::kLeadNamesMean) = lead_names.mean();
  at(clues, Clue::kLeadNamesBest) = lead_names.best;
  at(clues, Clue::kReports) = std::log(static_cast<float>(story.count));
  at(clues, Clue::kLength) =
      std::min(profile.log_words, length / static_cast<float>(std::max<std::size_t>(words.count, 1)));
  at(clues, Clue::kNamed) = lead_names.count > 0 ? 1 : 0;
  return clues;
}

std::vector<Match> LiveStories::match(const Profile& profile, std::span<const Hit> hits,
                                      const LiveArticles& articles) const {
  std::vector<Match> matches;
  for (const Hit& hit : hits) {
    if (matches.size() == kMostStories) break;
    const std::uint32_t number = articles.story_of(hit.article);
    if (std::any_of(matches.begin(), matches.end(), [&](const Match& match) { return match.story == number; }))
      continue;
    const Story& story = stories_.at(number);
    if (is_of_its_time(profile, story, articles)) matches.push_back({number, clues_of(profile, story, articles), 0});
  }
  compare_rivals(matches);
  for (Match& match : matches) match.score = log_odds(match.clues);
  return matches;
}

}  // namespace dateline::stories

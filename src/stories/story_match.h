// stories/story_match.h -- how likely an article belongs to each of the stories it might.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "stories/live_articles.h"

namespace dateline::stories {

/// What is measured of an article and a story. Likenesses are cosines, on average and at best over the story's reports.
enum class Clue : std::size_t {
  kWordsMean,
  kWordsBest,
  kHeadMean,
  kHeadBest,
  kNamesMean,
  kNamesBest,
  kLeadNamesMean,
  kLeadNamesBest,
  kReports,    ///< ln of the story's number of reports.
  kRivalMean,  ///< kWordsMean of the best other story: what a chance likeness looks like today.
  kRivalBest,  ///< Highest kWordsBest of the other stories.
  kCrowd,      ///< Mean kWordsMean of the five best other stories.
  kLength,     ///< ln of the words of the shorter side.
  kNamed,      ///< 1 when both sides name someone or something in the lead.
  kCount
};
using Clues = std::array<float, static_cast<std::size_t>(Clue::kCount)>;

struct Match {
  std::uint32_t story = 0;
  Clues clues{};
  float score = 0;  ///< Log odds that the article belongs to the story.
};

/// A logistic regression over clues.
struct Weights {
  Clues of{};
  float bias = 0;
  // A rival counts as at least this like, however few there are: what is new to a young stream must not join the one
  // story that is a little like it.
  float least_rival_mean = 0;
  float least_rival_best = 0;
  float least_crowd = 0;
};

float log_odds(const Clues& clues, const Weights& weights);
/// With the weights that Dateline ships; docs/stories.md tells how they were found.
float log_odds(const Clues& clues);

/// The log odds from which an article joins, when `reports` have been placed before it. A young stream has no rivals
/// yet that would tell a chance likeness (two decisions of one town council) from the same event, so it asks for more.
float least_odds(std::size_t reports);

/// The stories of the live articles.
class LiveStories {
 public:
  /// A new story's number.
  std::uint32_t open(std::string id);
  /// The number of story `id`, opened when there is none.
  std::uint32_t find_or_open(const std::string& id);
  const std::string& id(std::uint32_t story) const { return stories_.at(story).id; }
  void add(std::uint32_t story, ArticleNumber article);
  /// Forgets stories without a live report.
  void sweep(const LiveArticles& articles);
  std::size_t size() const { return stories_.size(); }

  /// The stories of `hits` (at most kMostStories, in that order) with clues and scores.
  std::vector<Match> match(const Profile& profile, std::span<const Hit> hits, const LiveArticles& articles) const;

  static constexpr std::size_t kMostStories = 12;
  static constexpr std::size_t kFirstReports = 4;   ///< Compared with of a story: these of its first reports
  static constexpr std::size_t kLatestReports = 8;  ///< and these of its latest.

 private:
  struct Story {
    std::string id;
    std::vector<ArticleNumber> reports;  // the first and the latest
    std::size_t count = 0;
  };
  /// False when all dated reports of the story lie too far from the article's day: an undated report must not bridge
  /// the years.
  static bool is_of_its_time(const Profile& profile, const Story& story, const LiveArticles& articles);
  Clues clues_of(const Profile& profile, const Story& story, const LiveArticles& articles) const;

  std::uint32_t next_ = 0;
  std::unordered_map<std::uint32_t, Story> stories_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
};

}  // namespace dateline::stories

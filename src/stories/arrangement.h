// stories/arrangement.h -- decides which story an article joins, and mends earlier decisions that it shows to be wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "stories/live_articles.h"
#include "stories/live_stories.h"
#include "stories/rivals.h"

namespace dateline::stories {

/// A story that an article might join.
struct Chance {
  StoryNumber story = 0;
  float odds = 0;  ///< Mean log odds over reports that stand for the story.
};

/// What has changed since the last take_changes().
struct Changes {
  std::vector<ArticleNumber> moved;                      ///< Earlier reports; one that was moved twice, twice.
  std::vector<std::pair<std::string, std::string>> ids;  ///< Of stories that were emptied, and where to.
};

/// Average-link clustering of a stream: an article joins the story to whose reports it fits best on average; stories
/// that fit are merged, reports that fit another story better are moved, and a story that has grown is looked at for
/// two halves. Deterministic.
///
/// Source of the linkage: Sokal and Michener 1958.
class Arrangement {
 public:
  /// Borrows both.
  Arrangement(LiveArticles& articles, LiveStories& stories) : articles_(articles), stories_(stories), known_(kKnown) {}

  /// The stories of `candidates` with their odds, best first; at most kMostStories.
  std::vector<Chance> chances(ArticleNumber article, const std::vector<Neighbour>& candidates) const;
  static bool is_enough(float odds);

  /// Puts an article where it belongs from now on. Nothing more.
  void put(ArticleNumber article, StoryNumber story);

  /// Mends what `article`, which has just been put, shows to be wrong around it.
  void mend(ArticleNumber article, const std::vector<Chance>& chances, const std::vector<Neighbour>& candidates);

  Changes take_changes() { return std::exchange(changes_, {}); }

  static constexpr std::size_t kMostStories = 8;

 private:
  float pair_odds(ArticleNumber a, ArticleNumber b, const Question& question) const;
  float measure_odds(ArticleNumber a, ArticleNumber b, const Question& question) const;
  float odds(ArticleNumber article, StoryNumber story, const Question& question) const;
  float odds(ArticleNumber article, StoryNumber story) const { return odds(article, story, {story, story}); }
  float link(StoryNumber a, StoryNumber b) const;
  bool may_hold(StoryNumber story, ArticleNumber article) const;
  void merge(StoryNumber a, StoryNumber b);
  void reconsider(ArticleNumber article, StoryNumber offered);
  bool is_led(ArticleNumber article) const;
  void split(StoryNumber story, ArticleNumber because);
  void move(const std::vector<ArticleNumber>& reports, StoryNumber from, StoryNumber to);
  void move_with_copies(ArticleNumber article, StoryNumber story);
  StoryNumber open_beside(ArticleNumber article, ArticleNumber because);

  // What pair_odds() said since a report was last put or moved; before that rivals were others.
  struct KnownOdds {
    ArticleNumber a = 0;
    ArticleNumber b = 0;
    std::uint32_t step = 0;  // step_ when it was measured
    Question question;
    float odds = 0;
  };
  static constexpr std::size_t kKnown = 4096;  // 2 to the power of 32 - 20

  LiveArticles& articles_;
  LiveStories& stories_;
  std::uint32_t step_ = 1;                // counts what was put and moved
  mutable std::vector<KnownOdds> known_;  // of each place the last that was asked for
  Changes changes_;
};

}  // namespace dateline::stories

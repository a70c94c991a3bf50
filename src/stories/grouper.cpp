#include "stories/grouper.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "stories/arrangement.h"
#include "stories/imprint.h"
#include "stories/live_articles.h"
#include "stories/live_stories.h"
#include "stories/pair_odds.h"
#include "stories/profile.h"
#include "stories/rarity.h"
#include "stories/story_id.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kMostCopied = 10;  // candidates that may be the original of a copy
constexpr std::size_t kSweepEvery = 65536;

}  // namespace

struct Grouper::State {
  explicit State(std::size_t capacity) : articles(capacity), arrangement(articles, stories) {}

  Rarity rarity;
  LiveArticles articles;
  LiveStories stories;
  Arrangement arrangement;

  // The earliest found article that `profile` copies.
  std::optional<ArticleNumber> original_of(const Profile& profile, const std::vector<Neighbour>& candidates) const {
    std::optional<ArticleNumber> original;
    for (std::size_t i = 0; i < std::min(candidates.size(), kMostCopied); ++i) {
      const ArticleNumber number = candidates[i].article;
      if (!is_copy(profile.sketch, articles.at(number).profile.sketch)) continue;
      if (!original || number < *original) original = number;
    }
    return original;
  }

  // Makes `article` live, in no story yet.
  ArticleNumber take(LiveArticle article, const std::vector<Neighbour>& candidates) {
    if (const LiveArticle* oldest = articles.oldest_to_go()) rarity.forget(keys_of(oldest->profile));
    rarity.count(keys_of(article.profile));
    const ArticleNumber number = articles.add(std::move(article), candidates);
    if (articles.next() % kSweepEvery == 0) stories.sweep(articles);
    return number;
  }

  // Makes an article live whose story is known.
  void take_over(LiveArticle article, std::string_view story) {
    article.lengths = lengths_of(article.profile);
    std::vector<Neighbour> candidates;
    if (!article.profile.round_up) candidates = articles.find(article);
    article.original = original_of(article.profile, candidates).value_or(articles.next());
    arrangement.put(take(std::move(article), candidates), stories.find_or_open(std::string(story)));
  }

  // Tells in `placement` what has changed since `number` came.
  void report_changes(ArticleNumber number, Placement& placement) {
    const auto story_of = [&](ArticleNumber article) { return stories.id(articles.at(article).story); };
    Changes changes = arrangement.take_changes();
    for (const ArticleNumber moved : changes.moved) {
      if (moved != number) placement.moves.push_back({articles.at(moved).uri, story_of(moved)});
    }
    placement.story = story_of(number);
    // A story that opened and was merged in one go was never seen.
    const std::string own = placement.opened ? story_id(articles.at(number).uri) : "";
    for (auto& [from, to] : changes.ids) {
      if (from != own) placement.redirects.push_back({std::move(from), std::move(to)});
    }
    placement.opened = placement.opened && placement.story == own;
  }

  Explanation explain(ArticleNumber number, const std::vector<Chance>& chances,
                      const std::vector<Neighbour>& candidates) const {
    Explanation explanation;
    for (const Chance& chance : chances) {
      explanation.stories.push_back({stories.id(chance.story), chance.odds});
    }
    if (candidates.empty()) return explanation;
    const LiveArticle& nearest = articles.at(candidates.front().article);
    explanation.nearest = nearest.uri;
    const PairClues clues = measure(number, candidates.front().article, articles);
    const PairClues points = points_of(clues);
    for (std::size_t i = 0; i < kPairClues; ++i) {
      explanation.parts.push_back({name_of(static_cast<PairClue>(i)), clues[i], points[i]});
    }
    const float days = odds_of_days(articles.at(number).profile, nearest.profile);
    explanation.parts.push_back({"days of publication", days, days});
    return explanation;
  }
};

Grouper::Grouper(std::size_t capacity) : state_(std::make_unique<State>(capacity)) {}
Grouper::~Grouper() = default;
Grouper::Grouper(Grouper&&) noexcept = default;
Grouper& Grouper::operator=(Grouper&&) noexcept = default;

Placement Grouper::place(const news::Article& article, Explanation* explanation) {
  LiveArticle live{.uri = article.uri, .profile = make_profile(article, count_terms(article), state_->rarity)};
  live.lengths = lengths_of(live.profile);
  Placement placement;
  placement.imprint = to_imprint(live.profile);
  const bool round_up = live.profile.round_up;
  std::vector<Neighbour> candidates;
  if (!round_up) candidates = state_->articles.find(live);
  const std::optional<ArticleNumber> original = state_->original_of(live.profile, candidates);
  live.original = original.value_or(state_->articles.next());
  const ArticleNumber number = state_->take(std::move(live), candidates);
  Arrangement& arrangement = state_->arrangement;
  std::vector<Chance> chances;
  if (!original) chances = arrangement.chances(number, candidates);
  if (original) {
    arrangement.put(number, state_->articles.at(*original).story);
    placement.duplicate_of = state_->articles.at(*original).uri;
    placement.score = 1;
  } else if (!chances.empty() && Arrangement::is_enough(chances.front().odds)) {
    arrangement.put(number, chances.front().story);
    placement.score = 1 / (1 + std::exp(-static_cast<double>(chances.front().odds)));
  } else {
    arrangement.put(number, state_->stories.find_or_open(story_id(article.uri)));
    placement.opened = true;
  }
  if (explanation != nullptr) *explanation = state_->explain(number, chances, candidates);
  if (!original) arrangement.mend(number, chances, candidates);
  state_->report_changes(number, placement);
  return placement;
}

std::string Grouper::restore(const news::Article& article, std::string_view story) {
  LiveArticle live{.uri = article.uri, .profile = make_profile(article, count_terms(article), state_->rarity)};
  std::string imprint = to_imprint(live.profile);
  state_->take_over(std::move(live), story);
  return imprint;
}

bool Grouper::restore(std::string_view uri, std::string_view imprint, std::string_view story) {
  std::optional<Profile> profile = from_imprint(imprint);
  if (!profile) return false;
  state_->take_over({.uri = std::string(uri), .profile = std::move(*profile)}, story);
  return true;
}

}  // namespace dateline::stories

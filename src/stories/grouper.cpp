#include "stories/grouper.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "stories/live_articles.h"
#include "stories/profile.h"
#include "stories/rarity.h"
#include "stories/story_match.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kMostHits = 60;    // articles whose stories are looked at
constexpr std::size_t kMostCopied = 10;  // of these, articles that may be the original of a copy
constexpr std::size_t kSweepEvery = 65536;

std::string story_id(const std::string& uri) {
  constexpr std::size_t kDigits = 12;
  return "s-" + base::sha256_hex(uri).substr(0, kDigits);
}

}  // namespace

struct Grouper::State {
  Rarity rarity;
  LiveArticles articles;
  LiveStories stories;
  std::size_t placed = 0;

  // The earliest found article that `profile` copies.
  std::optional<ArticleNumber> original_of(const Profile& profile, const std::vector<Hit>& hits) const {
    std::optional<ArticleNumber> original;
    for (std::size_t i = 0; i < std::min(hits.size(), kMostCopied); ++i) {
      const ArticleNumber number = hits[i].article;
      if (!is_copy(profile.sketch, articles.profile(number).sketch)) continue;
      if (!original || number < *original) original = number;
    }
    return original;
  }

  void file(Profile profile, std::uint32_t story, const ArticleTerms& terms, bool indexed) {
    stories.add(story, articles.add(std::move(profile), story, indexed));
    rarity.count(terms.keys);
    if (++placed % kSweepEvery == 0) stories.sweep(articles);
  }
};

Grouper::Grouper() : state_(std::make_unique<State>()) {}
Grouper::~Grouper() = default;
Grouper::Grouper(Grouper&&) noexcept = default;
Grouper& Grouper::operator=(Grouper&&) noexcept = default;

Placement Grouper::place(const news::Article& article) {
  const ArticleTerms terms = count_terms(article);
  Profile profile = make_profile(article, terms, state_->rarity);
  const std::vector<Hit> hits = state_->articles.find(profile, kMostHits);
  const bool round_up = is_round_up(article);
  Placement placement;
  std::optional<std::uint32_t> story;
  // A round-up may quote a report in full and is no copy of it.
  const std::optional<ArticleNumber> original = round_up ? std::nullopt : state_->original_of(profile, hits);
  if (original) {
    story = state_->articles.story_of(*original);
    placement.duplicate_of = state_->articles.profile(*original).uri;
    placement.score = 1;
  } else if (!round_up) {
    const std::vector<Match> matches = state_->stories.match(profile, hits, state_->articles);
    const auto best = std::max_element(matches.begin(), matches.end(),
                                       [](const Match& a, const Match& b) { return a.score < b.score; });
    if (best != matches.end() && best->score >= least_odds(state_->placed)) {
      story = best->story;
      placement.score = 1 / (1 + std::exp(-static_cast<double>(best->score)));
    }
  }
  placement.opened = !story;
  if (!story) story = state_->stories.find_or_open(story_id(article.uri));
  placement.story = state_->stories.id(*story);
  state_->file(std::move(profile), *story, terms, !round_up);
  return placement;
}

void Grouper::restore(const news::Article& article, std::string_view story) {
  const ArticleTerms terms = count_terms(article);
  Profile profile = make_profile(article, terms, state_->rarity);
  state_->file(std::move(profile), state_->stories.find_or_open(std::string(story)), terms, !is_round_up(article));
}

bool Grouper::restore(std::string_view /*uri*/, std::string_view /*imprint*/, std::string_view /*story*/) {
  return false;
}

}  // namespace dateline::stories

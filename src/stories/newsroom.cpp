#include "stories/newsroom.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>
#include <utility>

#include "stories/imprint.h"
#include "stories/pair_odds.h"
#include "stories/story_id.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kSweepEvery = 65536;
// More than kMostDaysApart days apart a copy has at least this share of at least so many runs.
constexpr double kPrintedAgain = 0.8;
constexpr std::uint32_t kRunsPrintedAgain = 40;

std::uint32_t uri_key(std::string_view uri) {
  return static_cast<std::uint32_t>(text::term_id(uri));
}

}  // namespace

Newsroom::Newsroom(std::size_t capacity) : articles_(capacity), copies_(capacity), arrangement_(articles_, stories_) {}

void Newsroom::make_room() {
  if (!articles_.is_full()) return;
  const LiveArticle& oldest = articles_.at(articles_.first());
  if (oldest.counts) rarity_.forget(keys_of(oldest.profile));
  articles_.make_room();
}

Placement Newsroom::place(const news::Article& article, Explanation* explanation) {
  make_room();
  Sketch sketch;
  LiveArticle live = read(article, sketch);
  Placement placement;
  placement.imprint = to_imprint(live.profile, sketch);
  Arrival arrival = look_up(std::move(live), std::move(sketch));
  const ArticleNumber number = take(arrival);
  if (!arrival.earlier && !arrival.original) {
    decide(number, arrival.candidates, placement, explanation);
    return placement;
  }
  const StoryNumber story = articles_.story_of(arrival.earlier ? *arrival.earlier : *arrival.original);
  join(number, story, arrival.candidates, placement);
  if (arrival.original && articles_.story_of(*arrival.original) == articles_.story_of(number))
    placement.duplicate_of = std::string(uri_of(*arrival.original));
  return placement;
}

void Newsroom::take_over(LiveArticle article, Sketch sketch, std::string_view story) {
  Arrival arrival = look_up(std::move(article), std::move(sketch));
  arrangement_.put(take(arrival), stories_.find_or_open(std::string(story)));
}

std::string Newsroom::restore(const news::Article& article, std::string_view story) {
  make_room();
  Sketch sketch;
  LiveArticle live = read(article, sketch);
  std::string imprint = to_imprint(live.profile, sketch);
  take_over(std::move(live), std::move(sketch), story);
  return imprint;
}

bool Newsroom::restore(std::string_view uri, std::string_view imprint, std::string_view story) {
  std::optional<Imprint> held = from_imprint(imprint);
  if (!held) return false;
  make_room();
  take_over({.uri = ExactArray<char>(uri), .profile = std::move(held->profile)}, std::move(held->sketch), story);
  return true;
}

std::optional<ArticleNumber> Newsroom::first_version(std::string_view uri) const {
  std::optional<ArticleNumber> first;
  if (uri.empty()) return first;
  const NumberTable::Numbers found = uris_.find(uri_key(uri));
  for (std::size_t i = 0; i < found.count; ++i) {
    const ArticleNumber number = found.numbers[i];
    if (!articles_.holds(number) || articles_.at(number).uri_text() != uri) continue;
    if (!first || number < *first) first = number;
  }
  return first;
}

LiveArticle Newsroom::read(const news::Article& article, Sketch& sketch) const {
  ArticleTerms terms = count_terms(article);
  sketch = std::move(terms.sketch);
  return {.uri = ExactArray<char>(article.uri), .profile = make_profile(article, terms, rarity_)};
}

Arrival Newsroom::look_up(LiveArticle article, Sketch sketch) const {
  article.lengths = lengths_of(article.profile);
  Arrival arrival{std::move(article), std::move(sketch), {}, {}, {}};
  arrival.earlier = first_version(arrival.article.uri_text());
  const Profile& profile = arrival.article.profile;
  // A round-up may quote a report in full and is no copy of it.
  if (profile.round_up) return arrival;
  // A new version copies nothing that came after its first one, so that two articles never copy each other. Weeks later
  // the same words come by chance or custom, unless they are many.
  arrival.original = copies_.original_of(arrival.sketch, [&](ArticleNumber number, double share) {
    if (!articles_.holds(number) || (arrival.earlier && number >= *arrival.earlier)) return false;
    const Profile& other = articles_.at(number).profile;
    const bool printed_again = share >= kPrintedAgain && arrival.sketch.signature.runs >= kRunsPrintedAgain;
    return printed_again ? same_language(profile, other) : can_meet(profile, other);
  });
  if (!arrival.earlier) arrival.candidates = articles_.find(arrival.article);
  return arrival;
}

ArticleNumber Newsroom::take(Arrival& arrival) {
  const ArticleNumber number = articles_.next();
  // Of a copy of a copy the first one, so that all go where it goes.
  const ArticleNumber model = arrival.earlier ? *arrival.earlier : arrival.original.value_or(number);
  const bool known = model != number && articles_.holds(articles_.at(model).original);
  arrival.article.original = known ? articles_.at(model).original : model;
  arrival.article.counts = !arrival.earlier && (!arrival.original || articles_.note_copy(*arrival.original));
  if (arrival.article.counts) rarity_.count(keys_of(arrival.article.profile));
  const bool round_up = arrival.article.profile.round_up;
  const std::uint32_t key = uri_key(arrival.article.uri_text());
  articles_.add(std::move(arrival.article), arrival.candidates);
  if (!round_up) copies_.add(number, arrival.sketch);
  uris_.add(key, number, articles_.first());
  if (articles_.next() % kSweepEvery == 0) stories_.sweep(articles_);
  return number;
}

void Newsroom::join(ArticleNumber number, StoryNumber story, const std::vector<Neighbour>& candidates,
                    Placement& placement) {
  arrangement_.put(number, story);
  placement.score = 1;
  if (articles_.at(number).counts) arrangement_.mend(number, {}, candidates);
  report_changes(number, {}, placement);
}

void Newsroom::decide(ArticleNumber number, const std::vector<Neighbour>& candidates, Placement& placement,
                      Explanation* explanation) {
  const std::vector<Chance> chances = arrangement_.chances(number, candidates);
  std::string opened;
  if (!chances.empty() && Arrangement::is_enough(chances.front().odds)) {
    arrangement_.put(number, chances.front().story);
    placement.score = 1 / (1 + std::exp(-static_cast<double>(chances.front().odds)));
  } else {
    // Without a uri nothing leads back to the article; its number keeps its story apart from others.
    const std::string uri(uri_of(number));
    opened = story_id(uri.empty() ? ' ' + std::to_string(number) : uri);
    arrangement_.put(number, stories_.find_or_open(opened));
  }
  if (explanation != nullptr) *explanation = explain(number, chances, candidates);
  arrangement_.mend(number, chances, candidates);
  report_changes(number, opened, placement);
}

// `opened`: the story that `number` opened, empty when it opened none.
void Newsroom::report_changes(ArticleNumber number, const std::string& opened, Placement& placement) {
  Changes changes = arrangement_.take_changes();
  std::unordered_set<std::string_view> told;
  for (const ArticleNumber moved : changes.moved) {
    const std::string_view uri = uri_of(moved);
    if (moved != number && told.insert(uri).second)
      placement.moves.push_back({std::string(uri), stories_.id(articles_.story_of(moved))});
  }
  placement.story = stories_.id(articles_.story_of(number));
  placement.opened = placement.story == opened;
  // A story that opened and was merged in one go was never seen.
  for (auto& [from, to] : changes.ids) {
    if (from != opened) placement.redirects.push_back({std::move(from), std::move(to)});
  }
}

Explanation Newsroom::explain(ArticleNumber number, const std::vector<Chance>& chances,
                              const std::vector<Neighbour>& candidates) const {
  Explanation explanation;
  for (const Chance& chance : chances) explanation.stories.push_back({stories_.id(chance.story), chance.odds});
  if (candidates.empty()) return explanation;
  const ArticleNumber nearest = candidates.front().article;
  explanation.nearest = uri_of(nearest);
  const Question question{articles_.story_of(nearest), articles_.story_of(nearest)};
  const PairClues clues = measure(number, nearest, question, articles_);
  const PairClues points = points_of(clues, question);
  for (std::size_t i = 0; i < kPairClues; ++i) {
    explanation.parts.push_back({name_of(static_cast<PairClue>(i)), clues[i], points[i]});
  }
  const float days = odds_of_days(articles_.at(number).profile, articles_.at(nearest).profile);
  explanation.parts.push_back({"days of publication", days, days});
  return explanation;
}

}  // namespace dateline::stories

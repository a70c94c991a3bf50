#include "stories/arrangement.h"

#include <algorithm>
#include <bit>

#include "stories/mean_link.h"
#include "stories/pair_odds.h"
#include "stories/story_id.h"

namespace dateline::stories {
namespace {

constexpr float kEnough = 0;           // log odds from which an article belongs
constexpr float kSlack = 0.3F;         // by which a mended decision must be better than the one that was taken
constexpr std::size_t kCompared = 12;  // reports that stand for a story
constexpr std::size_t kMended = 10;    // neighbours looked at again
constexpr std::size_t kSplitFrom = 4;  // reports
constexpr std::size_t kSplitOn = 16;   // reports that a split is decided on

// Whether a story of `reports` is looked at for two halves: at 4, 6, 8, 12, 16, 24 and so on, so that the cost of
// looking stays a part of that of growing.
bool is_due(std::size_t reports) {
  return reports >= kSplitFrom &&
         (std::has_single_bit(reports) || (reports % 3 == 0 && std::has_single_bit(reports / 3)));
}

}  // namespace

bool Arrangement::is_enough(float odds) {
  return odds >= kEnough;
}

float Arrangement::pair_odds(ArticleNumber a, ArticleNumber b) const {
  constexpr std::uint32_t kSpread = 2654435769U;  // Fibonacci hashing (Knuth, TAOCP 3, 6.4)
  KnownOdds& known = known_[((a * kSpread + b) * kSpread) >> 20];
  const ArticleNumber next = articles_.next();
  if (known.next == next && known.a == a && known.b == b) return known.odds;
  known = {a, b, next, measure_odds(a, b)};
  return known.odds;
}

float Arrangement::measure_odds(ArticleNumber a, ArticleNumber b) const {
  const LiveArticle& one = articles_.at(a);
  const LiveArticle& two = articles_.at(b);
  if (!can_meet(one.profile, two.profile)) return -kMostOdds;
  return log_odds(measure(a, b, articles_)) + odds_of_days(one.profile, two.profile);
}

float Arrangement::odds(ArticleNumber article, StoryNumber story) const {
  const std::vector<ArticleNumber> sample = stories_.sample(story, article, kCompared, articles_);
  // A story that runs for months is known by its reports of these days.
  float sum = 0;
  std::size_t met = 0;
  for (const ArticleNumber report : sample) {
    if (!can_meet(articles_.at(article).profile, articles_.at(report).profile)) continue;
    sum += pair_odds(article, report);
    ++met;
  }
  return met > 0 ? sum / static_cast<float>(met) : -kMostOdds;
}

float Arrangement::link(StoryNumber a, StoryNumber b) const {
  const std::vector<ArticleNumber> sample = stories_.sample(a, articles_.next(), kCompared, articles_);
  if (sample.empty()) return -kMostOdds;
  float sum = 0;
  for (const ArticleNumber report : sample) sum += odds(report, b);
  return sum / static_cast<float>(sample.size());
}

// An undated report must not bridge the years, nor one of an unknown language two languages.
bool Arrangement::may_hold(StoryNumber story, ArticleNumber article) const {
  const Profile& profile = articles_.at(article).profile;
  bool dated = false;
  for (const ArticleNumber report : stories_.sample(story, article, kCompared, articles_)) {
    const Profile& other = articles_.at(report).profile;
    if (!same_language(profile, other)) return false;
    if (!profile.day || !other.day) continue;
    if (can_meet(profile, other)) return true;
    dated = true;
  }
  return !dated;
}

std::vector<Chance> Arrangement::chances(ArticleNumber article, const std::vector<Neighbour>& candidates) const {
  std::vector<Chance> chances;
  for (const Neighbour& candidate : candidates) {
    if (chances.size() == kMostStories) break;
    const StoryNumber story = articles_.at(candidate.article).story;
    if (std::any_of(chances.begin(), chances.end(), [&](const Chance& chance) { return chance.story == story; }))
      continue;
    if (may_hold(story, article)) chances.push_back({story, odds(article, story)});
  }
  std::stable_sort(chances.begin(), chances.end(), [](const Chance& a, const Chance& b) { return a.odds > b.odds; });
  return chances;
}

void Arrangement::put(ArticleNumber article, StoryNumber story) {
  articles_.move(article, story);
  stories_.add(story, article);
}

void Arrangement::move(ArticleNumber article, StoryNumber story) {
  const StoryNumber from = articles_.at(article).story;
  // Copies go with their original.
  const auto held = stories_.reports(from);
  for (const ArticleNumber report : std::vector<ArticleNumber>(held.begin(), held.end())) {
    if (report != article && (!articles_.holds(report) || articles_.at(report).original != article)) continue;
    stories_.remove(from, report);
    put(report, story);
    if (std::find(changes_.moved.begin(), changes_.moved.end(), report) == changes_.moved.end())
      changes_.moved.push_back(report);
  }
  if (!stories_.reports(from).empty()) return;
  const std::string& to = stories_.id(story);
  for (auto& entry : changes_.ids) {
    if (entry.second == stories_.id(from)) entry.second = to;
  }
  changes_.ids.emplace_back(stories_.id(from), to);
  stories_.close(from);
}

// The story with the earlier first report stays.
void Arrangement::merge(StoryNumber a, StoryNumber b) {
  if (stories_.reports(b).front() < stories_.reports(a).front()) std::swap(a, b);
  const auto reports = stories_.reports(b);
  const std::vector<ArticleNumber> all(reports.begin(), reports.end());
  // What is no longer live cannot be moved by name, but must not keep the story from leading on.
  for (const ArticleNumber report : all) {
    if (!articles_.holds(report)) stories_.remove(b, report);
  }
  for (const ArticleNumber report : all) {
    if (articles_.holds(report) && articles_.at(report).story == b) move(report, a);
  }
}

StoryNumber Arrangement::open_beside(ArticleNumber article, ArticleNumber because) {
  return stories_.find_or_open(
      story_id(std::string(articles_.at(article).uri_text()) + ' ' + std::string(articles_.at(because).uri_text())));
}

// A neighbour of a new report may fit the story that it made better than its own.
void Arrangement::reconsider(ArticleNumber article, StoryNumber offered) {
  const StoryNumber own = articles_.at(article).story;
  if (own == offered || articles_.at(article).original != article || articles_.at(article).profile.round_up) return;
  const float better = odds(article, offered);
  if (!is_enough(better) || !may_hold(offered, article)) return;
  const auto reports = stories_.reports(own);
  const bool alone = std::all_of(reports.begin(), reports.end(), [&](ArticleNumber report) {
    return articles_.holds(report) && articles_.at(report).original == article;
  });
  const float held = alone ? kEnough : odds(article, own) + kSlack;
  if (better > held) move(article, offered);
}

void Arrangement::mend(ArticleNumber article, const std::vector<Chance>& chances,
                       const std::vector<Neighbour>& candidates) {
  const StoryNumber own = articles_.at(article).story;
  for (const Chance& chance : chances) {
    if (chance.story == own || !is_enough(chance.odds)) continue;
    if (is_enough(link(own, chance.story))) {
      merge(own, chance.story);
      break;
    }
  }
  const std::size_t looked_at = std::min(candidates.size(), kMended);
  for (std::size_t i = 0; i < looked_at; ++i) reconsider(candidates[i].article, articles_.at(article).story);
  const StoryNumber story = articles_.at(article).story;
  const std::size_t size = stories_.reports(story).size();
  if (is_due(size)) split(story, article);
}

// Copies and versions stay with their original.
bool Arrangement::is_led(ArticleNumber article) const {
  const ArticleNumber original = articles_.at(article).original;
  return original != article && articles_.holds(original) &&
         articles_.at(original).story == articles_.at(article).story;
}

void Arrangement::split(StoryNumber story, ArticleNumber because) {
  std::vector<ArticleNumber> sample = stories_.sample(story, articles_.next(), kSplitOn, articles_);
  std::erase_if(sample, [&](ArticleNumber article) {
    return is_led(article) || !can_meet(articles_.at(article).profile, articles_.at(because).profile);
  });
  const std::size_t count = sample.size();
  std::vector<float> links(count * count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) links[i * count + j] = links[j * count + i] = pair_odds(sample[i], sample[j]);
  }
  const auto groups = join_by_mean_link(std::move(links), count, kEnough - kSlack);
  if (groups.size() < 2) return;
  // The group of the first report keeps the story; each other one opens a story of its own.
  std::vector<StoryNumber> parts = {story};
  for (std::size_t g = 1; g < groups.size(); ++g) {
    parts.push_back(open_beside(sample[groups[g].front()], because));
    for (const std::size_t i : groups[g]) {
      if (articles_.at(sample[i]).story == story) move(sample[i], parts.back());
    }
  }
  const auto held = stories_.reports(story);
  for (const ArticleNumber report : std::vector<ArticleNumber>(held.begin(), held.end())) {
    if (!articles_.holds(report) || articles_.at(report).story != story || is_led(report)) continue;
    if (std::find(sample.begin(), sample.end(), report) != sample.end()) continue;
    std::vector<Chance> chances;
    for (const StoryNumber part : parts) chances.push_back({part, odds(report, part)});
    const auto best = std::max_element(chances.begin(), chances.end(),
                                       [](const Chance& a, const Chance& b) { return a.odds < b.odds; });
    if (best->story != story) move(report, best->story);
  }
}

}  // namespace dateline::stories

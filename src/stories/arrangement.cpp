#include "stories/arrangement.h"

#include <algorithm>

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

// Whether a story of `reports` is looked at for two halves: often while few reports decide what it is. Not when it has
// grown: then its reports are each other's only rivals, and the more alike they are the less each stands out.
bool is_due(std::size_t reports) {
  constexpr std::size_t kYoung = 16;
  constexpr std::size_t kGrown = 32;
  return reports >= kSplitFrom && reports <= kGrown && reports % (reports <= kYoung ? 2 : 4) == 0;
}

}  // namespace

bool Arrangement::is_enough(float odds) {
  return odds >= kEnough;
}

float Arrangement::pair_odds(ArticleNumber a, ArticleNumber b, const Question& question) const {
  constexpr std::uint32_t kSpread = 2654435769U;  // Fibonacci hashing (Knuth, TAOCP 3, 6.4)
  KnownOdds& known = known_[((a * kSpread + b) * kSpread) >> 20];
  if (known.step == step_ && known.a == a && known.b == b && known.question == question) return known.odds;
  known = {a, b, step_, question, measure_odds(a, b, question)};
  return known.odds;
}

float Arrangement::measure_odds(ArticleNumber a, ArticleNumber b, const Question& question) const {
  const Profile& one = articles_.at(a).profile;
  const Profile& two = articles_.at(b).profile;
  if (!can_meet(one, two)) return -kMostOdds;
  return log_odds(measure(a, b, question, articles_), question) + odds_of_days(one, two);
}

float Arrangement::odds(ArticleNumber article, StoryNumber story, const Question& question) const {
  const std::vector<ArticleNumber> sample = stories_.sample(story, article, kCompared, articles_);
  // A story that runs for months is known by its reports of these days.
  float sum = 0;
  std::size_t met = 0;
  for (const ArticleNumber report : sample) {
    if (!can_meet(articles_.at(article).profile, articles_.at(report).profile)) continue;
    sum += pair_odds(article, report, question);
    ++met;
  }
  return met > 0 ? sum / static_cast<float>(met) : -kMostOdds;
}

float Arrangement::link(StoryNumber a, StoryNumber b) const {
  const std::vector<ArticleNumber> sample = stories_.sample(a, articles_.next(), kCompared, articles_);
  if (sample.empty()) return -kMostOdds;
  float sum = 0;
  for (const ArticleNumber report : sample) sum += odds(report, b, {a, b});
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
    const StoryNumber story = articles_.story_of(candidate.article);
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
  ++step_;
}

// `reports`: sorted.
void Arrangement::move(const std::vector<ArticleNumber>& reports, StoryNumber from, StoryNumber to) {
  for (const ArticleNumber report : reports) articles_.move(report, to);
  stories_.move(reports, from, to);
  ++step_;
  changes_.moved.insert(changes_.moved.end(), reports.begin(), reports.end());
  if (!stories_.reports(from).empty()) return;
  for (auto& entry : changes_.ids) {
    if (entry.second == stories_.id(from)) entry.second = stories_.id(to);
  }
  changes_.ids.emplace_back(stories_.id(from), stories_.id(to));
  stories_.close(from);
}

void Arrangement::move_with_copies(ArticleNumber article, StoryNumber story) {
  const StoryNumber from = articles_.story_of(article);
  std::vector<ArticleNumber> reports;
  for (const ArticleNumber report : stories_.reports(from)) {
    if (articles_.holds(report) && (report == article || articles_.at(report).original == article))
      reports.push_back(report);
  }
  move(reports, from, story);
}

// The story with the earlier first report stays.
void Arrangement::merge(StoryNumber a, StoryNumber b) {
  if (stories_.reports(b).front() < stories_.reports(a).front()) std::swap(a, b);
  // What is no longer live cannot be moved by name, but must not keep the story from leading on.
  stories_.forget_gone(b, articles_);
  const auto reports = stories_.reports(b);
  move({reports.begin(), reports.end()}, b, a);
}

StoryNumber Arrangement::open_beside(ArticleNumber article, ArticleNumber because) {
  return stories_.find_or_open(
      story_id(std::string(articles_.at(article).uri_text()) + ' ' + std::string(articles_.at(because).uri_text())));
}

// A neighbour of a new report may fit the story that it made better than its own.
void Arrangement::reconsider(ArticleNumber article, StoryNumber offered) {
  const StoryNumber own = articles_.story_of(article);
  if (own == offered || articles_.at(article).original != article || articles_.at(article).profile.round_up) return;
  const float better = odds(article, offered);
  if (!is_enough(better) || !may_hold(offered, article)) return;
  const auto reports = stories_.reports(own);
  const bool alone = std::all_of(reports.begin(), reports.end(), [&](ArticleNumber report) {
    return articles_.holds(report) && articles_.at(report).original == article;
  });
  const float held = alone ? kEnough : odds(article, own) + kSlack;
  if (better > held) move_with_copies(article, offered);
}

void Arrangement::mend(ArticleNumber article, const std::vector<Chance>& chances,
                       const std::vector<Neighbour>& candidates) {
  const StoryNumber own = articles_.story_of(article);
  for (const Chance& chance : chances) {
    if (chance.story == own || !is_enough(chance.odds)) continue;
    if (is_enough(link(own, chance.story))) {
      merge(own, chance.story);
      break;
    }
  }
  const std::size_t looked_at = std::min(candidates.size(), kMended);
  for (std::size_t i = 0; i < looked_at; ++i) reconsider(candidates[i].article, articles_.story_of(article));
  const StoryNumber story = articles_.story_of(article);
  const std::size_t size = stories_.reports(story).size();
  if (is_due(size)) split(story, article);
}

// Copies and versions stay with their original.
bool Arrangement::is_led(ArticleNumber article) const {
  const ArticleNumber original = articles_.at(article).original;
  return original != article && articles_.holds(original) &&
         articles_.story_of(original) == articles_.story_of(article);
}

void Arrangement::split(StoryNumber story, ArticleNumber because) {
  std::vector<ArticleNumber> sample = stories_.sample(story, articles_.next(), kSplitOn, articles_);
  std::erase_if(sample, [&](ArticleNumber article) {
    return is_led(article) || !can_meet(articles_.at(article).profile, articles_.at(because).profile);
  });
  const std::size_t count = sample.size();
  std::vector<float> links(count * count, 0);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j)
      links[i * count + j] = links[j * count + i] = pair_odds(sample[i], sample[j], {});
  }
  const auto groups = join_by_mean_link(std::move(links), count, kEnough - kSlack);
  if (groups.size() < 2) return;
  // The group of the first report keeps the story; each other one opens a story of its own.
  std::vector<StoryNumber> parts = {story};
  for (std::size_t g = 1; g < groups.size(); ++g) {
    parts.push_back(open_beside(sample[groups[g].front()], because));
    for (const std::size_t i : groups[g]) {
      if (articles_.story_of(sample[i]) == story) move_with_copies(sample[i], parts.back());
    }
  }
  const auto held = stories_.reports(story);
  for (const ArticleNumber report : std::vector<ArticleNumber>(held.begin(), held.end())) {
    if (!articles_.holds(report) || articles_.story_of(report) != story || is_led(report)) continue;
    if (std::find(sample.begin(), sample.end(), report) != sample.end()) continue;
    std::vector<Chance> chances;
    for (const StoryNumber part : parts) chances.push_back({part, odds(report, part)});
    const auto best = std::max_element(chances.begin(), chances.end(),
                                       [](const Chance& a, const Chance& b) { return a.odds < b.odds; });
    if (best->story != story) move_with_copies(report, best->story);
  }
}

}  // namespace dateline::stories

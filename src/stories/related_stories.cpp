#include "stories/related_stories.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

namespace dateline::stories {
namespace {

constexpr double kTellingName = 3;     // from here on a name narrows things down
constexpr double kTellingWord = 2.5;   // "ceasefire", not "year"
constexpr float kProminent = 0.4F;     // share of the reports from which on a name is one of the story's own
constexpr int kLongestReference = 31;  // days; "last year" leads to too much
constexpr int kLongestSilence = 120;   // days after which only a named day leads back
constexpr std::size_t kMostCompared = 64;
constexpr std::size_t kMostWithName = 512;

// What a sentence must weigh, by how it names the other event's time.
constexpr double kEnoughWithDay = 16;
constexpr double kEnoughWithOwnDay = 22;
constexpr double kEnoughWithMonth = 20;
constexpr double kEnoughWithFarMonth = 28;
constexpr double kEnoughWithout = 20;
constexpr int kNearMonths = 180;  // days within which "in April" means one thing

enum class DayMatch {
  kNone,
  kOther,   // The sentence names a day on which nothing of the other story happened.
  kMonth,   // A week or month of the other event.
  kOwnDay,  // The day of the other event, on which by its first sentences the story's own lies as well.
  kDay,
};

bool is_earlier(const StoryDigest& a, const StoryDigest& b) {
  return *a.first_day < *b.first_day;
}

// How the sentence's times stand to the event of `to`. Only days before or after all reports of `from`, whose sentence
// it is, lead elsewhere.
DayMatch match_days(const StoryDigest::Sentence& sentence, const StoryDigest& from, const StoryDigest& to) {
  const bool backward = is_earlier(to, from);
  DayMatch best = DayMatch::kNone;
  for (const DayRange& range : sentence.days) {
    if (range.days() > kLongestReference) continue;
    if (backward ? range.last >= *from.first_day : range.first <= *from.last_day) continue;
    const bool meets = std::any_of(to.event_days.begin(), to.event_days.end(),
                                   [&](const DayRange& day) { return day.overlaps(range); });
    DayMatch match = !meets ? DayMatch::kOther : range.days() <= 3 ? DayMatch::kDay : DayMatch::kMonth;
    const bool own = std::any_of(from.event_days.begin(), from.event_days.end(),
                                 [&](const DayRange& day) { return day.overlaps(range); });
    if (match == DayMatch::kDay && own) match = DayMatch::kOwnDay;
    best = std::max(best, match);
  }
  return best;
}

const StoryDigest::Word* find_word(const StoryDigest& story, TermKey key) {
  const auto at = std::lower_bound(story.words.begin(), story.words.end(), key,
                                   [](const StoryDigest::Word& word, TermKey wanted) { return word.key < wanted; });
  return at != story.words.end() && at->key == key ? &*at : nullptr;
}

const StoryDigest::Name* find_name(const StoryDigest& story, const std::string& key) {
  const auto at =
      std::lower_bound(story.names.begin(), story.names.end(), key,
                       [](const StoryDigest::Name& name, const std::string& wanted) { return name.key < wanted; });
  return at != story.names.end() && at->key == key ? &*at : nullptr;
}

// What a sentence of one story and the beginnings of another one's reports have in common.
struct Common {
  double weight = 0;  // of names and words
  std::size_t name_count = 0;
  std::size_t plain_words = 0;      // telling, no names
  std::size_t own_plain_words = 0;  // of those, the other story's own
};

Common common_of(const StoryDigest::Sentence& sentence, const StoryDigest& from, const StoryDigest& to,
                 const NameUse& use) {
  Common common;
  for (const std::size_t index : sentence.names) {
    const StoryDigest::Name& name = from.names[index];
    const StoryDigest::Name* other = find_name(to, name.key);
    if (other == nullptr || other->share < kProminent) continue;
    const double weight = std::min(telling(name, use), telling(*other, use));
    if (weight < kTellingName) continue;
    ++common.name_count;
  }
  for (const TermKey key : sentence.keys) {
    const StoryDigest::Word* word = find_word(to, key);
    if (word == nullptr) continue;
    const double weight = telling(*word, use) * static_cast<double>(word->share);
    const bool own = find_word(from, key) == nullptr;
    common.weight += weight;
    if (word->name || weight < kTellingWord) continue;
    ++common.plain_words;
    if (own) ++common.own_plain_words;
  }
  return common;
}

struct Evidence {
  news::SentenceRef because;
  bool by_day = false;
  double score = 0;
};

int days_between(const StoryDigest& a, const StoryDigest& b) {
  return std::abs(static_cast<int>((*a.first_day - *b.first_day).count()));
}

// How surely a sentence of `from` speaks of the event of `to`; 0: not surely enough.
double score_of(const DayMatch match, const Common& common, double shared_names, const StoryDigest& from,
                const StoryDigest& to) {
  constexpr double kForDay = 20;  // What names its day is surer than what does not.
  constexpr double kForMonth = 10;
  switch (match) {
    case DayMatch::kDay:
    case DayMatch::kOwnDay: {
      // What happened on one day is not one thing for that. "The carmaker has until 1 June": the day leads there, and
      // who it is stands in the sentences around.
      const double weight = common.weight + shared_names / 2;
      const double enough = match == DayMatch::kDay ? kEnoughWithDay : kEnoughWithOwnDay;
      return weight >= enough && common.name_count + common.plain_words >= 2 ? weight + kForDay : 0;
    }
    case DayMatch::kMonth: {
      // What is announced for a month comes true in too many ways.
      const double enough = days_between(from, to) <= kNearMonths ? kEnoughWithMonth : kEnoughWithFarMonth;
      const bool may = is_earlier(to, from) && common.name_count > 0 && common.plain_words > 0;
      const double weight = common.weight + shared_names / 4;
      return may && weight >= enough ? weight + kForMonth : 0;
    }
    case DayMatch::kNone: {
      // Without a day the sentence must say what the other story is about and its own is not: two floods in one valley
      // have most words in common.
      const bool may = is_earlier(to, from) && days_between(from, to) <= kLongestSilence && common.name_count > 0;
      const bool enough = common.weight >= kEnoughWithout && common.plain_words >= 3 && common.own_plain_words >= 2;
      return may && enough ? common.weight : 0;
    }
    case DayMatch::kOther:
      break;
  }
  return 0;
}

// The weight of the telling names that are both stories' own.
double shared_names_of(const StoryDigest& a, const StoryDigest& b, const NameUse& use) {
  double weight = 0;
  for (const StoryDigest::Name& name : a.names) {
    if (name.share < kProminent) continue;
    const StoryDigest::Name* other = find_name(b, name.key);
    if (other == nullptr || other->share < kProminent) continue;
    if (const double one = telling(name, use); one >= kTellingName) weight += one;
  }
  return weight;
}

// The best sentence of `from` that speaks of the event of `to`.
Evidence find_evidence(const StoryDigest& from, const StoryDigest& to, const NameUse& use) {
  Evidence best;
  const double shared_names = shared_names_of(from, to, use);
  if (shared_names < kTellingName) return best;
  for (const StoryDigest::Sentence& sentence : from.sentences) {
    const DayMatch match = match_days(sentence, from, to);
    if (match == DayMatch::kOther) continue;
    const double score = score_of(match, common_of(sentence, from, to, use), shared_names, from, to);
    if (score > best.score) best = {sentence.ref, match != DayMatch::kNone, score};
  }
  return best;
}

}  // namespace

std::vector<RelatedStory> find_related(const StoryDigest& story, std::span<const StoryDigest* const> candidates,
                                       const NameUse& use) {
  std::vector<RelatedStory> found;
  if (!story.first_day) return found;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const StoryDigest& other = *candidates[i];
    if (other.id == story.id || !other.first_day || *other.first_day == *story.first_day) continue;
    const Evidence own = find_evidence(story, other, use);
    const Evidence others = find_evidence(other, story, use);
    const bool said_by_other = others.score > own.score;
    const Evidence& best = said_by_other ? others : own;
    if (best.score <= 0) continue;
    found.push_back({is_earlier(other, story) ? RelatedStory::When::kEarlier : RelatedStory::When::kLater, i,
                     said_by_other, best.because, best.by_day, best.score});
  }
  std::stable_sort(found.begin(), found.end(), [](const RelatedStory& a, const RelatedStory& b) {
    return a.when != b.when ? a.when < b.when : a.score > b.score;
  });
  std::size_t earlier = 0;
  std::size_t later = 0;
  std::erase_if(found, [&](const RelatedStory& one) {
    return ++(one.when == RelatedStory::When::kEarlier ? earlier : later) > kMostRelated;
  });
  return found;
}

std::vector<std::vector<RelatedStory>> relate_all(std::span<const StoryDigest> stories) {
  const NameUse use = count_use(stories);
  std::map<std::string, std::vector<std::size_t>> with_name;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    for (const StoryDigest::Name& name : stories[i].names) {
      if (telling(name, use) >= kTellingName) with_name[name.key].push_back(i);
    }
  }
  std::vector<std::vector<RelatedStory>> related;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    std::map<std::size_t, double> shared;
    for (const StoryDigest::Name& name : stories[i].names) {
      const auto found = with_name.find(name.key);
      if (found == with_name.end() || found->second.size() > kMostWithName) continue;
      for (const std::size_t other : found->second) shared[other] += telling(name, use);
    }
    shared.erase(i);
    std::vector<std::pair<double, std::size_t>> order;
    for (const auto& [other, weight] : shared) order.emplace_back(-weight, other);
    std::sort(order.begin(), order.end());
    if (order.size() > kMostCompared) order.resize(kMostCompared);
    std::vector<const StoryDigest*> candidates;
    for (const auto& [weight, other] : order) candidates.push_back(&stories[other]);
    related.push_back(find_related(stories[i], candidates, use));
    for (RelatedStory& one : related.back()) one.other = order[one.other].second;
  }
  return related;
}

}  // namespace dateline::stories

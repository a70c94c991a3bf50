#include "stories/pair_odds.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

#include "stories/grouping_settings.h"

namespace dateline::stories {
namespace {

// Keeps logarithms of likenesses near 0 apart from chance.
constexpr float kLeastLikeness = 0.03F;
// The settings were found on articles that find each other. Of two that are less alike than this nothing was learnt,
// and squares of logarithms far below those of the rivals would speak for them.
constexpr float kLeastAlike = 0.1F;
constexpr float kStrangers = -2;
// A rival counts as at least this like, however few there are: what is new to a young stream must not join the one
// report that is a little like it.
constexpr std::array<float, 4> kLeastRivals = {0.16F, 0.13F, 0.1F, 0.08F};
constexpr std::array<std::size_t, 4> kRivalPlaces = {0, 1, 3, 7};

float& at(PairClues& clues, PairClue clue) {
  return clues[static_cast<std::size_t>(clue)];
}

void compare_rivals(const Rivals& left, const Rivals& right, float overall, PairClues& clues) {
  const float own = std::log(overall + kLeastLikeness);
  for (std::size_t i = 0; i < kRivalPlaces.size(); ++i) {
    const float one = std::log(std::max(left.at(kRivalPlaces[i]), kLeastRivals[i]) + kLeastLikeness);
    const float two = std::log(std::max(right.at(kRivalPlaces[i]), kLeastRivals[i]) + kLeastLikeness);
    const std::size_t clue = static_cast<std::size_t>(PairClue::kFirstLeast) + 2 * i;
    clues[clue] = own - std::max(one, two);
    clues[clue + 1] = own - std::min(one, two);
  }
  const float kept = Neighbours::round(overall);
  const auto [better, worse] = std::minmax({left.rank(kept), right.rank(kept)});
  at(clues, PairClue::kBothFirst) = worse == 0 ? 1 : 0;
  at(clues, PairClue::kOneFirst) = better == 0 ? 1 : 0;
  at(clues, PairClue::kBothNear) = worse <= 1 ? 1 : 0;
  at(clues, PairClue::kBothClose) = worse <= 3 ? 1 : 0;
}

void compare_weekdays(unsigned a, unsigned b, PairClues& clues) {
  if (a == 0 || b == 0) return;
  constexpr unsigned kWeek = 0x7F;
  const auto later = [](unsigned days) { return (days << 1 | days >> 6) & kWeek; };
  if ((a & b) != 0) {
    at(clues, PairClue::kSameDay) = 1;
  } else if ((later(a) & b) != 0 || (a & later(b)) != 0) {
    at(clues, PairClue::kNextDay) = 1;
  } else {
    at(clues, PairClue::kOtherDay) = 1;
  }
}

const PairSettings& settings_for(const Question& question) {
  return question.names_a_story() ? kOfStories : kOfPairs;
}

}  // namespace

std::string_view name_of(PairClue clue) {
  static constexpr std::array<std::string_view, kPairClues> kNames = {
      "likeness",
      "words in common",
      "words of the headlines in common",
      "names in common",
      "other words in common",
      "people, organisations and places in common",
      "share of the one that the other has",
      "share of the headline in the other's text, lower",
      "share of the headline in the other's text, higher",
      "three rarest words in common",
      "rare words in common",
      "both name someone",
      "no name in common",
      "length of the shorter",
      "length of the longer",
      "neighbours in common",
      "against the best rival, weaker side",
      "against the best rival, stronger side",
      "against the second rival, weaker side",
      "against the second rival, stronger side",
      "against the fourth rival, weaker side",
      "against the fourth rival, stronger side",
      "against the eighth rival, weaker side",
      "against the eighth rival, stronger side",
      "each the other's nearest",
      "one the other's nearest",
      "each among the other's nearest two",
      "each among the other's nearest four",
      "same day of the week",
      "neighbouring days of the week",
      "other days of the week"};
  return kNames[static_cast<std::size_t>(clue)];
}

PairClues measure(ArticleNumber a, ArticleNumber b, const Question& question, const LiveArticles& articles) {
  const LiveArticle& one = articles.at(a);
  const LiveArticle& two = articles.at(b);
  const Likeness likeness = compare(one.profile, one.lengths, two.profile, two.lengths);
  constexpr float kTens = 0.1F;  // keeps sums of rarities in the range of the other clues
  PairClues clues{};
  const float overall = likeness.overall();
  at(clues, PairClue::kOverall) = std::log(overall + kLeastLikeness);
  at(clues, PairClue::kWords) = likeness.words;
  at(clues, PairClue::kHead) = likeness.head;
  at(clues, PairClue::kNames) = likeness.names;
  at(clues, PairClue::kPlain) = likeness.plain;
  at(clues, PairClue::kEntities) = likeness.entities;
  at(clues, PairClue::kContained) = likeness.contained;
  at(clues, PairClue::kHeadLeast) = likeness.head_least;
  at(clues, PairClue::kHeadMost) = likeness.head_most;
  at(clues, PairClue::kTelling) = likeness.telling * kTens;
  at(clues, PairClue::kRareCommon) = std::log1p(likeness.rare_common * kTens);
  at(clues, PairClue::kNamed) = likeness.both_named ? 1 : 0;
  at(clues, PairClue::kStrangers) = likeness.strangers ? 1 : 0;
  const auto [shorter, longer] = std::minmax(one.profile.log_words, two.profile.log_words);
  at(clues, PairClue::kShorter) = shorter;
  at(clues, PairClue::kLonger) = longer;
  compare_rivals(Rivals(a, b, question, articles), Rivals(b, a, question, articles), overall, clues);
  at(clues, PairClue::kShared) = shared_neighbours(one.neighbours, two.neighbours);
  compare_weekdays(one.profile.weekdays, two.profile.weekdays, clues);
  return clues;
}

float log_odds(const PairClues& clues, const Question& question) {
  static const float kLeast = std::log(kLeastAlike + kLeastLikeness);
  const PairSettings& settings = settings_for(question);
  float sum = settings.bias;
  for (std::size_t i = 0; i < kPairClues; ++i) sum += settings.weights[i] * clues[i];
  for (std::size_t i = 0; i < kPairProducts.size(); ++i) {
    sum += settings.products[i] * clues[kPairProducts[i].one] * clues[kPairProducts[i].two];
  }
  if (clues[static_cast<std::size_t>(PairClue::kOverall)] < kLeast) sum = std::min(sum, kStrangers);
  return std::clamp(sum, -kMostOdds, kMostOdds);
}

float odds_of_days(const Profile& a, const Profile& b) {
  if (!a.day || !b.day) return 0;
  // Most reports of an event appear within three days; strangers that share words lie anywhere in the fortnight.
  constexpr float kSameDay = 0.6F;
  constexpr float kForEachDay = -0.12F;
  return kSameDay + kForEachDay * static_cast<float>(std::abs((*a.day - *b.day).count()));
}

PairClues points_of(const PairClues& clues, const Question& question) {
  const PairSettings& settings = settings_for(question);
  PairClues points{};
  for (std::size_t i = 0; i < kPairClues; ++i) points[i] = settings.weights[i] * clues[i];
  for (std::size_t i = 0; i < kPairProducts.size(); ++i) {
    const auto [one, two] = kPairProducts[i];
    const float half = settings.products[i] * clues[one] * clues[two] / 2;
    points[one] += half;
    points[two] += half;
  }
  return points;
}

}  // namespace dateline::stories

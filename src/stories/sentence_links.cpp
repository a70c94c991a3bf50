#include "stories/sentence_links.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace dateline::stories {
namespace {

// The wording from which two sentences are looked at: below it hardly any say the same (docs/stories.md).
constexpr float kLeastWording = -2.0F;
constexpr float kSayingWeight = 0.3F;
constexpr float kThing = 0.3F;  // a word tells less than that of something that happens: it is a thing
constexpr std::size_t kLeads = 2;
constexpr std::size_t kMostNumbers = 3;

float ratio(float part, float whole) {
  return whole > 0 ? part / whole : 0;
}

template <typename Item>
bool have_common(const std::vector<Item>& a, const std::vector<Item>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const Item& item) { return std::binary_search(b.begin(), b.end(), item); });
}

template <typename Item>
float agreement(const std::vector<Item>& a, const std::vector<Item>& b) {
  if (a.empty() || b.empty()) return 0;
  return have_common(a, b) ? 1 : -1;
}

}  // namespace

const std::array<std::string_view, kLinkClues> kLinkClueNames = {"core of both",
                                                                 "core of longer",
                                                                 "core most",
                                                                 "centre of both",
                                                                 "centre of longer",
                                                                 "centre most",
                                                                 "event of both",
                                                                 "known of both",
                                                                 "known most",
                                                                 "rare of both",
                                                                 "plain common",
                                                                 "plain of shorter",
                                                                 "rare event of both",
                                                                 "rare event of shorter",
                                                                 "object of both",
                                                                 "object of longer",
                                                                 "share",
                                                                 "both say",
                                                                 "both quote",
                                                                 "depth",
                                                                 "earlier",
                                                                 "both lead",
                                                                 "one leads",
                                                                 "both count",
                                                                 "same day",
                                                                 "same number",
                                                                 "fewest words",
                                                                 "both titles",
                                                                 "one title",
                                                                 "shorter report",
                                                                 "longer report",
                                                                 "wording"};

SentenceLinks::SentenceLinks(std::span<const Statement> statements, std::span<const std::size_t> chosen,
                             const StoryWords& words, std::span<const std::size_t> lengths,
                             std::span<const std::size_t> voices)
    : statements_(statements), voice_count_(std::unordered_set<std::size_t>(voices.begin(), voices.end()).size()) {
  weigh_words(chosen, words, voices);
  std::vector<std::size_t> next(weights_.size() + 1, 0);
  for (const std::uint32_t word : words_) ++next[word + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  first_posting_ = next;
  postings_.resize(words_.size());
  for (std::size_t i = 0; i < sides_.size(); ++i) {
    Side& side = sides_[i];
    const news::SentenceRef& ref = side.statement->ref;
    side.place = ratio(static_cast<float>(ref.sentence), static_cast<float>(lengths[ref.article]));
    side.depth = std::log1p(static_cast<float>(ref.sentence));
    side.length = std::log1p(static_cast<float>(lengths[ref.article]));
    for (std::size_t k = side.first_word; k < side.first_word + side.words; ++k) {
      const Weights& weights = weights_[words_[k]];
      for (std::size_t w = 0; w < weights.size(); ++w) side.total[w] += weights[w];
      postings_[next[words_[k]]++] = static_cast<std::uint32_t>(i);
    }
  }
  common_.resize(sides_.size());
}

// Numbers the words of the chosen statements and weighs each.
void SentenceLinks::weigh_words(std::span<const std::size_t> chosen, const StoryWords& words,
                                std::span<const std::size_t> voices) {
  struct Use {
    float event = 0;
    std::uint32_t places = 0;
    std::uint32_t statements = 0;
    std::vector<std::size_t> voices{};
    bool says = false;
  };
  std::unordered_map<TermKey, std::uint32_t> numbers;
  std::vector<TermKey> keys;
  std::vector<Use> uses;
  for (const std::size_t index : chosen) {
    const Statement& statement = statements_[index];
    sides_.push_back({&statement, {}, 0, 0, 0, words_.size(), statement.keys.size()});
    for (const TermKey key : statement.keys) {
      const auto [number, added] = numbers.emplace(key, static_cast<std::uint32_t>(keys.size()));
      if (added) {
        keys.push_back(key);
        uses.emplace_back();
      }
      Use& use = uses[number->second];
      const std::size_t voice = voices[statement.ref.article];
      if (std::find(use.voices.begin(), use.voices.end(), voice) == use.voices.end()) use.voices.push_back(voice);
      ++use.statements;
      words_.push_back(number->second);
    }
    for (const PlacedWord& word : statement.words) {
      Use& use = uses[numbers.at(word.key)];
      use.event += word.event;
      ++use.places;
      use.says = use.says || word.says;
    }
  }
  weights_.resize(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Use& use = uses[i];
    const float event = use.event / static_cast<float>(use.places);
    // The share of the other voices that have it.
    const float known =
        voice_count_ < 2 ? 0 : static_cast<float>(use.voices.size() - 1) / static_cast<float>(voice_count_ - 1);
    const float rare = words.usual(keys[i]);
    const bool name = words.is_name(keys[i]);
    Weights& weights = weights_[i];
    weights[kOne] = 1;
    weights[kCore] = event * (0.1F + known);
    weights[kCentre] = event * (0.03F + known * known);
    weights[kEvent] = event * (use.says ? kSayingWeight : 1);
    weights[kKnown] = rare * (0.1F + known);
    weights[kRare] = rare;
    weights[kPlain] = name ? 0 : rare;
    weights[kRareEvent] = event * rare;
    const double with = use.statements;
    const double telling = std::log(1 + (static_cast<double>(chosen.size()) - with + 0.5) / (with + 0.5));
    weights[kTelling] = static_cast<float>(telling * telling);
    weights[kObject] = name || event >= kThing ? 0 : rare;
  }
}

void SentenceLinks::pairs_of(std::size_t i, std::size_t end, std::vector<Pair>& out) {
  out.clear();
  met_.clear();
  const Side& side = sides_[i];
  for (std::size_t k = side.first_word; k < side.first_word + side.words; ++k) {
    const Weights& weights = weights_[words_[k]];
    for (std::size_t p = first_posting_[words_[k]]; p < first_posting_[words_[k] + 1]; ++p) {
      const std::uint32_t other = postings_[p];
      if (other >= end) break;
      Weights& common = common_[other];
      if (common[kOne] == 0) met_.push_back(other);
      for (std::size_t w = 0; w < weights.size(); ++w) common[w] += weights[w];
    }
  }
  std::sort(met_.begin(), met_.end());
  for (const std::uint32_t other : met_) {
    const Side& second = sides_[other];
    if (side.statement->ref.article != second.statement->ref.article) {
      const float wording = wording_of(side, second, common_[other]);
      if (wording >= kLeastWording) out.push_back({other, clues_of(side, second, common_[other], wording)});
    }
    common_[other] = {};
  }
}

LinkClues SentenceLinks::clues_of(const Side& a, const Side& b, const Weights& common, float wording) {
  const auto of_both = [&](Weight w) { return ratio(common[w], a.total[w] + b.total[w] - common[w]); };
  const auto most = [&](Weight w) { return std::max(a.total[w], b.total[w]); };
  const auto of_longer = [&](Weight w) { return ratio(common[w], most(w)); };
  const auto of_shorter = [&](Weight w) { return ratio(common[w], std::min(a.total[w], b.total[w])); };
  const Statement& left = *a.statement;
  const Statement& right = *b.statement;
  const bool lead = left.ref.sentence < kLeads;
  const bool other_lead = right.ref.sentence < kLeads;
  const std::size_t numbers = std::min({left.numbers.size(), right.numbers.size(), kMostNumbers});
  // In order of LinkClue.
  return {of_both(kCore),
          of_longer(kCore),
          most(kCore),
          of_both(kCentre),
          of_longer(kCentre),
          most(kCentre),
          of_both(kEvent),
          of_both(kKnown),
          most(kKnown),
          of_both(kRare),
          common[kPlain],
          of_shorter(kPlain),
          of_both(kRareEvent),
          of_shorter(kRareEvent),
          of_both(kObject),
          of_longer(kObject),
          of_both(kOne),
          left.says && right.says ? 1.0F : 0.0F,
          std::min(left.quoted, right.quoted),
          std::max(a.depth, b.depth),
          std::min(a.place, b.place),
          lead && other_lead ? 1.0F : 0.0F,
          lead || other_lead ? 1.0F : 0.0F,
          static_cast<float>(numbers),
          agreement(left.days, right.days),
          agreement(left.numbers, right.numbers),
          std::log1p(std::min(a.total[kOne], b.total[kOne])),
          left.title && right.title ? 1.0F : 0.0F,
          left.title || right.title ? 1.0F : 0.0F,
          std::min(a.length, b.length),
          std::max(a.length, b.length),
          wording};
}

// A logistic regression over shares of common words and the places in the reports, fitted to the same stories as the
// trees. It knows nothing of what happened, and so does not lean on how one set of stories is told.
float SentenceLinks::wording_of(const Side& a, const Side& b, const Weights& common) {
  const auto of_both = [&](Weight w) { return ratio(common[w], a.total[w] + b.total[w] - common[w]); };
  const float longer = std::max(a.total[kRare], b.total[kRare]);
  const float shorter = std::min(a.total[kRare], b.total[kRare]);
  const float leads = (a.statement->ref.sentence < kLeads ? 1.0F : 0.0F) + (b.statement->ref.sentence < kLeads ? 1 : 0);
  return 1.17F * ratio(common[kTelling], std::sqrt(a.total[kTelling] * b.total[kTelling])) + 3.96F * of_both(kOne) -
         0.89F * of_both(kRare) + 1.5F * of_both(kPlain) + 0.19F * ratio(shorter, longer) +
         0.84F * ratio(common[kRare], shorter) - 0.09F * ratio(common[kRare], longer) + 0.28F * leads -
         0.19F * std::abs(a.place - b.place) - 0.12F * std::min(a.depth, b.depth) - 2.65F;
}

LinkScale SentenceLinks::scale() {
  LinkScale scale;
  scale.voices = voice_count_;
  std::array<double, kLinkClues> sums{};
  std::array<double, kLinkClues> squares{};
  std::vector<Pair> pairs;
  const std::size_t step = (size() + kScaleRows - 1) / kScaleRows;
  for (std::size_t i = 0; i < size(); i += step) {
    pairs_of(i, size(), pairs);
    for (const Pair& pair : pairs) {
      for (std::size_t c = 0; c < kLinkClues; ++c) {
        const double clue = static_cast<double>(pair.clues[c]);
        sums[c] += clue;
        squares[c] += clue * clue;
      }
    }
    scale.pairs += pairs.size();
  }
  if (scale.pairs == 0) return scale;
  const double count = static_cast<double>(scale.pairs);
  for (std::size_t c = 0; c < kLinkClues; ++c) {
    const double mean = sums[c] / count;
    scale.mean[c] = static_cast<float>(mean);
    scale.deviation[c] = static_cast<float>(std::sqrt(std::max(0.0, squares[c] / count - mean * mean)));
  }
  return scale;
}

}  // namespace dateline::stories

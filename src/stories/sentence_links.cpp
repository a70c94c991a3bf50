#include "stories/sentence_links.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dateline::stories {
namespace {

constexpr LinkClues kWeights = {1.17F, 3.96F, -0.89F, 1.5F, 0.19F, 0.84F, -0.09F, 0.28F, -0.19F, -0.12F};
constexpr float kBias = -2.65F;

float& at(LinkClues& clues, LinkClue clue) {
  return clues[static_cast<std::size_t>(clue)];
}

float ratio(float part, float whole) {
  return whole > 0 ? part / whole : 0;
}

}  // namespace

SentenceLinks::SentenceLinks(std::span<const Statement> statements, const StoryWords& words,
                             std::span<const std::size_t> lengths)
    : statements_(statements), words_(words), lengths_(lengths) {
  for (const Statement& statement : statements) {
    float usual = 0;
    float squares = 0;
    for (const TermKey key : statement.keys) {
      usual += words.usual(key);
      squares += words.telling(key) * words.telling(key);
    }
    usual_.push_back(usual);
    telling_.push_back(std::sqrt(squares));
  }
}

LinkClues SentenceLinks::clues(std::size_t a, std::size_t b) const {
  const std::vector<TermKey>& left = statements_[a].keys;
  const std::vector<TermKey>& right = statements_[b].keys;
  float common = 0;
  float common_usual = 0;
  float common_telling = 0;
  float plain_common = 0;
  float plain_all = 0;
  const auto count_plain = [&](TermKey key, float& sum) { sum += words_.is_name(key) ? 0 : words_.usual(key); };
  for (std::size_t i = 0, j = 0; i < left.size() || j < right.size();) {
    if (j == right.size() || (i < left.size() && left[i] < right[j])) {
      count_plain(left[i++], plain_all);
    } else if (i == left.size() || right[j] < left[i]) {
      count_plain(right[j++], plain_all);
    } else {
      common += 1;
      common_usual += words_.usual(left[i]);
      common_telling += words_.telling(left[i]) * words_.telling(left[i]);
      count_plain(left[i], plain_common);
      count_plain(left[i], plain_all);
      ++i;
      ++j;
    }
  }
  const news::SentenceRef& first = statements_[a].ref;
  const news::SentenceRef& second = statements_[b].ref;
  const auto place = [this](const news::SentenceRef& ref) {
    return ratio(static_cast<float>(ref.sentence), static_cast<float>(lengths_[ref.article]));
  };
  LinkClues clues{};
  at(clues, LinkClue::kTelling) = ratio(common_telling, telling_[a] * telling_[b]);
  at(clues, LinkClue::kShare) = ratio(common, static_cast<float>(left.size() + right.size()) - common);
  at(clues, LinkClue::kRareShare) = ratio(common_usual, usual_[a] + usual_[b] - common_usual);
  at(clues, LinkClue::kPlainShare) = ratio(plain_common, plain_all);
  at(clues, LinkClue::kLength) = ratio(std::min(usual_[a], usual_[b]), std::max(usual_[a], usual_[b]));
  at(clues, LinkClue::kOfShorter) = ratio(common_usual, std::min(usual_[a], usual_[b]));
  at(clues, LinkClue::kOfLonger) = ratio(common_usual, std::max(usual_[a], usual_[b]));
  at(clues, LinkClue::kLeads) = static_cast<float>((first.sentence < 2 ? 1 : 0) + (second.sentence < 2 ? 1 : 0));
  at(clues, LinkClue::kApart) = std::abs(place(first) - place(second));
  at(clues, LinkClue::kDepth) = std::log(1 + static_cast<float>(std::min(first.sentence, second.sentence)));
  return clues;
}

float SentenceLinks::log_odds(std::size_t a, std::size_t b) const {
  const LinkClues seen = clues(a, b);
  float sum = kBias;
  for (std::size_t i = 0; i < seen.size(); ++i) sum += kWeights[i] * seen[i];
  return sum;
}

std::vector<std::vector<std::size_t>> join_by_mean_link(std::vector<float> links, std::size_t count, float least) {
  std::vector<std::vector<std::size_t>> groups(count);
  std::vector<std::size_t> nearest(count, 0);
  const auto link = [&](std::size_t a, std::size_t b) -> float& { return links[a * count + b]; };
  const auto alive = [&](std::size_t i) { return !groups[i].empty(); };
  const auto find_nearest = [&](std::size_t i) {
    nearest[i] = i;
    for (std::size_t j = 0; j < count; ++j) {
      if (j != i && alive(j) && (nearest[i] == i || link(i, j) > link(i, nearest[i]))) nearest[i] = j;
    }
  };
  for (std::size_t i = 0; i < count; ++i) groups[i] = {i};
  for (std::size_t i = 0; i < count; ++i) find_nearest(i);
  for (;;) {
    std::size_t best = count;
    for (std::size_t i = 0; i < count; ++i) {
      if (!alive(i) || nearest[i] == i) continue;
      if (best == count || link(i, nearest[i]) > link(best, nearest[best])) best = i;
    }
    if (best == count || link(best, nearest[best]) < least) break;
    const std::size_t into = std::min(best, nearest[best]);
    const std::size_t from = std::max(best, nearest[best]);
    const float first = static_cast<float>(groups[into].size());
    const float second = static_cast<float>(groups[from].size());
    groups[into].insert(groups[into].end(), groups[from].begin(), groups[from].end());
    groups[from].clear();
    for (std::size_t j = 0; j < count; ++j) {
      if (j == into || !alive(j)) continue;
      link(into, j) = link(j, into) = (first * link(into, j) + second * link(from, j)) / (first + second);
    }
    for (std::size_t j = 0; j < count; ++j) {
      if (!alive(j)) continue;
      if (j == into || nearest[j] == into || nearest[j] == from) {
        find_nearest(j);
      } else if (link(j, into) > link(j, nearest[j])) {
        nearest[j] = into;
      }
    }
  }
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  for (auto& group : groups) std::sort(group.begin(), group.end());
  return groups;
}

}  // namespace dateline::stories

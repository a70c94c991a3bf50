// annotate/name_viterbi.h -- the best sequence of name labels for a stretch of words.
#pragma once

#include <array>
#include <limits>
#include <vector>

#include "annotate/name_labels.h"

namespace dateline::annotate {

/// What a word speaks for, label by label.
using NameScores = std::array<std::int32_t, kNameLabels>;

/// The labels of greatest sum of `scores` and transitions that form whole names, one a word. `transition(label, next)`
/// gives the weight of one right behind the other; before and behind the stretch stands kOutside. Viterbi 1967.
template <typename Transition>
void best_labels(const std::vector<NameScores>& scores, const Transition& transition, std::vector<NameLabel>& labels) {
  constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 2;
  labels.assign(scores.size(), kOutside);
  if (scores.empty()) return;
  std::vector<std::array<NameLabel, kNameLabels>> back(scores.size());
  NameScores best{};
  best.fill(kNever);
  best[kOutside] = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    NameScores next{};
    for (std::size_t to = 0; to < kNameLabels; ++to) {
      std::int32_t top = kNever;
      NameLabel from_top = kOutside;
      for (std::size_t from = 0; from < kNameLabels; ++from) {
        const auto label = static_cast<NameLabel>(from);
        if (!may_follow(label, static_cast<NameLabel>(to)) || best[from] <= kNever) continue;
        const std::int32_t sum = best[from] + transition(label, static_cast<NameLabel>(to));
        if (sum > top) {
          top = sum;
          from_top = label;
        }
      }
      next[to] = top <= kNever ? kNever : top + scores[i][to];
      back[i][to] = from_top;
    }
    best = next;
  }
  NameLabel label = kOutside;
  std::int32_t top = kNever;
  for (std::size_t last = 0; last < kNameLabels; ++last) {
    const auto candidate = static_cast<NameLabel>(last);
    if (ends_name(candidate) && best[last] > top) {
      top = best[last];
      label = candidate;
    }
  }
  for (std::size_t i = scores.size(); i-- > 0;) {
    labels[i] = label;
    label = back[i][label];
  }
}

}  // namespace dateline::annotate

#include "name_chain.h"

#include <algorithm>
#include <cmath>
#include <iostream>

namespace dateline::tools {
namespace {

using annotate::kNameLabels;
using annotate::NameLabel;

constexpr std::size_t kRounds = 12;
constexpr float kRate = 0.1f;
constexpr double kDecay = 1e-4;
// Percent of features left out each time, so that none is relied upon alone: what a text of another kind shows is often
// just some of them.
constexpr unsigned kDropped = 65;
// All features count when the model is used, and so each for less.
constexpr float kShare = 0.4f;

void scale(std::array<double, kNameLabels>& row) {
  double sum = 0;
  for (const double value : row) sum += value;
  for (double& value : row) value /= sum;
}

}  // namespace

void NameChain::fit(const std::vector<NameExample>& examples) {
  std::vector<std::uint32_t> order(examples.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[dice_() % i]);
    double loss = 0;
    std::size_t words = 0;
    for (const std::uint32_t index : order) {
      drop_features(examples[index]);
      spread_potentials();
      pass_forward();
      pass_backward();
      learn_transitions(examples[index]);
      loss += learn_words(examples[index]);
      words += examples[index].labels.size();
    }
    std::cerr << "round " << round + 1 << ": loss " << loss / static_cast<double>(words) << " a word\n";
  }
  for (Weights& weights : weights_) {
    for (float& weight : weights) weight *= kShare;
  }
}

void NameChain::drop_features(const NameExample& example) {
  kept_.resize(example.features.size());
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    kept_[i].clear();
    for (const std::uint32_t feature : example.features[i]) {
      if (dice_() % 100 >= kDropped) kept_[i].push_back(feature);
    }
  }
}

// exp of sums and transitions; each word's greatest sum is taken off, which changes no marginal.
void NameChain::spread_potentials() {
  for (std::size_t pair = 0; pair < factors_.size(); ++pair) {
    const auto from = static_cast<NameLabel>(pair / kNameLabels);
    const auto to = static_cast<NameLabel>(pair % kNameLabels);
    factors_[pair] = annotate::may_follow(from, to) ? std::exp(static_cast<double>(transitions_[pair])) : 0;
  }
  potentials_.assign(kept_.size(), {});
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    Weights sums{};
    for (const std::uint32_t feature : kept_[i]) {
      for (std::size_t label = 0; label < kNameLabels; ++label) sums[label] += weights_[feature][label];
    }
    const float top = *std::max_element(sums.begin(), sums.end());
    for (std::size_t label = 0; label < kNameLabels; ++label) {
      potentials_[i][label] = std::exp(static_cast<double>(sums[label] - top));
    }
  }
}

// Sums over all sequences up to a word, and from it on (Rabiner 1989), scaled at each word.
void NameChain::pass_forward() {
  forward_.assign(potentials_.size(), {});
  for (std::size_t i = 0; i < forward_.size(); ++i) {
    for (std::size_t to = 0; to < kNameLabels; ++to) {
      double sum = i == 0 ? factors_[to] : 0;
      for (std::size_t from = 0; i > 0 && from < kNameLabels; ++from) {
        sum += forward_[i - 1][from] * factors_[from * kNameLabels + to];
      }
      forward_[i][to] = sum * potentials_[i][to];
    }
    scale(forward_[i]);
  }
}

void NameChain::pass_backward() {
  backward_.assign(potentials_.size(), {});
  for (std::size_t i = backward_.size(); i-- > 0;) {
    const bool last = i + 1 == backward_.size();
    for (std::size_t from = 0; from < kNameLabels; ++from) {
      double sum = last && annotate::ends_name(static_cast<NameLabel>(from)) ? 1 : 0;
      for (std::size_t to = 0; !last && to < kNameLabels; ++to) {
        sum += factors_[from * kNameLabels + to] * potentials_[i + 1][to] * backward_[i + 1][to];
      }
      backward_[i][from] = sum;
    }
    scale(backward_[i]);
  }
}

void NameChain::descend(float& weight, float& squares, double gradient) {
  if (gradient == 0) return;
  squares += static_cast<float>(gradient * gradient);
  weight -= kRate * static_cast<float>(gradient) / std::sqrt(squares + 1e-6f);
}

void NameChain::learn_transitions(const NameExample& example) {
  for (std::size_t i = 0; i + 1 < forward_.size(); ++i) {
    std::array<double, kNameLabels * kNameLabels> pairs{};
    double all = 0;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      pairs[pair] = forward_[i][pair / kNameLabels] * factors_[pair] * potentials_[i + 1][pair % kNameLabels] *
                    backward_[i + 1][pair % kNameLabels];
      all += pairs[pair];
    }
    const std::size_t right = example.labels[i] * kNameLabels + example.labels[i + 1];
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      if (factors_[pair] <= 0) continue;
      descend(transitions_[pair], transition_squares_[pair], pairs[pair] / all - (pair == right ? 1 : 0));
    }
  }
}

// Returns the example's loss: minus the logarithms of its labels' probabilities.
double NameChain::learn_words(const NameExample& example) {
  double loss = 0;
  for (std::size_t i = 0; i < forward_.size(); ++i) {
    Row marginals{};
    for (std::size_t label = 0; label < kNameLabels; ++label)
      marginals[label] = forward_[i][label] * backward_[i][label];
    scale(marginals);
    loss -= std::log(std::max(1e-12, marginals[example.labels[i]]));
    marginals[example.labels[i]] -= 1;
    for (const std::uint32_t feature : kept_[i]) {
      for (std::size_t label = 0; label < kNameLabels; ++label) {
        float& weight = weights_[feature][label];
        descend(weight, squares_[feature][label], marginals[label] + kDecay * weight);
      }
    }
  }
  return loss;
}

}  // namespace dateline::tools

// name_chain.h -- a linear chain over name labels (CRF; Lafferty et al. 2001), fitted by stochastic gradients with
// AdaGrad.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <vector>

#include "annotate/name_labels.h"

namespace dateline::tools {

/// A stretch of words: the numbers of each word's features, and its right label.
struct NameExample {
  std::vector<std::vector<std::uint32_t>> features;
  std::vector<annotate::NameLabel> labels;
};

/// Deterministic: the order of the examples and the features left out come from a fixed seed.
class NameChain {
 public:
  using Weights = std::array<float, annotate::kNameLabels>;
  using Transitions = std::array<float, annotate::kNameLabels * annotate::kNameLabels>;

  explicit NameChain(std::size_t features) : weights_(features), squares_(features) {}

  /// Goes over `examples` kRounds times, and tells each round's loss on standard error.
  void fit(const std::vector<NameExample>& examples);

  const Weights& weights(std::size_t feature) const { return weights_[feature]; }
  const Transitions& transitions() const { return transitions_; }

 private:
  using Row = std::array<double, annotate::kNameLabels>;

  void drop_features(const NameExample& example);
  void spread_potentials();
  void pass_forward();
  void pass_backward();
  double learn_words(const NameExample& example);
  void learn_transitions(const NameExample& example);
  static void descend(float& weight, float& squares, double gradient);

  std::vector<Weights> weights_;
  std::vector<Weights> squares_;  // Of gradients, summed.
  Transitions transitions_{};
  Transitions transition_squares_{};
  std::mt19937 dice_{7};

  // Of the example at hand.
  std::vector<std::vector<std::uint32_t>> kept_;                                 // Features that count this time.
  std::array<double, annotate::kNameLabels * annotate::kNameLabels> factors_{};  // exp of transitions; 0: never.
  std::vector<Row> potentials_;
  std::vector<Row> forward_;
  std::vector<Row> backward_;
};

}  // namespace dateline::tools

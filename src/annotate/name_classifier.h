// annotate/name_classifier.h -- what kind of name a candidate is, if any.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "annotate/name_features.h"
#include "news/article.h"

namespace dateline::annotate {

/// A linear classifier over numbered features: the class with the greatest sum of weights wins.
/// Trained as an averaged perceptron (Freund and Schapire 1999) by tools/data/train_name_weights.py.
///
/// Threads: any, once built.
class NameClassifier {
 public:
  /// `weights`: lines "group value none person organisation place other", tabs between, whole numbers; lines that are
  /// not so are skipped.
  explicit NameClassifier(std::string_view weights);

  /// The kind of name, or nothing when the candidate is none.
  std::optional<news::EntityType> classify(const std::vector<Feature>& features) const;

 private:
  static constexpr std::size_t kClasses = 5;
  std::vector<std::array<std::int32_t, kClasses>> weights_;
};

}  // namespace dateline::annotate

// annotate/name_features.h -- what can be seen of a candidate name, as numbered features for the classifier.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/name_spans.h"

namespace dateline::annotate {

/// A feature is a group and what was seen there: group 3 "first word in the lists of people's names", value 2 "rare".
/// Both are below kFeatureRange. Groups and values are numbered in name_features.cpp; a change there needs new weights
/// (tools/data/train_name_weights.py).
struct Feature {
  std::uint8_t group = 0;
  std::uint8_t value = 0;
};
inline constexpr std::size_t kFeatureRange = 64;

/// The features of `span`, each group at most once.
std::vector<Feature> name_features(const Document& document, const Gazetteer& gazetteer, const NameSpan& span);

}  // namespace dateline::annotate

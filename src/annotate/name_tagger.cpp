#include "annotate/name_tagger.h"

#include "annotate/name_sights.h"
#include "annotate/name_viterbi.h"

namespace dateline::annotate {

std::vector<NameLabel> tag_names(const Document& document, const Gazetteer& gazetteer, const NameModel& model) {
  std::vector<NameLabel> labels(document.words().size(), kOutside);
  if (model.empty()) return labels;
  const NameSights sights(document, gazetteer, model);
  NameFeatures features;
  std::vector<NameScores> scores;
  std::vector<NameLabel> best;
  for (const NameStretch& stretch : sights.stretches()) {
    scores.clear();
    for (std::size_t i = stretch.first; i < stretch.end; ++i) {
      sights.features_of(i, features);
      NameModel::Sums sums{};
      for (const std::uint64_t feature : features) model.add(feature, sums);
      NameScores& score = scores.emplace_back();
      for (std::size_t label = 0; label < kNameLabels; ++label) score[label] = sums[label];
    }
    best_labels(
        scores, [&model](NameLabel label, NameLabel next) { return model.transition(label, next); }, best);
    for (std::size_t i = 0; i < best.size(); ++i) labels[stretch.first + i] = best[i];
  }
  return labels;
}

}  // namespace dateline::annotate

#include "annotate/name_classifier.h"

#include "base/strings.h"

namespace dateline::annotate {

NameClassifier::NameClassifier(std::string_view weights) : weights_(kFeatureRange * kFeatureRange) {
  for (const std::string_view line : base::split(weights, '\n')) {
    const std::vector<std::string_view> cells = base::split(line, '\t');
    if (cells.size() != 2 + kClasses) continue;
    const auto group = base::parse_integer(cells[0]);
    const auto value = base::parse_integer(cells[1]);
    const auto range = static_cast<std::int64_t>(kFeatureRange);
    if (!group || !value || *group < 0 || *value < 0 || *group >= range || *value >= range) continue;
    auto& row = weights_[static_cast<std::size_t>(*group * range + *value)];
    for (std::size_t i = 0; i < kClasses; ++i) {
      row[i] = static_cast<std::int32_t>(base::parse_integer(cells[2 + i]).value_or(0));
    }
  }
}

std::optional<news::EntityType> NameClassifier::classify(const std::vector<Feature>& features) const {
  std::array<std::int64_t, kClasses> sums{};
  for (const Feature& feature : features) {
    const auto& row = weights_[feature.group * kFeatureRange + feature.value];
    for (std::size_t i = 0; i < kClasses; ++i) sums[i] += row[i];
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < kClasses; ++i) {
    if (sums[i] > sums[best]) best = i;
  }
  if (best == 0) return std::nullopt;
  constexpr std::array<news::EntityType, kClasses> kTypes = {news::EntityType::kOther, news::EntityType::kPerson,
                                                             news::EntityType::kOrganisation, news::EntityType::kPlace,
                                                             news::EntityType::kOther};
  return kTypes[best];
}

}  // namespace dateline::annotate

// annotate/name_labels.h -- what a word is in a name: its first, an inner, its last or its only word, by type.
#pragma once

#include <cstddef>
#include <cstdint>

#include "news/article.h"

namespace dateline::annotate {

/// 0: outside of names; then, for each EntityType in its order, first, inner, last, only (BILOU; Ratinov and Roth
/// 2009).
using NameLabel = std::uint8_t;
inline constexpr NameLabel kOutside = 0;
inline constexpr std::size_t kNameTypes = 4;
inline constexpr std::size_t kNameLabels = 1 + 4 * kNameTypes;

enum class NamePart : std::uint8_t { kFirst, kInner, kLast, kOnly };

constexpr NameLabel label_of(news::EntityType type, NamePart part) {
  return static_cast<NameLabel>(1 + 4 * static_cast<std::size_t>(type) + static_cast<std::size_t>(part));
}
/// REQUIRES: label != kOutside
constexpr news::EntityType type_of(NameLabel label) {
  return static_cast<news::EntityType>((label - 1) / 4);
}
constexpr NamePart part_of(NameLabel label) {
  return static_cast<NamePart>((label - 1) % 4);
}
constexpr bool ends_name(NameLabel label) {
  return label == kOutside || part_of(label) == NamePart::kLast || part_of(label) == NamePart::kOnly;
}
constexpr bool begins_name(NameLabel label) {
  return label == kOutside || part_of(label) == NamePart::kFirst || part_of(label) == NamePart::kOnly;
}
/// Whether `next` may stand right behind `label`.
constexpr bool may_follow(NameLabel label, NameLabel next) {
  if (ends_name(label) || begins_name(next)) return ends_name(label) && begins_name(next);
  return type_of(label) == type_of(next);
}

}  // namespace dateline::annotate

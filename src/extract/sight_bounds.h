// extract/sight_bounds.h -- what the values of the sights of text_evidence.h stand for.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "extract/text_evidence.h"

namespace dateline::extract {

// Lower bounds of the values of sights that count or measure: value i means at least the i-th bound, counted from one;
// 0 means less than all.
inline constexpr std::array<double, 9> kWordBounds{2, 3, 5, 9, 14, 20, 30, 45, 70};
inline constexpr std::array<double, 5> kSmallWordBounds{0.01, 0.25, 0.45, 0.6, 0.75};
inline constexpr std::array<double, 9> kScoreBounds{-2.5, -1.2, -0.6, 0, 0.5, 1, 1.7, 2.5, 3.3};
inline constexpr std::array<double, 4> kCountBounds{1, 2, 3, 4};
inline constexpr std::array<double, 6> kMassBounds{0.5, 2, 4, 8, 14, 22};
inline constexpr std::array<double, 5> kShareBounds{0, 0.3, 0.6, 0.85, 0.97};
inline constexpr std::array<double, 5> kTextBounds{1, 2, 4, 8, 16};
inline constexpr double kNeverPassed = 1e6;  ///< Lines since something that was never passed.
inline constexpr std::array<double, 7> kDistanceBounds{1, 2, 3, 5, 9, 20, kNeverPassed};
inline constexpr std::array<double, 8> kSharedBounds{0, 0.01, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8};

/// The bounds of `sight`; of one that lists instead of measuring, those of a count.
constexpr std::span<const double> bounds_of(Sight sight) {
  switch (sight) {
    case Sight::kWords:
      return kWordBounds;
    case Sight::kSmallWords:
      return kSmallWordBounds;
    case Sight::kScore:
      return kScoreBounds;
    case Sight::kMassBefore:
    case Sight::kMassAfter:
      return kMassBounds;
    case Sight::kShareBefore:
    case Sight::kShareAfter:
      return kShareBounds;
    case Sight::kTextBefore:
    case Sight::kTextBelow:
      return kTextBounds;
    case Sight::kSinceComments:
    case Sight::kSinceRelated:
    case Sight::kSinceHead:
      return kDistanceBounds;
    case Sight::kShared:
      return kSharedBounds;
    default:
      return kCountBounds;
  }
}

/// The values of Sight::kMark.
inline constexpr std::array<std::string_view, 21> kMarks{"begins with a quotation",
                                                         "begins in lower case",
                                                         "list item",
                                                         "address",
                                                         "telephone",
                                                         "price",
                                                         "repeated text",
                                                         "repeated label",
                                                         "dateline",
                                                         "capitals",
                                                         "digit first",
                                                         "name, place",
                                                         "a name",
                                                         "byline",
                                                         "date",
                                                         "desk",
                                                         "separator",
                                                         "question",
                                                         "exclamation",
                                                         "in brackets",
                                                         "template"};

}  // namespace dateline::extract

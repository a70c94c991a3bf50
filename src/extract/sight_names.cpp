#include <array>
#include <span>
#include <string>

#include <fmt/format.h>

#include "extract/line_kinds.h"
#include "extract/sight_bounds.h"
#include "extract/text_evidence.h"
#include "extract/wording.h"

namespace dateline::extract {
namespace {

constexpr std::array<std::string_view, kSights> kNames{"always",
                                                       "kind",
                                                       "words",
                                                       "small words",
                                                       "stops",
                                                       "mark",
                                                       "score",
                                                       "whole wording",
                                                       "start wording, short line",
                                                       "start wording, long line",
                                                       "wording, short line",
                                                       "wording, middling line",
                                                       "wording, long line",
                                                       "kind before",
                                                       "kind after",
                                                       "kind two before",
                                                       "kind two after",
                                                       "sentences before",
                                                       "sentences after",
                                                       "mass before",
                                                       "mass after",
                                                       "share of text before",
                                                       "share of text after",
                                                       "notices before",
                                                       "notices after",
                                                       "teasers",
                                                       "text before",
                                                       "text below",
                                                       "since comments",
                                                       "since related",
                                                       "since head",
                                                       "place",
                                                       "shared words",
                                                       "shared words at place"};

constexpr std::array<std::string_view, 9> kPlaces{"in the densest run", "one above it",  "few above it",
                                                  "some above it",      "far above it",  "one below it",
                                                  "few below it",       "some below it", "far below it"};

// The value of a sight that counts or measures: "9 or more", "less than 2".
std::string measured(std::span<const double> bounds, std::size_t value) {
  if (value == 0) return fmt::format("less than {}", bounds.front());
  if (value > bounds.size()) return fmt::format("value {}", value);
  return fmt::format("{} or more", bounds[value - 1]);
}

template <std::size_t N>
std::string listed(const std::array<std::string_view, N>& names, std::size_t value) {
  return value < N ? std::string(names[value]) : fmt::format("value {}", value);
}

std::string value_name(Sight sight, std::size_t value) {
  switch (sight) {
    case Sight::kKind:
    case Sight::kKindBefore:
    case Sight::kKindAfter:
    case Sight::kKindTwoBefore:
    case Sight::kKindTwoAfter:
      return value < kLineKinds ? std::string(name_of(static_cast<LineKind>(value))) : fmt::format("value {}", value);
    case Sight::kMark:
      return listed(kMarks, value);
    case Sight::kWholeWording:
    case Sight::kStartWordingShort:
    case Sight::kStartWordingLong:
    case Sight::kWordingShort:
    case Sight::kWordingMiddling:
    case Sight::kWordingLong:
      return value < kWordings ? names_of_wordings(Wordings{1} << value).front() : fmt::format("value {}", value);
    case Sight::kPlace:
      return listed(kPlaces, value);
    case Sight::kTeasers:
      return fmt::format("{} of 8 around a {}", value % 10, value < 10 ? "sentence" : "label");
    case Sight::kSharedAtPlace:
      return fmt::format("{}, {}",
                         value < 8    ? "inside"
                         : value < 16 ? "above"
                                      : "below",
                         measured(kSharedBounds, value % 8 + 1));
    default:
      return measured(bounds_of(sight), value);
  }
}

}  // namespace

std::string_view name_of(Sight sight) {
  return kNames[static_cast<std::size_t>(sight)];
}

std::string name_of(Evidence evidence) {
  if (evidence.sight == Sight::kAlways) return std::string(name_of(evidence.sight));
  return fmt::format("{}: {}", name_of(evidence.sight), value_name(evidence.sight, evidence.value));
}

}  // namespace dateline::extract

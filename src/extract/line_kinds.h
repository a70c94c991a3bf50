// extract/line_kinds.h -- what a line of a plain-text capture looks like, in a word.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/line_features.h"

namespace dateline::extract {

/// In the order in which they are asked for: a line is the first that fits.
enum class LineKind : std::uint8_t {
  kNone,  ///< Before the first line and after the last.
  kNotice,
  kCommentsLabel,
  kRelatedLabel,
  kRightsNotice,
  kTool,
  kByline,
  kDate,
  kContact,
  kPictureCredit,
  kLongSentence,
  kShortSentence,
  kCut,
  kColon,
  kOpenText,
  kTitle,
  kLabel,
  kCapitals,
  kNumbers,
  kMenu,
};
inline constexpr std::size_t kLineKinds = 20;

/// What one line is by itself.
struct LineLook {
  LineKind kind = LineKind::kNone;
  bool furniture = false;  ///< is_furniture()
  bool byline = false;
  bool date = false;
  bool contact = false;  ///< Names reporter or desk.
  bool capitals = false;
};

/// Looks at `line`, whose features are `features`. Linear in its length.
LineLook look_of(std::string_view line, const LineFeatures& features);

/// "long sentence", for people.
std::string_view name_of(LineKind kind);

}  // namespace dateline::extract

#include "extract/line_kinds.h"

#include <array>

#include "base/strings.h"
#include "extract/bylines.h"
#include "text/dates.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kHeadWords = 16;     // Bylines and dates are no longer,
constexpr std::size_t kContactWords = 40;  // desk lines of agencies are.

bool in_capitals(std::string_view text) {
  std::size_t upper = 0;
  for (char c : text) {
    if (base::is_ascii_lower(c)) return false;
    upper += base::is_ascii_upper(c) ? 1 : 0;
  }
  return upper >= 4;
}

// What wording, byline and date say; kNone when the line's shape must tell.
LineKind kind_by_wording(const LineFeatures& f, const LineLook& look) {
  const WordingHits& w = f.wording;
  if (((w.whole | w.start) & kComments) != 0) return LineKind::kCommentsLabel;
  if (((w.whole | w.start) & kRelated) != 0 && f.words <= kContactWords) return LineKind::kRelatedLabel;
  if (look.furniture && (w.all() & kRights) != 0) return LineKind::kRightsNotice;
  if (look.furniture && (w.all() & (kShare | kTool)) != 0) return LineKind::kTool;
  if (look.contact || (w.start & kContact) != 0) return LineKind::kContact;
  if (look.furniture) return LineKind::kNotice;
  if (look.byline) return LineKind::kByline;
  if (look.date) return LineKind::kDate;
  return (w.any & kMedia) != 0 && f.words < 60 ? LineKind::kPictureCredit : LineKind::kNone;
}

LineKind kind_by_shape(const LineFeatures& f, bool capitals) {
  if (f.separators >= 2 && f.separators * 8 >= f.words) return LineKind::kMenu;
  if (f.ends_cut) return LineKind::kCut;
  if (f.ends_sentence) return f.words >= 12 ? LineKind::kLongSentence : LineKind::kShortSentence;
  if (f.ends_colon) return LineKind::kColon;
  if (f.digits * 2 > f.letters) return LineKind::kNumbers;
  if (f.words >= 14) return LineKind::kOpenText;
  if (capitals) return LineKind::kCapitals;
  return f.words >= 3 ? LineKind::kTitle : LineKind::kLabel;
}

}  // namespace

LineLook look_of(std::string_view line, const LineFeatures& features) {
  LineLook look;
  look.furniture = is_furniture(features);
  if (features.words <= kHeadWords) {
    look.byline = parse_byline(line).has_value();
    look.date = features.digits > 0 && text::find_written_date(line, "").has_value();
  }
  look.contact = features.words <= kContactWords && parse_contact_line(line).has_value();
  look.capitals = in_capitals(line);
  look.kind = kind_by_wording(features, look);
  if (look.kind == LineKind::kNone) look.kind = kind_by_shape(features, look.capitals);
  return look;
}

std::string_view name_of(LineKind kind) {
  static constexpr std::array<std::string_view, kLineKinds> kNames{
      "none",      "notice",  "comments label", "related label", "rights notice",  "tool",    "byline",
      "date",      "contact", "picture credit", "long sentence", "short sentence", "cut off", "colon",
      "open text", "title",   "label",          "capitals",      "numbers",        "menu"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace dateline::extract

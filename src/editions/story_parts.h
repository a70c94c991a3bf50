// editions/story_parts.h -- the pieces of fill_story. Inside this room only.
#pragma once

#include <string>

#include "editions/story_page.h"

namespace dateline::editions {

/// Fills "story_parts.html": what all say, several say, where they differ, what one says, quotes.
void fill_parts(const MarkedBrief& marked, const PageLinks& links, Values values);

/// Fills "story_aside.html": timeline, who reports what, earlier and later stories, reports, who appears with whom,
/// names.
void fill_aside(const MarkedBrief& marked, const PageLinks& links, Values values);

/// Pictures are this wide in their own units, which is the width of the column they stand in, in pixels.
inline constexpr double kPictureWidth = 288;
/// A coordinate for SVG: "12.5".
std::string picture_number(double value);

/// The parts of the same that have a picture. Nothing where there is too little for one.
void fill_timeline(const MarkedBrief& marked, const PageLinks& links, Values values);
void fill_matrix(const MarkedBrief& marked, Values values);
void fill_company(const MarkedBrief& marked, Values values);

}  // namespace dateline::editions

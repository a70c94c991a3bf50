// editions/story_parts.h -- the pieces of fill_story. Inside this room only.
#pragma once

#include "editions/story_page.h"

namespace dateline::editions {

/// Fills "story_parts.html": what all say, several say, where they differ, what one says, quotes.
void fill_parts(const MarkedBrief& marked, const PageLinks& links, Values values);

/// Fills "story_aside.html": timeline, who says what, reports, names.
void fill_aside(const MarkedBrief& marked, const PageLinks& links, Values values);

}  // namespace dateline::editions

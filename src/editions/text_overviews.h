// editions/text_overviews.h -- the overviews of a story on a terminal: timeline, who reports what, who appears with
// whom, earlier and later stories. Inside this room only.
#pragma once

#include <cstddef>
#include <string>

#include "editions/sections.h"
#include "editions/terminal.h"

namespace dateline::editions {

inline constexpr std::size_t kIndent = 2;

/// "Bl ¶2"
std::string place_mark(const MarkedBrief& marked, const ShownSentence& sentence);

/// Each puts a blank line, its heading and its rows; nothing where there is nothing to tell.
void put_timeline(const MarkedBrief& marked, Terminal& terminal);
void put_matrix(const MarkedBrief& marked, Terminal& terminal);
void put_company(const StoryBrief& brief, Terminal& terminal);
void put_related(const MarkedBrief& marked, Terminal& terminal);

}  // namespace dateline::editions

// editions/brief_render.h -- a brief as terminal text, as JSON (the contract in docs/json.md) and as a page.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/json_fwd.h"
#include "editions/brief.h"

namespace dateline::editions {

struct TerminalStyle {
  std::size_t width_columns = 80;  ///< Lines are wrapped here, at 100 at most, at 40 at least.
  bool colours = false;            ///< ANSI SGR; never needed to understand.
  bool ascii = false;              ///< For locales that are not UTF-8: marks are transliterated.
};

std::string render_text(std::span<const StoryBrief> briefs, const TerminalStyle& style);

/// {"stories": […]}
base::JsonObject render_json(std::span<const StoryBrief> briefs);

/// One self-contained page: no script, no font, no picture from elsewhere.
std::string render_html(std::span<const StoryBrief> briefs);

}  // namespace dateline::editions

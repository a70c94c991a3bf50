// app/explain_text.h -- why each block of a capture was kept or dropped, as text for a terminal.
#pragma once

#include <string>

#include "base/result.h"
#include "editions/brief_render.h"
#include "extract/explanation.h"
#include "news/article.h"

namespace dateline::app {

/// The capture `id`: what its article is called, how much of it was kept, then block by block a sign (+ kept, -
/// dropped), the reason and what it rests on, and the beginning of the block. Of `article` an error is shown in place
/// of the head.
std::string explain_text(const std::string& id, const base::Result<news::Article>& article,
                         const extract::Explanation& explanation, const editions::TerminalStyle& style);

}  // namespace dateline::app

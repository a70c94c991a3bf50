// annotate/tense.h -- whether the words around a time speak of what was or of what is to come.
#pragma once

#include <cstddef>

#include "annotate/document.h"
#include "annotate/time_expression.h"

namespace dateline::annotate {

/// The direction of the words [first, end): the nearest verb form or signal before them in the sentence decides, then
/// the nearest behind them. "agreed to hold talks in January", "begins in January" and "a strike for Friday" are to
/// come, "said on Saturday" is past. Looks at most 24 words either way.
Direction direction_at(const Document& document, std::size_t first, std::size_t end);

}  // namespace dateline::annotate

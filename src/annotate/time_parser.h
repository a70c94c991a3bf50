// annotate/time_parser.h -- finds the times in a document's words.
#pragma once

#include <vector>

#include "annotate/document.h"
#include "annotate/time_expression.h"

namespace dateline::annotate {

/// The times of `document`, in order, without overlaps; English. Hand-written patterns over words, each of bounded
/// length, so that the time is linear. Extents and types follow the TimeML 1.2.1 annotation guidelines: "late January",
/// "the last six months" and "almost a decade" are one expression, prepositions are not part of it.
std::vector<TimeExpression> find_times(const Document& document);

}  // namespace dateline::annotate

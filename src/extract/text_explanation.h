// extract/text_explanation.h -- why each line of a plain-text capture was kept or dropped.
#pragma once

#include <vector>

#include "extract/explanation.h"
#include "extract/text_report.h"

namespace dateline::extract {

/// One entry for each of `lines`, whose roles mark_report() has set: where the model that ships puts the line, and the
/// three things seen that weighed most.
Explanation explain_lines(const std::vector<Line>& lines);

}  // namespace dateline::extract

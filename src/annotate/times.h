// annotate/times.h -- the times of an article.
#pragma once

#include <optional>
#include <vector>

#include "annotate/document.h"
#include "annotate/time_expression.h"
#include "base/clock.h"
#include "news/article.h"

namespace dateline::annotate {

/// Fills article.times from `expressions`, held against `day`, or, where they count from it ("the next day", "a year
/// earlier"), against the time told before them, at most three sentences back.
void build_times(const Document& document, const std::vector<TimeExpression>& expressions, std::optional<base::Day> day,
                 news::Article& article);

}  // namespace dateline::annotate

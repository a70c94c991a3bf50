// extract/text_head.h -- what stands around the report of a plain-text capture: headline, byline, day.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/text_report.h"
#include "news/article.h"

namespace dateline::extract {

/// Index of the line above `run` that is the report's headline; nothing when none looks like one. Bylines, dates, decks
/// and furniture may stand between; a menu or another report ends the search.
std::optional<std::size_t> find_headline(const std::vector<Line>& lines, const Run& run);

/// Sets byline and authors from the lines around the report: a byline above it, else a contact line below it.
void read_byline(const std::vector<Line>& lines, const Run& run, news::Article& article);

/// Sets published (stated) and modified from date lines near the report.
void read_dates(const std::vector<Line>& lines, const Run& run, news::Article& article);

}  // namespace dateline::extract

// extract/text_report.h -- which lines of a plain-text capture are the report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/line_features.h"
#include "news/article.h"

namespace dateline::extract {

/// What a line of a capture is.
enum class LineRole { kFurniture, kParagraph, kSubhead, kListItem, kQuotation, kCaption };

/// What a line that is kept becomes.
news::ParagraphKind kind_of(LineRole role);

struct Line {
  std::string text;  ///< Trimmed, never empty; of a hard-wrapped text, the lines of a paragraph joined.
  LineFeatures features;
  bool bullet = false;  ///< A list's mark or number stood before it.
  double score = 0;     ///< report_score()
  LineRole role = LineRole::kFurniture;
};

/// The lines of `utf8` that are not blank. Where the text is broken at a fixed width, lines whose follower's first word
/// would not have fitted are joined with it.
std::vector<Line> read_lines(std::string_view utf8);

/// The report within a list of lines or blocks: [first, last).
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  double score = 0;
  bool empty() const { return first == last; }
};

/// Where running text is densest: the run of greatest sum of scores, where a negative line inside costs less than it
/// would weigh alone, an interruption may cost seven at most, and a comment section is never crossed (maximum-sum
/// segment: Bentley, "Programming Pearls", column 8; one pass).
Run best_run(const std::vector<Line>& lines);

class LineModel;

/// Finds the report by `model` and sets every line's role. Returns its run, from the first line of the report to the
/// last; empty when no line reads like one.
Run mark_report(std::vector<Line>& lines, const LineModel& model);

/// The same by the model that ships.
Run mark_report(std::vector<Line>& lines);

}  // namespace dateline::extract

#include "extract/text_explanation.h"

#include <fmt/format.h>

#include <string>

#include "extract/line_model.h"
#include "extract/text_evidence.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kShownReasons = 3;

std::string words_for(const Line& line, LineState state) {
  if (line.role != LineRole::kFurniture)
    return state == LineState::kReport ? "of the report" : "text within the report";
  if (is_furniture(line.features)) return "worded like a notice or tool";
  switch (state) {
    case LineState::kBefore:
      return "above the report";
    case LineState::kInside:
      return "between paragraphs, and no part of the report";
    case LineState::kAfter:
      return "below the report";
    case LineState::kReport:
      break;
  }
  return "among the report, and does not read like it";
}

std::string weights_of(const std::vector<Reason>& reasons) {
  std::string line;
  for (const Reason& reason : reasons) {
    line += fmt::format("{}{} {:+.1f}", line.empty() ? "" : ", ", reason.what, reason.weight);
  }
  return line;
}

}  // namespace

Explanation explain_lines(const std::vector<Line>& lines) {
  const auto seen = gather_evidence(lines, best_run(lines));
  const std::vector<LineState> states = line_model().states(seen);
  Explanation explanation;
  explanation.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    explanation.push_back({lines[i].text, lines[i].role != LineRole::kFurniture, kind_of(lines[i].role),
                           words_for(lines[i], states[i]),
                           weights_of(line_model().reasons(seen[i], states[i], kShownReasons))});
  }
  return explanation;
}

}  // namespace dateline::extract

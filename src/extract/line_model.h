// extract/line_model.h -- which lines of a plain-text capture are the report, from what is seen of each.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text_evidence.h"

namespace dateline::extract {

/// Where a line stands. A capture reads: lines before, the report with notices inside it, lines after.
enum class LineState : std::uint8_t { kBefore, kReport, kInside, kAfter };
inline constexpr std::size_t kLineStates = 4;

/// True when a line in state `to` may follow one in state `from`.
bool may_follow(LineState from, LineState to);

/// "before", "report", "inside", "after": as the table of weights has it.
std::string_view name_of(LineState state);

/// One thing that was seen of a line, and how much it speaks for the report (positive) or against it.
struct Reason {
  std::string what;  ///< "kind before: byline"
  double weight = 0;
};

/// A linear chain over the lines: each thing seen has a weight for each state, each step from state to state has one,
/// and the chain of states with the greatest sum wins. The weights are those of a conditional random field (Lafferty,
/// McCallum and Pereira 2001), fitted by tools/data/train_line_weights.cpp.
///
/// Threads: any, once built.
class LineModel {
 public:
  /// `table`: rows "sight, value, weights of before, report, inside, after" and "then, from, to, weight", tabs between,
  /// whole thousandths; rows that are not so are skipped.
  explicit LineModel(std::string_view table);

  /// The likeliest states of the lines, at least one of them kReport; empty for no lines. Linear (Viterbi 1967).
  std::vector<LineState> states(const std::vector<std::vector<Evidence>>& lines) const;

  /// What spoke most for or against a line's being in the report, where it was given `state`: the `limit` greatest
  /// weights of kReport, less those of `state` (of kInside when that is kReport), greatest first.
  std::vector<Reason> reasons(const std::vector<Evidence>& line, LineState state, std::size_t limit) const;

 private:
  using Weights = std::array<double, kLineStates>;

  const Weights& weights_of(Evidence evidence) const;
  Weights sum_of(const std::vector<Evidence>& line) const;

  std::vector<Weights> lines_;
  std::array<Weights, kLineStates> steps_{};
};

/// The model that ships (data/line-weights.tsv).
const LineModel& line_model();

}  // namespace dateline::extract

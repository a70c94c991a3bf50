#include "extract/line_model.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/embedded.h"
#include "base/strings.h"

DATELINE_EMBEDDED(line_weights_data, line_weights_tsv)

namespace dateline::extract {
namespace {

constexpr double kUnit = 1000;  // The table holds thousandths.
constexpr double kNever = -1e12;
constexpr std::array<std::string_view, kLineStates> kStateNames{"before", "report", "inside", "after"};

std::optional<std::size_t> state_from_name(std::string_view name) {
  const auto* const found = std::find(kStateNames.begin(), kStateNames.end(), name);
  if (found == kStateNames.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kStateNames.begin());
}

std::optional<std::size_t> sight_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kSights; ++i) {
    if (name_of(static_cast<Sight>(i)) == name) return i;
  }
  return std::nullopt;
}

double weight_from(std::string_view cell) {
  return static_cast<double>(base::parse_integer(cell).value_or(0)) / kUnit;
}

std::size_t index_of(std::size_t sight, std::size_t value) {
  return sight * kSightValues + value;
}

}  // namespace

bool may_follow(LineState from, LineState to) {
  switch (from) {
    case LineState::kBefore:
      return to == LineState::kBefore || to == LineState::kReport;
    case LineState::kReport:
      return to != LineState::kBefore;
    case LineState::kInside:
      return to == LineState::kReport || to == LineState::kInside;
    case LineState::kAfter:
      return to == LineState::kAfter;
  }
  return false;
}

std::string_view name_of(LineState state) {
  return kStateNames[static_cast<std::size_t>(state)];
}

LineModel::LineModel(std::string_view table) : lines_(kSights * kSightValues) {
  for (const std::string_view row : base::split(table, '\n')) {
    const std::vector<std::string_view> cells = base::split(row, '\t');
    if (cells.size() == 4 && cells[0] == "then") {
      const auto from = state_from_name(cells[1]);
      const auto to = state_from_name(cells[2]);
      if (from && to) steps_[*from][*to] = weight_from(cells[3]);
    } else if (cells.size() == 2 + kLineStates) {
      const auto sight = sight_from_name(cells[0]);
      const auto value = base::parse_integer(cells[1]);
      if (!sight || !value || *value < 0 || *value >= static_cast<std::int64_t>(kSightValues)) continue;
      Weights& weights = lines_[index_of(*sight, static_cast<std::size_t>(*value))];
      for (std::size_t s = 0; s < kLineStates; ++s) weights[s] = weight_from(cells[2 + s]);
    }
  }
}

const LineModel::Weights& LineModel::weights_of(Evidence evidence) const {
  return lines_[index_of(static_cast<std::size_t>(evidence.sight), evidence.value)];
}

LineModel::Weights LineModel::sum_of(const std::vector<Evidence>& line) const {
  Weights sum{};
  for (const Evidence evidence : line) {
    const Weights& weights = weights_of(evidence);
    for (std::size_t s = 0; s < kLineStates; ++s) sum[s] += weights[s];
  }
  return sum;
}

std::vector<LineState> LineModel::states(const std::vector<std::vector<Evidence>>& lines) const {
  std::vector<LineState> states(lines.size());
  if (lines.empty()) return states;
  const Weights first = sum_of(lines[0]);
  Weights best{first[0], first[1], kNever, kNever};
  std::vector<std::array<std::uint8_t, kLineStates>> came_from(lines.size());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Weights here = sum_of(lines[i]);
    Weights next;
    next.fill(kNever);
    for (std::size_t to = 0; to < kLineStates; ++to) {
      for (std::size_t from = 0; from < kLineStates; ++from) {
        if (!may_follow(static_cast<LineState>(from), static_cast<LineState>(to))) continue;
        const double sum = best[from] + steps_[from][to] + here[to];
        if (sum <= next[to]) continue;
        next[to] = sum;
        came_from[i][to] = static_cast<std::uint8_t>(from);
      }
    }
    best = next;
  }
  // A capture ends with its report or after it, for there is one.
  LineState state = best[1] >= best[3] ? LineState::kReport : LineState::kAfter;
  for (std::size_t i = lines.size(); i-- > 0;) {
    states[i] = state;
    state = static_cast<LineState>(came_from[i][static_cast<std::size_t>(state)]);
  }
  return states;
}

std::vector<Reason> LineModel::reasons(const std::vector<Evidence>& line, LineState state, std::size_t limit) const {
  const auto other = static_cast<std::size_t>(state == LineState::kReport ? LineState::kInside : state);
  std::vector<std::pair<double, Evidence>> weighed;
  for (const Evidence evidence : line) {
    const Weights& weights = weights_of(evidence);
    weighed.emplace_back(weights[static_cast<std::size_t>(LineState::kReport)] - weights[other], evidence);
  }
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const auto& a, const auto& b) { return std::fabs(a.first) > std::fabs(b.first); });
  weighed.resize(std::min(limit, weighed.size()));
  std::vector<Reason> reasons;
  for (const auto& [weight, evidence] : weighed) reasons.push_back({name_of(evidence), weight});
  return reasons;
}

const LineModel& line_model() {
  static const LineModel model(line_weights_data());
  return model;
}

}  // namespace dateline::extract

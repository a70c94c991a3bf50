#include "editions/outlet_matrix.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/counted.h"

namespace dateline::editions {
namespace {

std::set<std::size_t> outlets_in(const MarkedBrief& marked, const ShownFact& fact) {
  std::set<std::size_t> outlets;
  for (const ShownSentence& sentence : fact.sentences) outlets.insert(marked.marks[sentence.article].outlet_number);
  return outlets;
}

struct Candidate {
  const ShownFact* fact = nullptr;
  std::set<std::size_t> outlets;
  std::size_t voices = 0;
};

std::vector<Candidate> candidates_of(const MarkedBrief& marked, const std::vector<ShownFact>& facts) {
  std::vector<Candidate> candidates;
  for (const ShownFact& fact : facts) {
    // A single statement that stands under the quotes is still one.
    if (fact.repeated && fact.kind != news::FactKind::kSingle) continue;
    candidates.push_back({&fact, outlets_in(marked, fact), count_voices(marked.brief->voices, fact.sentences)});
  }
  return candidates;
}

// The single statements that fit, by turns of the outlets, in the order of the outlets.
std::vector<Candidate> single_by_turns(std::vector<Candidate> singles, std::size_t room) {
  std::map<std::size_t, std::vector<Candidate>> by_outlet;
  for (Candidate& one : singles) by_outlet[*one.outlets.begin()].push_back(std::move(one));
  std::map<std::size_t, std::size_t> taken;
  bool any = true;
  for (std::size_t turn = 0; any && room > 0; ++turn) {
    any = false;
    for (const auto& [outlet, of_outlet] : by_outlet) {
      if (turn >= of_outlet.size() || room == 0) continue;
      ++taken[outlet];
      --room;
      any = true;
    }
  }
  std::vector<Candidate> kept;
  for (auto& [outlet, of_outlet] : by_outlet) {
    for (std::size_t i = 0; i < taken[outlet]; ++i) kept.push_back(std::move(of_outlet[i]));
  }
  return kept;
}

Says says_of(const Candidate& column, std::size_t outlet) {
  if (!column.outlets.contains(outlet)) return Says::kNot;
  if (column.fact->kind == news::FactKind::kDiffering) return Says::kDiffering;
  return column.fact->kind == news::FactKind::kShared ? Says::kAgreed : Says::kAlone;
}

// The first report of each outlet. Those that say most come first, and of those that print one text the one that says
// most comes before all that tell nothing new.
std::vector<std::size_t> outlets_by_weight(const MarkedBrief& marked, const std::vector<Candidate>& columns) {
  std::vector<std::pair<std::size_t, std::size_t>> order;  // Statements that the outlet does not say, first report.
  std::set<std::size_t> met;
  for (std::size_t i = 0; i < marked.marks.size(); ++i) {
    const std::size_t outlet = marked.marks[i].outlet_number;
    if (!met.insert(outlet).second) continue;
    const auto silent = std::count_if(columns.begin(), columns.end(),
                                      [&](const Candidate& one) { return !one.outlets.contains(outlet); });
    order.emplace_back(silent, i);
  }
  std::sort(order.begin(), order.end());
  std::set<std::size_t> heard;
  std::stable_partition(order.begin(), order.end(),
                        [&](const auto& one) { return heard.insert(marked.brief->voices[one.second]).second; });
  std::vector<std::size_t> reports;
  for (const auto& [silent, report] : order) reports.push_back(report);
  return reports;
}

}  // namespace

std::string OutletMatrix::what_is_left_out() const {
  if (left_out_outlets == 0 && left_out_facts == 0) return "";
  std::string words = "The picture leaves out ";
  if (left_out_outlets > 0) words += base::counted(left_out_outlets, "outlet");
  if (left_out_outlets > 0 && left_out_facts > 0) words += " and ";
  if (left_out_facts > 0) words += base::counted(left_out_facts, "statement");
  return words + ".";
}

OutletMatrix outlet_matrix(const MarkedBrief& marked, std::size_t most_outlets, std::size_t most_facts) {
  const StoryBrief& brief = *marked.brief;
  std::vector<Candidate> columns = candidates_of(marked, brief.shared);
  std::stable_sort(columns.begin(), columns.end(),
                   [](const Candidate& a, const Candidate& b) { return a.voices > b.voices; });
  for (Candidate& one : candidates_of(marked, brief.differing)) columns.push_back(std::move(one));
  const std::size_t total = columns.size() + brief.single.size();
  if (columns.size() > most_facts) columns.resize(most_facts);
  for (Candidate& one : single_by_turns(candidates_of(marked, brief.single), most_facts - columns.size())) {
    columns.push_back(std::move(one));
  }

  const std::vector<std::size_t> outlets = outlets_by_weight(marked, columns);
  OutletMatrix matrix;
  matrix.left_out_facts = total - columns.size();
  matrix.left_out_outlets = outlets.size() - std::min(outlets.size(), most_outlets);
  for (const Candidate& column : columns) matrix.facts.push_back(column.fact);
  std::vector<std::size_t> reports(outlets.begin(),
                                   outlets.end() - static_cast<std::ptrdiff_t>(matrix.left_out_outlets));
  std::sort(reports.begin(), reports.end());
  for (const std::size_t report : reports) {
    OutletMatrix::Row row{report, {}};
    for (const Candidate& column : columns) row.cells.push_back(says_of(column, marked.marks[report].outlet_number));
    matrix.rows.push_back(std::move(row));
  }
  return matrix;
}

}  // namespace dateline::editions

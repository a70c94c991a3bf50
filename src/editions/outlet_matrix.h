// editions/outlet_matrix.h -- who reports what: outlets by statements.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "editions/sections.h"

namespace dateline::editions {

/// What an outlet has to do with a statement.
enum class Says {
  kNot,        ///< Does not say it.
  kAgreed,     ///< Says it, as others do.
  kDiffering,  ///< Says it with another number, day, place or name than others.
  kAlone,      ///< Nobody else says it, but for those who print the same text.
};

struct OutletMatrix {
  struct Row {
    std::size_t report = 0;   ///< The outlet's first, an index into the story's reports.
    std::vector<Says> cells;  ///< One for each of `facts`.
  };
  std::vector<Row> rows;  ///< Outlets in the order of their first reports.
  /// Statements: shared ones, those of most voices first, then differing ones, then single ones, outlet by outlet.
  std::vector<const ShownFact*> facts;
  std::size_t left_out_outlets = 0;
  std::size_t left_out_facts = 0;

  /// A matrix needs two outlets and two statements to tell anything.
  bool tells() const { return rows.size() >= 2 && facts.size() >= 2; }
  /// "The picture leaves out 2 outlets and 14 statements."; empty when it holds everything.
  std::string what_is_left_out() const;
};

/// At most so many rows and columns: outlets that say most stay, one of each voice before any further one, and of
/// single statements as many of each outlet. Borrows from `marked`. Of facts whose words stand elsewhere
/// (ShownFact::repeated) only single ones count.
OutletMatrix outlet_matrix(const MarkedBrief& marked, std::size_t most_outlets, std::size_t most_facts);

}  // namespace dateline::editions

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/counted.h"
#include "editions/excerpt.h"
#include "editions/outlet_matrix.h"
#include "editions/story_parts.h"

namespace dateline::editions {
namespace {

constexpr double kCompanyRowHeight = 22;
constexpr std::size_t kMostOutlets = 12;
constexpr std::size_t kMostFacts = 32;
constexpr std::size_t kExcerptColumns = 90;

void fill_key(std::string_view kind, std::string_view path, std::string_view words, Values values) {
  Values key = values.add("KEY");
  key.set("KEY_CLASS", kind);
  key.set("KEY_PATH", path);
  key.set("KEY_WORDS", words);
}

// The outlets that say a statement, in words: "Bloomberg, Business Standard", with ": they differ" where they do; "only
// Bloomberg"; "one text: Bloomberg, Business Standard".
std::string who_says(const MarkedBrief& marked, const OutletMatrix& matrix, std::size_t column) {
  std::string who;
  std::size_t outlets = 0;
  for (const OutletMatrix::Row& row : matrix.rows) {
    if (row.cells[column] == Says::kNot) continue;
    ++outlets;
    who += (who.empty() ? "" : ", ") + marked.marks[row.report].outlet;
  }
  const auto is = [&](Says says) {
    return std::any_of(matrix.rows.begin(), matrix.rows.end(),
                       [&](const OutletMatrix::Row& row) { return row.cells[column] == says; });
  };
  if (is(Says::kDiffering)) return who + ": they differ";
  if (is(Says::kAlone)) return (outlets > 1 ? "one text: " : "only ") + who;
  return who;
}

void fill_cell(Says says, double left, double width, double top, Values row) {
  switch (says) {
    case Says::kNot:
      return;
    case Says::kAgreed: {
      Values cell = row.add("AGREED");
      cell.set("X", picture_number(left));
      cell.set("Y", picture_number(top));
      cell.set("W", picture_number(width - 1));
      return;
    }
    case Says::kDiffering: {
      Values cell = row.add("DIFFERING");
      cell.set("X", picture_number(left + (width - 1) / 2));
      cell.set("Y", picture_number(top));
      cell.set("W", picture_number((width - 1) / 2));
      return;
    }
    case Says::kAlone: {
      Values cell = row.add("ALONE");
      cell.set("X", picture_number(left + 1));
      cell.set("Y", picture_number(top + 2));
      cell.set("W", picture_number(width - 3));
      return;
    }
  }
}

constexpr double kMatrixLeft = 30;
constexpr double kMatrixRowHeight = 23;

void fill_outlet(const ReportMark& mark, const OutletMatrix::Row& outlet, double top, double width, Values row) {
  const double middle = top + kMatrixRowHeight / 2;
  row.set("HUE", mark.mark.hue);
  row.set("LETTERS", mark.mark.letters);
  row.set("MIDDLE", picture_number(middle));
  row.set("LETTERS_Y", picture_number(middle + 4));
  row.set("RIGHT", picture_number(kMatrixLeft + width * static_cast<double>(outlet.cells.size())));
  for (std::size_t c = 0; c < outlet.cells.size(); ++c) {
    fill_cell(outlet.cells[c], kMatrixLeft + width * static_cast<double>(c), width, middle - 7, row);
  }
}

// Numbers below the first, the last and every fifth column.
void fill_matrix_ticks(std::size_t columns, double width, double axis, Values part) {
  constexpr std::size_t kEvery = 5;
  constexpr std::size_t kRoomOfLast = 3;
  for (std::size_t nth = 1; nth <= columns; ++nth) {
    const bool every = nth % kEvery == 0 && nth + kRoomOfLast <= columns;
    if (nth != 1 && nth != columns && !every) continue;
    Values tick = part.add("TICK");
    tick.set("ANCHOR", "middle");
    tick.set("X", picture_number(kMatrixLeft + width * (static_cast<double>(nth) - 0.5)));
    tick.set("TICK_TEXT", picture_number(axis + 12));
    tick.set("TICK_LABEL", nth);
  }
}

void fill_matrix_words(const MarkedBrief& marked, const OutletMatrix& matrix, Values part) {
  const auto count = [&](news::FactKind kind) {
    return std::count_if(matrix.facts.begin(), matrix.facts.end(),
                         [&](const ShownFact* fact) { return fact->kind == kind; });
  };
  const auto agreed = count(news::FactKind::kShared);
  const auto differing = count(news::FactKind::kDiffering);
  const auto single = count(news::FactKind::kSingle);
  part.set("PICTURE_LABEL", fmt::format("{} across {}: {} agreed, {} differing, {} from one voice alone",
                                        base::counted(matrix.rows.size(), "outlet"),
                                        base::counted(matrix.facts.size(), "statement"), agreed, differing, single));
  if (agreed > 0) fill_key("agreed", "M2 0h10v14h-10z", "says it, as other voices do", part);
  if (differing > 0) fill_key("differing", "M7 0l5 7 -5 7 -5 -7z", "says it differently", part);
  if (single > 0) fill_key("alone", "M3 2h8v10h-8z", "says it, and no other voice", part);
  part.set_if("LEFT_OUT", matrix.what_is_left_out());
  for (std::size_t c = 0; c < matrix.facts.size(); ++c) {
    Values row = part.add("STATEMENT");
    row.set("NUMBER", c + 1);
    const ShownSentence& sentence = matrix.facts[c]->sentences.front();
    row.set("WORDS", shortened(sentence.text, kExcerptColumns));
    row.set("LANG", language_of(marked, sentence));
    row.set("WHO", who_says(marked, matrix, c));
  }
}

void fill_name(const Company& company, std::size_t index, double left, double cell, Values row) {
  constexpr double kColumnsToWidth = 7.3;  // Of the sans face at 13 units, wide letters included.
  const double top = kCompanyRowHeight * static_cast<double>(index);
  const double own = left + cell * (static_cast<double>(index) + 0.5);
  row.set("NAME", shortened(company.names[index].name, static_cast<std::size_t>((left - 4) / kColumnsToWidth)));
  row.set("NUMBER", index + 1);
  row.set("TEXT_Y", picture_number(top + 15));
  row.set("BOTTOM", picture_number(top + kCompanyRowHeight));
  row.set("RIGHT", picture_number(own + cell / 2));
  row.set("NUMBER_X", picture_number(own));
  for (const Company::Tie& tie : company.ties) {
    if (tie.b != index) continue;
    const auto weight = static_cast<double>(std::min<std::size_t>(tie.sentences, 4));
    Values dot = row.add("TIE");
    dot.set("TIE_KIND", tie.voices > 1 ? "often" : "once");
    dot.set("X", picture_number(left + cell * (static_cast<double>(tie.a) + 0.5)));
    dot.set("Y", picture_number(top + kCompanyRowHeight / 2));
    dot.set("R", picture_number(std::min(cell / 2 - 1, 2 + weight)));
  }
}

}  // namespace

std::string picture_number(double value) {
  return fmt::format("{:.1f}", value);
}

void fill_matrix(const MarkedBrief& marked, Values values) {
  const OutletMatrix matrix = outlet_matrix(marked, kMostOutlets, kMostFacts);
  if (!matrix.tells()) return;
  const double width = std::min(14.0, (kPictureWidth - kMatrixLeft) / static_cast<double>(matrix.facts.size()));
  const double axis = kMatrixRowHeight * static_cast<double>(matrix.rows.size());
  Values part = values.add("MATRIX");
  part.set("HEIGHT", picture_number(axis + 16));
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    const OutletMatrix::Row& outlet = matrix.rows[r];
    fill_outlet(marked.marks[outlet.report], outlet, kMatrixRowHeight * static_cast<double>(r), width, part.add("ROW"));
  }
  fill_matrix_ticks(matrix.facts.size(), width, axis, part);
  fill_matrix_words(marked, matrix, part);
}

void fill_company(const MarkedBrief& marked, Values values) {
  constexpr std::size_t kFewestNames = 3;
  constexpr double kWidestCells = 152;  // Of all together; the rest is for the names.
  const Company& company = marked.brief->company;
  if (company.names.size() < kFewestNames) return;
  const auto count = static_cast<double>(company.names.size());
  const double cell = std::min(18.0, kWidestCells / count);
  Values part = values.add("COMPANY");
  part.set("HEIGHT", picture_number(kCompanyRowHeight * count + 2));
  for (std::size_t i = 0; i < company.names.size(); ++i) {
    fill_name(company, i, kPictureWidth - cell * count, cell, part.add("ROW"));
  }
  for (const Company::Tie& tie : company.ties) {
    Values pair = part.add("PAIR");
    pair.set("ONE", company.names[tie.a].name);
    pair.set("OTHER", company.names[tie.b].name);
    pair.set("HOW_OFTEN",
             base::counted(tie.sentences, "sentence") + " in " + counted_voices(tie.reports, "report", tie.voices));
  }
  part.set("PICTURE_LABEL", base::counted(company.names.size(), "name") + " against one another: " +
                                base::counted(company.ties.size(), "pair") + " stand in one sentence");
  std::string note =
      "A dot where two stand in one sentence, larger the more sentences (1 to 4 and over); full where several voices "
      "have them together, a ring where one has. Numbers across are those of the rows.";
  if (company.left_out > 0) note += " And " + base::counted(company.left_out, "more name") + ", left out.";
  part.set("COMPANY_NOTE", note);
}

}  // namespace dateline::editions

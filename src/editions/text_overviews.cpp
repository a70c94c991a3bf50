#include "editions/text_overviews.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/counted.h"
#include "editions/excerpt.h"
#include "editions/outlet_matrix.h"

namespace dateline::editions {
namespace {

constexpr std::size_t kMostMarks = 8;
constexpr std::size_t kMostOutlets = 20;
constexpr std::size_t kMostFacts = 60;
constexpr std::size_t kFewestNames = 3;

// Signs that stand for themselves in ASCII; colour is never needed.
char sign_of(Says says) {
  switch (says) {
    case Says::kNot:
      return '.';
    case Says::kAgreed:
      return '#';
    case Says::kDiffering:
      return 'x';
    case Says::kAlone:
      return 'o';
  }
  return ' ';
}

std::string label_of(const TimelineEntry& entry) {
  return entry.when == TimelineEntry::When::kPlanned ? entry.label + " (planned)" : entry.label;
}

// "1    5    10", each number where its column stands.
std::string ruler(std::size_t columns) {
  std::string line = "1";
  for (std::size_t nth = 5; nth <= columns; nth += 5) {
    line.resize(std::max(nth - 1, line.size()), ' ');
    line += std::to_string(nth);
  }
  return line;
}

std::string padded(std::string text, std::size_t columns, std::size_t have) {
  if (have < columns) text.append(columns - have, ' ');
  return text;
}

// As wide as asked once it is fit for the terminal, where one character may become two.
std::string shortened_for(const Terminal& terminal, const std::string& text, std::size_t columns) {
  std::string cut = text;
  for (std::size_t limit = columns; terminal.columns(cut) > columns && limit > 0; --limit) cut = shortened(text, limit);
  return cut;
}

std::string cell_of(const Company& company, std::size_t a, std::size_t b, std::size_t columns) {
  constexpr std::size_t kMost = 99;
  const auto tie = std::find_if(company.ties.begin(), company.ties.end(),
                                [&](const Company::Tie& one) { return one.a == a && one.b == b; });
  const std::string cell = tie == company.ties.end() ? "." : std::to_string(std::min(kMost, tie->sentences));
  return std::string(columns - cell.size(), ' ') + cell;
}

}  // namespace

std::string place_mark(const MarkedBrief& marked, const ShownSentence& sentence) {
  return marked.marks[sentence.article].tag + " ¶" + std::to_string(sentence.paragraph);
}

void put_timeline(const MarkedBrief& marked, Terminal& terminal) {
  const auto& entries = marked.brief->timeline;
  if (entries.empty()) return;
  terminal.blank();
  terminal.heading("Timeline", Ink::kBold, "");
  std::size_t label_columns = 0;
  for (const TimelineEntry& entry : entries) {
    label_columns = std::max(label_columns, terminal.columns(label_of(entry)));
  }
  // On a narrow terminal what happened stands below its day.
  constexpr std::size_t kLeastForWords = 30;
  constexpr std::size_t kMarkColumns = 14;  // Quotation marks and a mark.
  const bool beside = terminal.width_columns() >= kIndent + label_columns + kMarkColumns + kLeastForWords;
  const std::size_t room =
      beside ? terminal.width_columns() - kIndent - label_columns - kMarkColumns : terminal.width_columns() - 8;
  for (const TimelineEntry& entry : entries) {
    std::vector<std::string> marks;
    for (std::size_t i = 0; i < entry.sentences.size() && i < kMostMarks; ++i) {
      marks.push_back(place_mark(marked, entry.sentences[i]));
    }
    if (entry.sentences.size() > kMostMarks) {
      marks.push_back("and " + std::to_string(entry.sentences.size() - kMostMarks) + " more");
    }
    const base::Span inner{entry.span.begin_bytes - entry.where.span.begin_bytes,
                           entry.span.end_bytes - entry.where.span.begin_bytes};
    const std::string words = "“" + excerpt(entry.where.text, inner, std::min<std::size_t>(room, 64)).text() + "”";
    if (beside) {
      terminal.labelled(kIndent, label_columns, label_of(entry), words, marks);
    } else {
      terminal.paragraph(kIndent, kIndent, label_of(entry), Ink::kSoft);
      terminal.statement(kIndent + 2, words, "", marks);
    }
  }
}

void put_matrix(const MarkedBrief& marked, Terminal& terminal) {
  constexpr std::size_t kTagColumns = 4;
  const std::size_t start = kIndent + kTagColumns + 1;
  const std::size_t room = std::min(kMostFacts, terminal.width_columns() - start - 2);
  const OutletMatrix matrix = outlet_matrix(marked, kMostOutlets, room);
  if (!matrix.tells()) return;
  terminal.blank();
  terminal.heading("Who reports what", Ink::kBold, "");
  terminal.row(start, ruler(matrix.facts.size()));
  for (const OutletMatrix::Row& row : matrix.rows) {
    const std::string& letters = marked.marks[row.report].mark.letters;
    std::string line = padded(letters, kTagColumns + 1, terminal.columns(letters));
    for (const Says says : row.cells) line += sign_of(says);
    terminal.row(kIndent, line);
  }
  std::string key =
      "Across: statements. # says it, as other voices do; x says it differently; o says it, and no other voice; . does "
      "not say it.";
  if (const std::string left_out = matrix.what_is_left_out(); !left_out.empty()) key += " " + left_out;
  terminal.paragraph(kIndent, kIndent, key, Ink::kSoft);
}

void put_company(const StoryBrief& brief, Terminal& terminal) {
  constexpr std::size_t kCell = 3;
  constexpr std::size_t kLeastForNames = 14;
  const Company& company = brief.company;
  if (company.names.size() < kFewestNames) return;
  const std::size_t room = terminal.width_columns() - kIndent;
  const std::size_t count = std::min(company.names.size(), (room - kLeastForNames) / kCell);
  terminal.blank();
  terminal.heading("Who appears with whom", Ink::kBold, "");
  std::size_t name_columns = 0;
  for (std::size_t i = 0; i < count; ++i) {
    name_columns = std::max(name_columns, terminal.columns(company.names[i].name));
  }
  name_columns = std::min(name_columns, room - kCell * count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = shortened_for(terminal, company.names[i].name, name_columns);
    std::string line = padded(name, name_columns, terminal.columns(name));
    for (std::size_t j = 0; j < i; ++j) line += cell_of(company, j, i, kCell);
    line += std::string(kCell - 1, ' ') + static_cast<char>('A' + i);
    terminal.row(kIndent, line);
  }
  std::string key = "Numbers: sentences in which both stand; each column is the name whose row ends in its letter.";
  const std::size_t left_out = company.left_out + company.names.size() - count;
  if (left_out > 0) key += " And " + base::counted(left_out, "more name") + ", left out.";
  terminal.paragraph(kIndent, kIndent, key, Ink::kSoft);
}

void put_related(const MarkedBrief& marked, Terminal& terminal) {
  const auto& related = marked.brief->view->related;
  for (const bool earlier : {true, false}) {
    bool first = true;
    for (std::size_t i = 0; i < related.size(); ++i) {
      const RelatedStory& other = related[i];
      if (other.earlier != earlier) continue;
      if (std::exchange(first, false)) {
        terminal.blank();
        terminal.heading(earlier ? "Earlier" : "Later", Ink::kBold, "");
      }
      std::vector<std::string> outlets;
      for (const ReportMark& mark : marked.related[i]) outlets.push_back(mark.mark.letters);
      const std::string day = other.day ? base::day_in_words(*other.day) : "day unknown";
      terminal.paragraph(kIndent, kIndent, day, Ink::kSoft);
      terminal.statement(kIndent, other.headline.empty() ? "Story without a headline" : other.headline, "", outlets);
      terminal.statement(kIndent + 2, "“" + other.because.text + "”", "",
                         {news::outlet_label(other.because.outlet) + " ¶" + std::to_string(other.because.paragraph)});
    }
  }
}

}  // namespace dateline::editions

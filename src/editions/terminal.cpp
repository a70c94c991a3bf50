#include "editions/terminal.h"

#include <algorithm>

#include "editions/columns.h"
#include "editions/plain_text.h"

namespace dateline::editions {
namespace {

constexpr std::size_t kFewestColumns = 40;
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kGap = 2;  // Between a text and its marks, and between two marks.

// SGR parameters (ECMA-48, 8.3.117).
const char* sgr(Ink ink) {
  switch (ink) {
    case Ink::kPlain:
      return "";
    case Ink::kBold:
      return "1";
    case Ink::kSoft:
      return "2";
    case Ink::kAgreed:
      return "1;32";
    case Ink::kDiffering:
      return "1;33";
    case Ink::kSingle:
      return "1;34";
  }
  return "";
}

}  // namespace

Terminal::Terminal(const TerminalStyle& style)
    : colours_(style.colours),
      ascii_(style.ascii),
      width_columns_(std::clamp(style.width_columns, kFewestColumns, kMostColumns)) {}

std::string Terminal::fit(std::string_view text) const {
  std::string clean = clean_for_terminal(text);
  return ascii_ ? to_ascii(clean) : clean;
}

std::size_t Terminal::columns(std::string_view text) const {
  return columns_of(fit(text));
}

std::string Terminal::inked(std::string_view text, Ink ink) const {
  if (!colours_ || ink == Ink::kPlain || text.empty()) return std::string(text);
  return std::string("\x1b[") + sgr(ink) + "m" + std::string(text) + "\x1b[0m";
}

void Terminal::paragraph(std::size_t indent_columns, std::size_t hanging_columns, std::string_view text, Ink ink) {
  const std::size_t room = width_columns_ - std::max(indent_columns, hanging_columns);
  std::size_t indent = indent_columns;
  for (const std::string& line : wrap(fit(text), room)) {
    out_.append(indent, ' ');
    out_ += inked(line, ink);
    out_ += '\n';
    indent = hanging_columns;
  }
}

// Ends the line that has `used_columns`, with the marks at its right edge where they fit and below it where not.
void Terminal::put_marks(std::size_t used_columns, const std::vector<std::string>& marks) {
  std::size_t next = 0;
  while (next < marks.size()) {
    std::string row;
    std::size_t row_columns = 0;
    const std::size_t room = width_columns_ - (used_columns > 0 ? std::min(width_columns_, used_columns + kGap) : 0);
    while (next < marks.size()) {
      const std::string mark = fit(marks[next]);
      const std::size_t more = columns_of(mark) + (row.empty() ? 0 : kGap);
      if (row_columns + more > room && (used_columns > 0 || !row.empty())) break;
      if (!row.empty()) row.append(kGap, ' ');
      row += mark;
      row_columns += more;
      ++next;
    }
    const bool all_fit = next == marks.size();
    // Marks stay together: a text's last line carries all of them or none.
    if (used_columns > 0 && !all_fit) {
      next = 0;
    } else if (!row.empty()) {
      const std::size_t taken = used_columns + row_columns;
      if (taken < width_columns_) out_.append(width_columns_ - taken, ' ');
      out_ += inked(row, Ink::kSoft);
    }
    out_ += '\n';
    used_columns = 0;
  }
  if (marks.empty()) out_ += '\n';
}

void Terminal::statement(std::size_t indent_columns, std::string_view text, std::string_view tail,
                         const std::vector<std::string>& marks) {
  const std::vector<std::string> lines = wrap(fit(text), width_columns_ - indent_columns);
  std::size_t used = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out_ += '\n';
    out_.append(indent_columns, ' ');
    out_ += lines[i];
    used = indent_columns + columns_of(lines[i]);
  }
  const std::string fitted_tail = fit(tail);
  if (const std::size_t more = columns_of(fitted_tail); more > 0) {
    std::size_t marks_columns = 0;
    for (const std::string& mark : marks) marks_columns += columns(mark) + kGap;
    if (used + kGap + more + marks_columns <= width_columns_) {
      out_.append(kGap, ' ');
      out_ += inked(fitted_tail, Ink::kSoft);
      used += kGap + more;
    } else {
      for (const std::string& line : wrap(fitted_tail, width_columns_ - indent_columns - kGap)) {
        out_ += '\n';
        out_.append(indent_columns + kGap, ' ');
        out_ += inked(line, Ink::kSoft);
        used = indent_columns + kGap + columns_of(line);
      }
    }
  }
  put_marks(used, marks);
}

void Terminal::heading(std::string_view title, Ink ink, std::string_view note) {
  constexpr std::size_t kHanging = 4;  // Deeper than what stands below a heading.
  std::size_t used = 0;
  for (const std::string& line : wrap(fit(title), width_columns_ - kHanging)) {
    if (used > 0) out_.append(1, '\n').append(kHanging, ' ');
    out_ += inked(line, ink);
    used = columns_of(line);
  }
  const std::size_t start = used + 3;
  if (note.empty()) {
    out_ += '\n';
    return;
  }
  const bool beside = start + kFewestColumns / 2 <= width_columns_;
  if (!beside) out_ += '\n';
  std::string indent(beside ? start : 2, ' ');
  std::string gap = beside ? "   " : indent;
  for (const std::string& line : wrap(fit(note), width_columns_ - indent.size())) {
    out_ += gap + line + '\n';
    gap = indent;
  }
}

void Terminal::labelled(std::size_t indent_columns, std::size_t label_columns, std::string_view label,
                        std::string_view text, const std::vector<std::string>& marks) {
  const std::string fitted = fit(label);
  const std::size_t start = indent_columns + label_columns + kGap;
  out_.append(indent_columns, ' ');
  out_ += inked(fitted, Ink::kSoft);
  std::size_t used = indent_columns + columns_of(fitted);
  for (const std::string& line : wrap(fit(text), width_columns_ - start)) {
    if (used > start) {  // A line before this one, or a label wider than its column.
      out_ += '\n';
      used = 0;
    }
    out_.append(start - used, ' ');
    out_ += line;
    used = start + columns_of(line);
  }
  put_marks(used, marks);
}

void Terminal::row(std::size_t indent_columns, std::string_view line) {
  std::string fitted = fit(line);
  fitted.erase(fitted.find_last_not_of(' ') + 1);
  out_.append(indent_columns, ' ');
  out_ += fitted + '\n';
}

void Terminal::rule() {
  std::string line;
  for (std::size_t i = 0; i < width_columns_; ++i) line += "─";
  out_ += inked(fit(line), Ink::kSoft) + '\n';
}

}  // namespace dateline::editions

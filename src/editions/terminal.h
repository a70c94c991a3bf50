// editions/terminal.h -- lines for a terminal: wrapped, indented, with marks at the right edge of the last line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "editions/brief_render.h"

namespace dateline::editions {

/// How a run of text looks where colours are on; nothing where they are off.
enum class Ink { kPlain, kBold, kSoft, kAgreed, kDiffering, kSingle };

/// Builds terminal text. Every text given to it is made fit for the terminal (clean_for_terminal, to_ascii) first.
class Terminal {
 public:
  explicit Terminal(const TerminalStyle& style);

  /// `text` wrapped at the width; lines after the first are indented by `hanging_columns`.
  void paragraph(std::size_t indent_columns, std::size_t hanging_columns, std::string_view text, Ink ink);

  /// A statement of a report: `text` wrapped after `indent_columns`; `tail` (may be empty) two columns after its end
  /// where the line has room, else on lines of its own; `marks` at the right edge of the last line, or below it.
  void statement(std::size_t indent_columns, std::string_view text, std::string_view tail,
                 const std::vector<std::string>& marks);

  /// A section's heading, and words about it three columns on, wrapped under themselves.
  void heading(std::string_view title, Ink ink, std::string_view note);

  /// `label` in a column of `label_columns`, then `text` wrapped beside it, then the marks.
  void labelled(std::size_t indent_columns, std::size_t label_columns, std::string_view label, std::string_view text,
                const std::vector<std::string>& marks);

  /// `line` as it is after `indent_columns`: a row of a picture, whose columns must stand. REQUIRES: it fits the width.
  void row(std::size_t indent_columns, std::string_view line);

  bool ascii() const { return ascii_; }
  void blank() { out_ += '\n'; }
  void rule();

  std::size_t width_columns() const { return width_columns_; }
  /// The columns that `text` takes once it is fit for the terminal.
  std::size_t columns(std::string_view text) const;
  std::string take() { return std::move(out_); }

 private:
  std::string fit(std::string_view text) const;
  std::string inked(std::string_view text, Ink ink) const;
  void put_marks(std::size_t used_columns, const std::vector<std::string>& marks);

  bool colours_;
  bool ascii_;
  std::size_t width_columns_;
  std::string out_;
};

}  // namespace dateline::editions

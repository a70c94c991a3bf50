// app/console.h -- standard output, one-line errors on standard error, progress, and the exit code they add up to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace dateline::app {

enum ExitCode { kDone = 0, kSomeFailed = 1, kWrongUsage = 2 };

/// Threads: one at a time.
class Console {
 public:
  Console();
  /// Flushes.
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// Buffers `bytes` for standard output. False once it can take no more (the reader went away, the disk is full),
  /// which has then been reported.
  bool write(std::string_view bytes);
  /// `line` and a line end.
  bool write_line(std::string_view line);
  bool flush();

  /// Reports that `input` could not be done: "dateline: INPUT: reason". One line, whatever the texts contain.
  void problem(std::string_view input, const base::Error& error);

  /// Shows how far a long job is, on a terminal's standard error only, at most ten times a second.
  void progress(std::string_view text);
  void end_progress();

  /// kSomeFailed after a problem, else kDone.
  int exit_code() const { return problems_ == 0 ? kDone : kSomeFailed; }

  /// True when standard output is a terminal, and neither $NO_COLOR (no-color.org: set to anything) nor TERM=dumb
  /// speaks against colours.
  bool output_takes_colours() const;
  /// Columns of the terminal; $COLUMNS, else 80, when standard output is none.
  std::size_t width_columns() const;
  /// False when the locale (LC_ALL, LC_CTYPE, LANG) names a charset other than UTF-8.
  static bool locale_is_utf8();

 private:
  std::string buffer_;
  bool output_failed_ = false;
  bool output_is_terminal_ = false;
  bool errors_are_terminal_ = false;
  bool progress_shown_ = false;
  long long last_progress_ms_ = 0;
  std::size_t problems_ = 0;
};

}  // namespace dateline::app

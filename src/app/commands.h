// app/commands.h -- each command: what it can be told, and what runs it. All return an ExitCode.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/console.h"

namespace dateline::app {

struct BriefOptions {
  std::vector<std::string> inputs;
  bool json = false;
  std::string html_file;          ///< Empty: none.
  std::size_t width_columns = 0;  ///< 0: the terminal's.
};
int run_brief(const BriefOptions& options, Console& console);

struct ExtractOptions {
  std::vector<std::string> inputs;
  bool explain = false;  ///< Instead of rows: why each block was kept or dropped.
};
int run_extract(const ExtractOptions& options, Console& console);

/// For annotate and group: files of JSON Lines; none means standard input.
struct RowsOptions {
  std::vector<std::string> inputs;
  std::string html_file;  ///< annotate: a page instead of rows; empty: none.
  bool facts = false;     ///< group: a line for each story after all rows.
  bool as_given = false;  ///< group: keep the rows' own "story".
  bool live = false;      ///< group: write rows as they come, and once more when they are moved.
  bool explain = false;   ///< group: say why.
};
int run_annotate(const RowsOptions& options, Console& console);
int run_group(const RowsOptions& options, Console& console);

struct AddOptions {
  std::string archive;
  std::vector<std::string> inputs;
};
int run_add(const AddOptions& options, Console& console);

struct SearchOptions {
  std::string archive;
  std::string query;
  std::size_t limit = 20;
  std::optional<int> year;
  bool json = false;
};
int run_search(const SearchOptions& options, Console& console);

struct ServeOptions {
  std::string archive;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string title = "Dateline";
  bool verbose = false;
};
int run_serve(const ServeOptions& options, Console& console);

struct CheckOptions {
  std::string archive;
};
int run_check(const CheckOptions& options, Console& console);

}  // namespace dateline::app

#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

#include "app/commands.h"
#include "app/version.h"

namespace dateline::app {
namespace {

using Run = std::function<int(Console&)>;

constexpr const char* kInputsHelp =
    "Pages, plain-text captures, feeds, wire messages, mails, WARC archives or JSON Lines; folders are read through; "
    "- is standard input";

/// The commands, each bound to its options. Run is set to the one that was named.
struct CommandLine {
  CLI::App app{"Dateline: what captured news says, as stories."};
  BriefOptions brief;
  ExtractOptions extract;
  RowsOptions annotate;
  RowsOptions group;
  AddOptions add;
  SearchOptions search;
  ServeOptions serve;
  CheckOptions check;
  Run run;

  template <typename Options>
  CLI::App* command(const char* name, const char* about, Options& options, int (*function)(const Options&, Console&)) {
    CLI::App* made = app.add_subcommand(name, about);
    made->callback(
        [this, &options, function] { run = [&options, function](Console& c) { return function(options, c); }; });
    return made;
  }

  static void add_archive(CLI::App* command, std::string& archive) {
    archive = "dateline.db";
    command->add_option("-a,--archive", archive, "The archive's file")
        ->envname("DATELINE_ARCHIVE")
        ->capture_default_str();
  }

  void declare_readers() {
    CLI::App* made = command("brief", "What the given captures say, as stories", brief, run_brief);
    made->add_option("FILE", brief.inputs, kInputsHelp)->required();
    auto* json = made->add_flag("--json", brief.json, "One JSON object instead of text");
    made->add_option("--html", brief.html_file, "Write a self-contained page to this file instead")->excludes(json);
    made->add_option("--width", brief.width_columns, "Columns of the text (40 to 100); default: the terminal's")
        ->check(CLI::Range(40, 100));

    made = command("extract", "Captures to articles, as JSON Lines", extract, run_extract);
    made->add_option("FILE", extract.inputs, kInputsHelp)->required();
    made->add_flag("--explain", extract.explain, "Instead of rows: why each block of a capture was kept or dropped");

    made = command("annotate", "Articles to articles with entities, times and quotes, as JSON Lines", annotate,
                   run_annotate);
    made->add_option("FILE", annotate.inputs, "JSON Lines of articles; default: standard input");
    made->add_option("--html", annotate.html_file,
                     "Write a self-contained page with everything marked to this file instead");

    made = command("group", "Articles, in order of arrival, to {\"id\", \"story\"}, as JSON Lines", group, run_group);
    made->add_option("FILE", group.inputs, "JSON Lines of articles; default: standard input");
    made->add_flag("--facts", group.facts, "After all rows a line for each story: which sentences say the same");
    made->add_flag("--live", group.live, "Write each row as it comes; one that is moved later is written again");
    made->add_flag("--explain", group.explain, "Say why each row went where it went");
    made->add_flag("--as-given", group.as_given, "Keep the rows' own \"story\" instead of grouping");
  }

  void declare_archive_users() {
    CLI::App* made = command("add", "Files captures into the archive", add, run_add);
    add_archive(made, add.archive);
    made->add_option("FILE", add.inputs, kInputsHelp)->required();

    made = command("search", "Searches the archive", search, run_search);
    add_archive(made, search.archive);
    made->add_option("QUERY", search.query, "Words; \"a phrase\" in quotation marks; -word leaves out")->required();
    made->add_option("--limit", search.limit, "Results at most")->capture_default_str()->check(CLI::Range(1, 1000));
    made->add_option("--year", search.year, "Of publication")->check(CLI::Range(1, 9999));
    made->add_flag("--json", search.json, "JSON Lines");

    made = command("serve", "Serves the site from the archive", serve, run_serve);
    add_archive(made, serve.archive);
    made->add_option("--address", serve.address, "Where to listen")->capture_default_str();
    made->add_option("--port", serve.port, "0 takes any free one")->capture_default_str();
    made->add_option("--title", serve.title, "The site's name")->capture_default_str();
    made->add_flag("--verbose", serve.verbose, "A line for each request on standard error");

    made = command("check", "Looks whether the archive is sound", check, run_check);
    add_archive(made, check.archive);
  }
};

// What was wrong with the arguments, and where to read on.
base::Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto commands = app.get_subcommands();
  const auto rest = app.remaining();
  // CLI11 would only say that a command is required.
  std::string words = commands.empty() && !rest.empty() ? "no such command or option: " + rest.front() : error.what();
  words += commands.empty() ? " (see dateline --help)" : " (see dateline " + commands.front()->get_name() + " --help)";
  return {base::ErrorCode::kInvalid, std::move(words)};
}

}  // namespace

int run_command_line(int argc, char** argv) {
  CommandLine line;
  line.app.require_subcommand(1);
  line.app.set_version_flag("--version", std::string("dateline ") + kVersion);
  line.declare_readers();
  line.declare_archive_users();
  Console console;
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 reports by exception; help and version are "errors" that exit with 0.
    if (error.get_exit_code() == 0) return line.app.exit(error);
    const auto commands = line.app.get_subcommands();
    console.problem(commands.empty() ? "usage" : commands.front()->get_name(), usage_error(line.app, error));
    return kWrongUsage;
  }
  const int code = line.run(console);
  console.end_progress();
  const bool flushed = console.flush();
  return code == kDone && (!flushed || console.exit_code() != kDone) ? kSomeFailed : code;
}

}  // namespace dateline::app

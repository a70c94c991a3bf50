#include <fmt/format.h>

#include <algorithm>

#include "app/commands.h"
#include "archive/archive.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "editions/columns.h"
#include "editions/plain_text.h"

namespace dateline::app {
namespace {

base::JsonObject json_of(const archive::SearchHit& hit) {
  const base::CodePointOffsets offsets(hit.snippet);
  base::JsonArray matches;
  for (const base::Span& match : hit.matches) {
    matches.push_back(base::JsonArray{offsets.to_chars(match.begin_bytes), offsets.to_chars(match.end_bytes)});
  }
  return {{"uri", hit.uri},
          {"story", hit.story},
          {"headline", hit.headline},
          {"outlet", news::outlet_label(hit.outlet)},
          {"published", hit.day ? base::Json(base::format_day(*hit.day)) : base::Json(nullptr)},
          {"snippet", hit.snippet},
          {"matches", std::move(matches)}};
}

// Headline, then day and outlet, then the passage, wrapped and indented; on a terminal the address is dim.
std::string text_of(const archive::SearchHit& hit, std::size_t width, bool colours) {
  std::string text;
  for (const std::string& line : editions::wrap(editions::clean_for_terminal(hit.headline), width)) text += line + "\n";
  text +=
      fmt::format("  {}, {}\n", hit.day ? base::day_in_words(*hit.day) : "day unknown", news::outlet_label(hit.outlet));
  for (const std::string& line : editions::wrap(editions::clean_for_terminal(hit.snippet), width - 2)) {
    text += fmt::format("  {}\n", line);
  }
  const std::string address = editions::clean_for_terminal(hit.uri);
  text += colours ? fmt::format("  \x1b[2m{}\x1b[0m\n", address) : fmt::format("  {}\n", address);
  return text;
}

std::string text_of(const archive::SearchResults& results, const SearchOptions& options, const Console& console) {
  if (results.hits.empty()) {
    const std::string query = editions::clean_for_terminal(options.query);
    return fmt::format("Nothing in the archive has \"{}\".\n",
                       Console::locale_is_utf8() ? query : editions::to_ascii(query));
  }
  const std::size_t width = std::clamp<std::size_t>(console.width_columns(), 40, 100);
  std::string text;
  for (const archive::SearchHit& hit : results.hits) text += text_of(hit, width, console.output_takes_colours()) + "\n";
  text += fmt::format("{} of {} reports", results.hits.size(),
                      base::with_thousands(static_cast<std::int64_t>(results.total)));
  for (const auto& [year, count] : results.count_per_year) text += fmt::format(" · {}: {}", year, count);
  text += "\n";
  return Console::locale_is_utf8() ? text : editions::to_ascii(text);
}

}  // namespace

int run_search(const SearchOptions& options, Console& console) {
  auto archive = archive::Archive::open(options.archive, archive::Archive::Mode::kReadOnly);
  if (!archive.ok()) {
    console.problem(options.archive, archive.error());
    return kSomeFailed;
  }
  const auto results =
      (*archive)->search({.words = options.query, .year = options.year, .offset = 0, .limit = options.limit});
  if (!results.ok()) {
    console.problem(options.archive, results.error());
    return kSomeFailed;
  }
  if (options.json) {
    for (const archive::SearchHit& hit : results->hits) {
      if (!console.write_line(base::to_text(json_of(hit)))) break;
    }
    return console.exit_code();
  }
  console.write(text_of(*results, options, console));
  return console.exit_code();
}

}  // namespace dateline::app

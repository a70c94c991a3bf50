#include "app/rows.h"

#include <fmt/format.h>

#include <optional>

#include "base/ordered_parallel.h"
#include "desk/byte_sources.h"
#include "desk/line_reader.h"
#include "news/article_json.h"

namespace dateline::app {
namespace {

constexpr std::size_t kMaxLineBytes = std::size_t{64} << 20;
constexpr std::size_t kRowsPerThread = 16;

struct ReadRow {
  std::uint64_t line = 0;
  base::Result<Row> row;
};

base::Result<Row> parse_row(std::string_view line, const annotate::Annotator& annotator) {
  DATELINE_TRY(base::Json json, base::parse_json(line));
  if (!json.is_object()) return base::Error{base::ErrorCode::kInvalid, "is no JSON object"};
  Row row;
  row.json = std::move(json.get_object());
  // Answers that a row brings are not looked at: annotate and group give their own.
  DATELINE_TRY(row.article, news::article_from_json(row.json, news::ArticleParts::kExtracted));
  annotator.annotate(row.article);
  return row;
}

// False when the output can take no more.
bool read_source(formats::ByteSource& source, const std::string& name, const annotate::Annotator& annotator,
                 base::ThreadPool& pool, Console& console, const std::function<bool(Row)>& done) {
  desk::LineReader lines(source, kMaxLineBytes);
  const auto next = [&]() -> std::optional<desk::Line> {
    while (!lines.ended()) {
      auto line = lines.next();
      if (line.ok()) return std::move(*line);
      console.problem(name, line.error());
    }
    return std::nullopt;
  };
  bool wanted = true;
  base::ordered_parallel<desk::Line, ReadRow>(
      pool, pool.size() * kRowsPerThread, next,
      [&](const desk::Line& line) {
        return ReadRow{line.number, parse_row(line.text, annotator)};
      },
      [&](ReadRow read) {
        if (read.row.ok()) {
          wanted = done(std::move(*read.row));
        } else {
          console.problem(fmt::format("{} line {}", name, read.line), read.row.error());
        }
        return wanted;
      });
  return wanted;
}

}  // namespace

void read_rows(const std::vector<std::string>& inputs, const annotate::Annotator& annotator, base::ThreadPool& pool,
               Console& console, const std::function<bool(Row)>& done) {
  const std::vector<std::string> standard_input = {"-"};
  for (const std::string& input : inputs.empty() ? standard_input : inputs) {
    const std::string name = input == "-" ? "standard input" : input;
    auto source = desk::open_source(input);
    if (!source.ok()) {
      console.problem(name, source.error());
    } else if (!read_source(**source, name, annotator, pool, console, done)) {
      return;
    }
  }
}

}  // namespace dateline::app

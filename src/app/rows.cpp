#include "app/rows.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/ordered_parallel.h"
#include "desk/byte_sources.h"
#include "desk/line_reader.h"
#include "news/article_json.h"

namespace dateline::app {
namespace {

// An annotated row takes up to a hundred times its text while it is worked on.
constexpr std::size_t kMaxLineBytes = std::size_t{16} << 20;
constexpr std::size_t kRowsPerThread = 16;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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

base::Result<std::string> annotated_line(std::string_view line, const annotate::Annotator& annotator) {
  DATELINE_TRY(Row row, parse_row(line, annotator));
  news::Article* const alone = &row.article;
  annotator.date_articles({&alone, 1});
  news::write_annotations(row.article, row.json);
  return base::to_text(row.json);
}

/// Reads one source; `Output` is what `work` makes of a line on the pool. False when the output can take no more.
template <typename Output>
bool read_source(formats::ByteSource& source, const std::string& name, base::ThreadPool& pool, Console& console,
                 const std::function<base::Result<Output>(std::string_view)>& work,
                 const std::function<bool(Output)>& done) {
  struct Read {
    std::uint64_t line = 0;
    base::Result<Output> output;
  };
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
  base::ordered_parallel<desk::Line, Read>(
      pool, pool.size() * kRowsPerThread, next,
      [&](const desk::Line& line) {
        std::string_view text = line.text;
        if (line.number == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
        return Read{line.number, work(text)};
      },
      [&](Read read) {
        if (read.output.ok()) {
          wanted = done(std::move(*read.output));
        } else {
          console.problem(fmt::format("{} line {}", name, read.line), read.output.error());
        }
        return wanted;
      });
  return wanted;
}

template <typename Output>
void read_sources(const std::vector<std::string>& inputs, base::ThreadPool& pool, Console& console,
                  const std::function<base::Result<Output>(std::string_view)>& work,
                  const std::function<bool(Output)>& done) {
  const std::vector<std::string> standard_input = {"-"};
  for (const std::string& input : inputs.empty() ? standard_input : inputs) {
    const std::string name = input == "-" ? "standard input" : input;
    auto source = desk::open_source(input);
    if (!source.ok()) {
      console.problem(name, source.error());
    } else if (!read_source<Output>(**source, name, pool, console, work, done)) {
      return;
    }
  }
}

}  // namespace

void read_rows(const std::vector<std::string>& inputs, const annotate::Annotator& annotator, base::ThreadPool& pool,
               Console& console, const std::function<bool(Row)>& done) {
  read_sources<Row>(
      inputs, pool, console, [&](std::string_view line) { return parse_row(line, annotator); }, done);
}

void annotate_rows(const std::vector<std::string>& inputs, const annotate::Annotator& annotator, base::ThreadPool& pool,
                   Console& console, const std::function<bool(std::string)>& done) {
  read_sources<std::string>(
      inputs, pool, console, [&](std::string_view line) { return annotated_line(line, annotator); }, done);
}

}  // namespace dateline::app

#include "app/commands.h"
#include "app/explain_text.h"
#include "base/json.h"
#include "base/thread_pool.h"
#include "desk/reading.h"
#include "extract/extract.h"
#include "news/article_json.h"

namespace dateline::app {

namespace {

editions::TerminalStyle style_of(const Console& console) {
  return {.width_columns = console.width_columns(),
          .colours = console.output_takes_colours(),
          .ascii = !Console::locale_is_utf8()};
}

// One after the other: this is read by people.
void explain_captures(desk::Intake& intake, Console& console) {
  while (const auto capture = intake.next()) {
    extract::Explanation explanation;
    const auto article = extract::explain(*capture, explanation);
    if (!console.write(explain_text(capture->id, article, explanation, style_of(console)))) return;
    if (!article.ok()) console.problem(capture->id, article.error());
  }
}

}  // namespace

int run_extract(const ExtractOptions& options, Console& console) {
  base::ThreadPool pool(0);
  desk::Intake intake(options.inputs,
                      [&](const std::string& input, const base::Error& e) { console.problem(input, e); });
  if (options.explain) {
    explain_captures(intake, console);
    return console.exit_code();
  }
  desk::read_captures(intake, nullptr, pool, [&](const desk::ReadCapture& read) {
    if (read.article.ok()) {
      return console.write_line(base::to_text(news::to_json(*read.article, news::ArticleParts::kExtracted)));
    }
    console.problem(read.id, read.article.error());
    return true;
  });
  return console.exit_code();
}

}  // namespace dateline::app

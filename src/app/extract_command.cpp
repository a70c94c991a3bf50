#include "app/commands.h"
#include "base/json.h"
#include "base/thread_pool.h"
#include "desk/reading.h"
#include "news/article_json.h"

namespace dateline::app {

int run_extract(const ExtractOptions& options, Console& console) {
  base::ThreadPool pool(0);
  desk::Intake intake(options.inputs,
                      [&](const std::string& input, const base::Error& e) { console.problem(input, e); });
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

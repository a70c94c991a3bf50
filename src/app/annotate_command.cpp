#include <fmt/format.h>

#include "annotate/annotator.h"
#include "app/commands.h"
#include "app/rows.h"
#include "base/files.h"
#include "base/thread_pool.h"
#include "editions/annotated_page.h"
#include "news/article.h"

namespace dateline::app {
namespace {

int write_page(const RowsOptions& options, const annotate::Annotator& annotator, base::ThreadPool& pool,
               Console& console) {
  std::vector<news::Article> articles;
  read_rows(options.inputs, annotator, pool, console, [&](Row row) {
    news::Article* const alone = &row.article;
    annotator.date_articles({&alone, 1});
    articles.push_back(std::move(row.article));
    console.progress(fmt::format("{} articles annotated", articles.size()));
    return articles.size() <= editions::kMaxAnnotatedArticles;  // One more, so that the page can say that there is.
  });
  console.end_progress();
  const auto written = base::write_file(options.html_file, editions::render_annotated(articles));
  if (!written.ok()) console.problem(options.html_file, written.error());
  return console.exit_code();
}

}  // namespace

int run_annotate(const RowsOptions& options, Console& console) {
  const annotate::Annotator annotator;
  base::ThreadPool pool(0);
  if (!options.html_file.empty()) return write_page(options, annotator, pool, console);
  std::size_t count = 0;
  annotate_rows(options.inputs, annotator, pool, console, [&](const std::string& line) {
    console.progress(fmt::format("{} articles annotated", ++count));
    return console.write_line(line);
  });
  return console.exit_code();
}

}  // namespace dateline::app

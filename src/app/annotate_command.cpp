#include <fmt/format.h>

#include "annotate/annotator.h"
#include "app/commands.h"
#include "app/rows.h"
#include "news/article_json.h"

namespace dateline::app {

int run_annotate(const RowsOptions& options, Console& console) {
  const annotate::Annotator annotator;
  base::ThreadPool pool(0);
  std::size_t count = 0;
  read_rows(options.inputs, annotator, pool, console, [&](Row row) {
    news::Article* const alone = &row.article;
    annotator.date_articles({&alone, 1});
    news::write_annotations(row.article, row.json);
    console.progress(fmt::format("{} articles annotated", ++count));
    return console.write_line(base::to_text(row.json));
  });
  return console.exit_code();
}

}  // namespace dateline::app

#include <fmt/format.h>

#include "annotate/annotator.h"
#include "app/commands.h"
#include "app/rows.h"

namespace dateline::app {

int run_annotate(const RowsOptions& options, Console& console) {
  const annotate::Annotator annotator;
  base::ThreadPool pool(0);
  std::size_t count = 0;
  annotate_rows(options.inputs, annotator, pool, console, [&](const std::string& line) {
    console.progress(fmt::format("{} articles annotated", ++count));
    return console.write_line(line);
  });
  return console.exit_code();
}

}  // namespace dateline::app

// app/rows.h -- articles as JSON Lines in, for the commands that stand in a pipe.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "app/console.h"
#include "base/json.h"
#include "base/thread_pool.h"
#include "news/article.h"

namespace dateline::app {

/// A row, and the article it holds, annotated.
struct Row {
  base::JsonObject json;
  news::Article article;
};

/// Reads `inputs` (none: standard input) line by line, parses and annotates on `pool`, and calls `done` in order until
/// it returns false. A line that is no article, or longer than 16 MB, is reported by its number, and the rest goes on;
/// a byte order mark before the first is passed over. Memory: at most 16 rows a thread, whatever the length of the
/// stream.
void read_rows(const std::vector<std::string>& inputs, const annotate::Annotator& annotator, base::ThreadPool& pool,
               Console& console, const std::function<bool(Row)>& done);

/// The same for `annotate`: `done` gets each row as a line of JSON, with the article's own day inferred where it states
/// none, so that all the work is done on `pool`.
void annotate_rows(const std::vector<std::string>& inputs, const annotate::Annotator& annotator, base::ThreadPool& pool,
                   Console& console, const std::function<bool(std::string)>& done);

}  // namespace dateline::app

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
/// it returns false. A line that is no article is reported by its number, and the rest goes on. Constant memory.
void read_rows(const std::vector<std::string>& inputs, const annotate::Annotator& annotator, base::ThreadPool& pool,
               Console& console, const std::function<bool(Row)>& done);

}  // namespace dateline::app

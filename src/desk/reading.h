// desk/reading.h -- captures to articles on many threads, in order.
#pragma once

#include <functional>
#include <string>

#include "annotate/annotator.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "desk/intake.h"
#include "news/article.h"

namespace dateline::desk {

/// What became of one capture.
struct ReadCapture {
  std::string id;
  base::Result<news::Article> article;
};

/// Extracts each capture of `intake`, and annotates it when `annotator` is not null; a headline without a text (of a
/// news sitemap) is then an error. `done` is called on this thread in the order of the captures, until it returns
/// false. Memory: a few dozen captures at once.
void read_captures(Intake& intake, const annotate::Annotator* annotator, base::ThreadPool& pool,
                   const std::function<bool(ReadCapture)>& done);

}  // namespace dateline::desk

// desk/grouping.h -- a heap of articles to stories, in memory.
#pragma once

#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "news/article.h"

namespace dateline::desk {

/// A story with its reports.
struct GroupedStory {
  std::string id;
  std::vector<news::Article> articles;  ///< By time of publication, undated ones last.
};

/// Groups annotated articles, whatever order they come in, and dates the undated ones by their stories. Of several
/// articles with one uri the last is kept. The story with most reports comes first, then the newer one.
std::vector<GroupedStory> group_articles(std::vector<news::Article> articles, const annotate::Annotator& annotator);

}  // namespace dateline::desk

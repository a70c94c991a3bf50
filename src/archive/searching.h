// archive/searching.h -- the search index asked.
#pragma once

#include "archive/archive.h"
#include "archive/sqlite.h"
#include "base/result.h"

namespace dateline::archive {

/// As Archive::search(). The connection must know the functions of passage.h.
base::Result<SearchResults> search_articles(Connection& db, const SearchQuery& query);

}  // namespace dateline::archive

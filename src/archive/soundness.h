// archive/soundness.h -- a look at everything in an archive.
#pragma once

#include <string>
#include <vector>

#include "archive/sqlite.h"
#include "base/result.h"

namespace dateline::archive {

/// As Archive::check(). Comparing the search index with the articles takes a connection that may write (it writes
/// nothing); `writer` is null where there is none, and then only the index's list of articles is compared.
/// REQUIRES: both know the functions of passage.h; `writer` is this thread's alone.
base::Result<std::vector<std::string>> check_soundness(Connection& reader, Connection* writer);

}  // namespace dateline::archive

// archive/filing.h -- a batch of articles into the tables, in one transaction.
#pragma once

#include <vector>

#include "archive/archive.h"
#include "archive/sqlite.h"
#include "base/result.h"

namespace dateline::archive {

/// As Archive::file(). One thread at a time.
base::Result<std::vector<Filed>> file_batch(Connection& connection, const Batch& batch);

}  // namespace dateline::archive

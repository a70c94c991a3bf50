// archive/schema.h -- the tables of an archive file and how one is told from any other file. docs/archive.md says the
// same in prose.
#pragma once

#include <string>

#include "archive/sqlite.h"
#include "base/result.h"

namespace dateline::archive {

inline constexpr int kSchemaVersion = 2;
/// "Dtln": PRAGMA application_id, bytes 68 to 71 of the file.
inline constexpr std::int64_t kApplicationId = 0x44746C6E;

/// Looks at a file before SQLite does, because SQLite takes an empty file for a new database.
enum class FileState { kAbsent, kEmpty, kSomething };

/// Errors: kCorrupt (a folder, a file that begins otherwise, is cut off, or is empty beside a journal that is not),
///         kForbidden, kIo.
base::Result<FileState> look_at_file(const std::string& path);

/// True when there is a write-ahead log with something in it beside the file.
bool has_journal(const std::string& path);

/// Makes the tables, in one transaction. Another process that does the same at the same time is waited for.
/// Errors: as sqlite_error().
base::Result<void> create_schema(Connection& connection);

/// Adds what an archive of an older version lacks, in one transaction; nothing where nothing is lacking. Another
/// process that does the same at the same time is waited for. REQUIRES: check_identity(connection). Errors: as
/// sqlite_error().
base::Result<void> bring_up_to_date(Connection& connection);

/// The version that the file has now: another process may bring it up to date while this one reads.
/// Errors: as sqlite_error().
base::Result<std::int64_t> schema_version(Connection& connection);

/// Errors: kCorrupt ("is not a Dateline archive"), kNewer, and as sqlite_error().
base::Result<void> check_identity(Connection& connection);

/// True when the database holds nothing at all. Errors: as sqlite_error(), kCorrupt for a file of another kind.
base::Result<bool> is_blank(Connection& connection);

}  // namespace dateline::archive

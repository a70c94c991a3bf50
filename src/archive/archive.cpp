// Archive over SQLite: opening, and who works on which connection. What is done there: filing, reading, searching,
// soundness.
#include "archive/archive.h"

#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <utility>

#include "archive/filing.h"
#include "archive/passage.h"
#include "archive/readers.h"
#include "archive/reading.h"
#include "archive/schema.h"
#include "archive/searching.h"
#include "archive/soundness.h"
#include "archive/sqlite.h"
#include "base/files.h"
#include "base/strings.h"

namespace dateline::archive {
namespace {

class SqliteArchive final : public Archive {
 public:
  /// `writer` is null for an archive that is only read.
  SqliteArchive(std::unique_ptr<Readers> readers, std::unique_ptr<Connection> writer)
      : writer_(std::move(writer)), readers_(std::move(readers)) {}

  base::Result<std::vector<Filed>> file(const Batch& batch) override {
    if (writer_ == nullptr) return base::Error{base::ErrorCode::kForbidden, "the archive is open for reading only"};
    const std::lock_guard lock(filing_);
    return file_batch(*writer_, batch);
  }

  base::Result<news::Article> article(std::string_view uri) override { return read(read_article, uri); }
  base::Result<std::vector<ArticleVersion>> versions(std::string_view uri) override { return read(read_versions, uri); }
  base::Result<bool> has(std::string_view uri, std::string_view text) override { return read(has_article, uri, text); }
  base::Result<StorySummary> story(std::string_view id) override { return read(read_story, id); }
  base::Result<std::vector<std::string>> undated_reports(std::string_view story) override {
    return read(find_undated_reports, story);
  }
  base::Result<std::string> story_of(std::string_view uri) override { return read(find_story_of, uri); }
  base::Result<std::vector<StorySummary>> stories_on(base::Day day) override { return read(read_stories_on, day); }
  base::Result<std::vector<StorySummary>> newest_stories(std::size_t limit) override {
    return read(read_newest_stories, limit);
  }
  base::Result<std::vector<std::pair<base::Day, std::size_t>>> count_per_day(base::Day first, base::Day last) override {
    return read(read_count_per_day, first, last);
  }
  base::Result<std::vector<std::pair<int, std::size_t>>> count_per_year() override { return read(read_count_per_year); }
  base::Result<std::optional<base::Day>> day_before(base::Day day) override { return read(read_day_before, day); }
  base::Result<std::optional<base::Day>> day_after(base::Day day) override { return read(read_day_after, day); }
  base::Result<std::optional<base::Day>> newest_day() override { return read(read_newest_day); }
  base::Result<SearchResults> search(const SearchQuery& query) override { return read(search_articles, query); }
  base::Result<void> for_each(
      const std::function<bool(const news::Article& article, std::string_view story)>& visit) override {
    return read(visit_articles, visit);
  }
  base::Result<void> for_each_imprint(std::size_t newest,
                                      const std::function<bool(const FiledImprint& imprint)>& visit) override {
    return read(visit_imprints, newest, visit);
  }
  base::Result<Counts> counts() override { return read(read_counts); }

  base::Result<std::vector<std::string>> check() override {
    const std::lock_guard lock(filing_);
    DATELINE_TRY(Readers::Lease lease, readers_->lease());
    return check_soundness(*lease, writer_.get());
  }

 private:
  // Calls `question(connection, arguments…)` on a connection of its own.
  template <typename Answer, typename... Parameters, typename... Arguments>
  Answer read(Answer (*question)(Connection&, Parameters...), const Arguments&... arguments) {
    DATELINE_TRY(Readers::Lease lease, readers_->lease());
    return question(*lease, arguments...);
  }

  // In this order, so that the writer closes last: the last to close writes the journal back, which readers may not.
  std::mutex filing_;  // guards *writer_
  std::unique_ptr<Connection> writer_;
  std::unique_ptr<Readers> readers_;
};

// FULL: what was committed is synced. The journal is written back when it has 32 MB, so that the disk waits for one
// sync a batch, and is kept short after a long read has held it up.
constexpr const char kWriterSettings[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
    "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32000";

base::Result<std::unique_ptr<Connection>> open_writer(const std::string& path, bool create) {
  const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
  DATELINE_TRY(auto writer, Connection::open(path, flags));
  DATELINE_CHECKED(register_functions(*writer));
  if (create) {
    auto blank = is_blank(*writer);
    if (!blank.ok()) return blank.error();
    if (*blank) DATELINE_CHECKED(create_schema(*writer));
  }
  // Before anything is set: another program's file must stay as it is.
  DATELINE_CHECKED(check_identity(*writer));
  if (sqlite3_db_readonly(writer->handle(), "main") == 1) {
    return base::Error{base::ErrorCode::kForbidden, "no permission to write to the archive"};
  }
  DATELINE_CHECKED(writer->execute(kWriterSettings));
  DATELINE_CHECKED(bring_up_to_date(*writer));
  return writer;
}

base::Result<std::unique_ptr<Readers>> open_readers(const std::string& path) {
  auto readers = std::make_unique<Readers>(path);
  DATELINE_TRY(Readers::Lease lease, readers->lease());
  DATELINE_CHECKED(check_identity(*lease));
  return readers;
}

// SQLite wants to write beside a file with a journal even to read it, unless it is told that nothing will change.
base::Result<std::unique_ptr<Readers>> open_read_only(const std::string& path) {
  auto readers = open_readers(path);
  if (readers.ok() || readers.error().code == base::ErrorCode::kCorrupt ||
      readers.error().code == base::ErrorCode::kNewer) {
    return readers;
  }
  if (has_journal(path)) return readers;
  auto unchanging = open_readers("file:" + base::encode_percent(path) + "?immutable=1");
  return unchanging.ok() ? std::move(unchanging) : std::move(readers);
}

}  // namespace

base::Result<std::unique_ptr<Archive>> Archive::open(const std::filesystem::path& path, Mode mode) {
  // SQLite reads some names as something other than a file: an absolute path is never one of them.
  std::error_code failed;
  const std::string file = std::filesystem::absolute(path, failed).string();
  if (path.empty() || failed) return base::Error{base::ErrorCode::kNotFound, "no such file"};
  DATELINE_TRY(const FileState state, look_at_file(file));
  if (mode != Mode::kCreateOrOpen && state == FileState::kAbsent) {
    return base::Error{base::ErrorCode::kNotFound, "no such file"};
  }
  if (mode != Mode::kCreateOrOpen && state == FileState::kEmpty) {
    return base::Error{base::ErrorCode::kCorrupt, "is not a Dateline archive: it is empty"};
  }
  // SQLite says of every folder in which it cannot make a file that there is none.
  if (state == FileState::kAbsent && ::access(std::filesystem::path(file).parent_path().c_str(), W_OK) != 0) {
    return base::system_error(errno);
  }
  std::unique_ptr<Connection> writer;
  std::unique_ptr<Readers> readers;
  if (mode == Mode::kReadOnly) {
    DATELINE_TRY(readers, open_read_only(file));
  } else {
    DATELINE_TRY(writer, open_writer(file, mode == Mode::kCreateOrOpen));
    DATELINE_TRY(readers, open_readers(file));
  }
  return std::unique_ptr<Archive>(std::make_unique<SqliteArchive>(std::move(readers), std::move(writer)));
}

}  // namespace dateline::archive

#include "archive/schema.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>

#include "base/files.h"

namespace dateline::archive {
namespace {

// Words as in docs/archive.md. `day` and `year` are of publication, of receipt where that is unknown, so that every
// article has its place in the calendar. The view gives the search index what it indexes: nothing is stored twice.
constexpr const char kVersion1[] = R"sql(
CREATE TABLE stories(
  id        INTEGER PRIMARY KEY,
  name      TEXT    NOT NULL UNIQUE,
  headline  TEXT    NOT NULL,
  reports   INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,
  latest    INTEGER NOT NULL
) STRICT;
CREATE INDEX stories_by_latest ON stories(latest);

CREATE TABLE articles(
  id             INTEGER PRIMARY KEY,
  uri            TEXT    NOT NULL UNIQUE,
  story          INTEGER NOT NULL REFERENCES stories(id),
  duplicate_of   INTEGER REFERENCES articles(id),
  version        INTEGER NOT NULL,
  outlet_name    TEXT    NOT NULL,
  outlet_domain  TEXT    NOT NULL,
  headline       TEXT    NOT NULL,
  language       TEXT    NOT NULL,
  published      INTEGER,
  certainty      INTEGER NOT NULL,
  received       INTEGER NOT NULL,
  day            INTEGER NOT NULL,
  year           INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_by_story ON articles(story);
CREATE INDEX articles_by_day ON articles(day, story);
CREATE INDEX articles_by_original ON articles(duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE versions(
  article     INTEGER NOT NULL REFERENCES articles(id),
  version     INTEGER NOT NULL,
  received    INTEGER NOT NULL,
  text_sha256 TEXT    NOT NULL,
  encoding    INTEGER NOT NULL,
  body        BLOB    NOT NULL,
  PRIMARY KEY(article, version)
) STRICT;

CREATE TABLE days(
  day      INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL
) STRICT;

CREATE VIEW indexed(id, headline, text) AS
  SELECT a.id, a.headline, article_text(v.encoding, v.body)
  FROM articles a JOIN versions v ON v.article = a.id AND v.version = a.version;

CREATE VIRTUAL TABLE search USING fts5(
  headline, text, content='indexed', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO search(search, rank) VALUES('rank', 'bm25(4.0, 1.0)');
)sql";

// Imprints have a table of their own, so that reading articles does not pay for them. Of articles that version 1 filed
// the newest version is taken up when the grouper next starts.
constexpr const char kVersion2[] = R"sql(
CREATE TABLE redirects(
  name  TEXT    NOT NULL PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES stories(id)
) STRICT;
CREATE INDEX redirects_by_story ON redirects(story);

CREATE TABLE imprints(
  id      INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles(id),
  version INTEGER NOT NULL,
  bytes   BLOB    NOT NULL,
  UNIQUE(article, version)
) STRICT;
INSERT INTO imprints(article, version, bytes) SELECT id, version, x'' FROM articles ORDER BY id;
)sql";

// What each version added: a new archive is made the way an old one is brought up to date.
constexpr std::array<const char*, kSchemaVersion> kAdditions = {kVersion1, kVersion2};

// "SQLite Database File Format", section 1.3: how each begins, its end of string included, and the smallest page.
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kSmallestPageBytes = 512;
constexpr std::size_t kPageSizeAt = 16;   // two bytes; 1 stands for 65,536
constexpr std::size_t kPageCountAt = 28;  // four bytes

base::Error not_an_archive() {
  return {base::ErrorCode::kCorrupt, "is not a Dateline archive"};
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

// SQLite takes a file that is shorter than a page for an empty one, and fills it; and it rounds up the size of one that
// was cut off inside its last page.
base::Result<void> check_beginning(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return base::system_error(errno);
  std::string begin(kSmallestPageBytes, '\0');
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(in.gcount()));
  if (!begin.starts_with(kMagic) || begin.size() < kSmallestPageBytes) return not_an_archive();
  const std::string_view header = begin;
  const std::uint64_t page_bytes = big_endian(header.substr(kPageSizeAt, 2));
  const std::uint64_t bytes = (page_bytes == 1 ? 65536 : page_bytes) * big_endian(header.substr(kPageCountAt, 4));
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return base::system_error(errno);
  // With a journal, the rest may still be there.
  if (static_cast<std::uint64_t>(info.st_size) < bytes && !has_journal(path)) {
    return base::Error{base::ErrorCode::kCorrupt, fmt::format("is cut off: has {} bytes of {}", info.st_size, bytes)};
  }
  return {};
}

// "file is not a database" of SQLite says the same less helpfully.
base::Error in_our_words(const base::Error& error) {
  if (error.code == base::ErrorCode::kCorrupt && error.message.find("not a database") != std::string::npos) {
    return not_an_archive();
  }
  return error;
}

base::Result<void> add_tables(Connection& connection, std::int64_t version) {
  for (auto next = static_cast<std::size_t>(version); next < kAdditions.size(); ++next) {
    DATELINE_CHECKED(connection.execute(kAdditions[next]));
  }
  return connection.execute(fmt::format("PRAGMA user_version = {}", kSchemaVersion).c_str());
}

}  // namespace

bool has_journal(const std::string& path) {
  struct stat info {};
  return ::stat((path + "-wal").c_str(), &info) == 0 && info.st_size > 0;
}

base::Result<FileState> look_at_file(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) return FileState::kAbsent;
    return base::system_error(errno);
  }
  if (S_ISDIR(info.st_mode)) return base::Error{base::ErrorCode::kCorrupt, "is not a Dateline archive but a folder"};
  if (!S_ISREG(info.st_mode)) return not_an_archive();
  if (info.st_size > 0) {
    DATELINE_CHECKED(check_beginning(path));
    return FileState::kSomething;
  }
  // SQLite drops the journal of an empty file. A new archive never looks like this: its first page is in the file
  // before it has a journal.
  if (has_journal(path)) {
    return base::Error{base::ErrorCode::kCorrupt, "is empty, and has a journal beside it: the file was cut off"};
  }
  return FileState::kEmpty;
}

base::Result<bool> is_blank(Connection& connection) {
  // The number of tables: a foreign database with none is as blank as a new file.
  auto tables = connection.number("SELECT count(*) FROM sqlite_schema");
  if (!tables.ok()) return in_our_words(tables.error());
  DATELINE_TRY(const std::int64_t id, connection.number("PRAGMA application_id"));
  return *tables == 0 && id == 0;
}

base::Result<std::int64_t> schema_version(Connection& connection) {
  return connection.number("PRAGMA user_version");
}

base::Result<void> create_schema(Connection& connection) {
  // Articles of 400 words take 4.9 KB each in pages of 8 KB, 6.3 KB in the default of 4 KB, whose ends are lost.
  DATELINE_CHECKED(connection.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL"));
  DATELINE_TRY(Transaction transaction, Transaction::begin(connection, Transaction::Kind::kWrite));
  DATELINE_TRY(const bool blank, is_blank(connection));
  if (!blank) return {};  // another process was first
  DATELINE_CHECKED(add_tables(connection, 0));
  DATELINE_CHECKED(connection.execute(fmt::format("PRAGMA application_id = {}", kApplicationId).c_str()));
  return transaction.commit();
}

base::Result<void> bring_up_to_date(Connection& connection) {
  DATELINE_TRY(const std::int64_t before, schema_version(connection));
  if (before >= kSchemaVersion) return {};
  DATELINE_TRY(Transaction transaction, Transaction::begin(connection, Transaction::Kind::kWrite));
  // Asked again: another process may have been first.
  DATELINE_TRY(const std::int64_t version, schema_version(connection));
  if (version >= kSchemaVersion) return {};
  DATELINE_CHECKED(add_tables(connection, version));
  return transaction.commit();
}

base::Result<void> check_identity(Connection& connection) {
  auto id = connection.number("PRAGMA application_id");
  if (!id.ok()) return in_our_words(id.error());
  if (*id != kApplicationId) return not_an_archive();
  DATELINE_TRY(const std::int64_t version, schema_version(connection));
  if (version > kSchemaVersion) {
    return base::Error{base::ErrorCode::kNewer,
                       fmt::format("was written by a newer Dateline: schema {}, this program knows up to {}", version,
                                   kSchemaVersion)};
  }
  if (version < 1) return not_an_archive();
  return {};
}

}  // namespace dateline::archive

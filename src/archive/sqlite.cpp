#include "archive/sqlite.h"

#include <fmt/format.h>

#include <cerrno>
#include <utility>

namespace dateline::archive {
namespace {

constexpr int kBusyMilliseconds = 5000;

bool means_no_space(int number) {
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

base::ErrorCode code_of(int code, int system_number) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return base::ErrorCode::kFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return base::ErrorCode::kCorrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return base::ErrorCode::kBusy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return base::ErrorCode::kForbidden;
    case SQLITE_TOOBIG:
      return base::ErrorCode::kTooLarge;
    case SQLITE_CANTOPEN:
      if (system_number == ENOENT || system_number == ENOTDIR) return base::ErrorCode::kNotFound;
      if (system_number == EACCES || system_number == EPERM || system_number == EROFS) {
        return base::ErrorCode::kForbidden;
      }
      return base::ErrorCode::kIo;
    default:
      return means_no_space(system_number) ? base::ErrorCode::kFull : base::ErrorCode::kIo;
  }
}

}  // namespace

base::Error sqlite_error(sqlite3* db, int code) {
  // SQLite remembers the system's reason of some failures; of a failed write of the journal only errno still tells.
  const int last_number = errno;
  const int extended =
      db != nullptr && (sqlite3_extended_errcode(db) & 0xFF) == (code & 0xFF) ? sqlite3_extended_errcode(db) : code;
  const int remembered = db != nullptr ? sqlite3_system_errno(db) : 0;
  const int system_number = remembered != 0 ? remembered : last_number;
  const base::ErrorCode kind = code_of(extended, system_number);
  // SQLite's own message is about the last call on the handle, which is this one whenever the codes agree.
  const char* words =
      db != nullptr && extended == sqlite3_extended_errcode(db) ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  if (kind == base::ErrorCode::kFull) return {kind, "no space left for the archive"};
  if (kind == base::ErrorCode::kBusy) return {kind, "the archive is in use by another process"};
  if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY) {
    return {kind, "a write to it was cut off; the next 'dateline add' makes it whole"};
  }
  if (kind == base::ErrorCode::kForbidden) {
    const bool opening = (extended & 0xFF) == SQLITE_CANTOPEN;
    return {kind, opening ? "no permission to open the archive" : "no permission to write to the archive"};
  }
  return {kind, fmt::format("{} (SQLite {})", words, extended)};
}

Statement::Statement(Statement&& other) noexcept
    : owner_(other.owner_), handle_(std::exchange(other.handle_, nullptr)), code_(other.code_) {}

Statement::~Statement() {
  if (handle_ == nullptr) return;
  sqlite3_reset(handle_);
  sqlite3_clear_bindings(handle_);
  owner_->give_back(handle_, owner_->origin_[handle_]);
}

Statement& Statement::bind(int index, std::int64_t number) {
  if (handle_ != nullptr) keep(sqlite3_bind_int64(handle_, index, number));
  return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
  // A null pointer would bind NULL, where the caller means an empty text.
  const char* bytes = text.data() != nullptr ? text.data() : "";
  if (handle_ != nullptr) keep(sqlite3_bind_text64(handle_, index, bytes, text.size(), nullptr, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
  const char* begin = bytes.data() != nullptr ? bytes.data() : "";
  if (handle_ != nullptr) keep(sqlite3_bind_blob64(handle_, index, begin, bytes.size(), nullptr));
  return *this;
}

Statement& Statement::bind_null(int index) {
  if (handle_ != nullptr) keep(sqlite3_bind_null(handle_, index));
  return *this;
}

base::Result<bool> Statement::step() {
  if (code_ != SQLITE_OK) return sqlite_error(owner_->handle_, code_);
  errno = 0;
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return sqlite_error(owner_->handle_, code);
}

base::Result<void> Statement::run() {
  for (;;) {
    DATELINE_TRY(const bool row, step());
    if (!row) break;
  }
  sqlite3_reset(handle_);
  return {};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_, column);
}

std::string_view Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(handle_, column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string_view Statement::blob(int column) const {
  const void* bytes = sqlite3_column_blob(handle_, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

base::Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  std::unique_ptr<Connection> connection(new Connection(handle));
  if (code != SQLITE_OK) return sqlite_error(handle, code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  return connection;
}

Connection::~Connection() {
  for (const auto& [sql, statements] : idle_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close(handle_);
}

Statement Connection::statement(const char* sql) {
  if (auto found = idle_.find(sql); found != idle_.end() && !found->second.empty()) {
    sqlite3_stmt* handle = found->second.back();
    found->second.pop_back();
    return {*this, handle, SQLITE_OK};
  }
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  if (handle != nullptr) origin_[handle] = sql;
  return {*this, handle, code};
}

void Connection::give_back(sqlite3_stmt* statement, const char* sql) {
  idle_[sql].push_back(statement);
}

base::Result<void> Connection::execute(const char* sql) {
  errno = 0;
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return sqlite_error(handle_, code);
  return {};
}

base::Result<std::int64_t> Connection::number(const char* sql) {
  Statement statement = this->statement(sql);
  DATELINE_TRY(const bool row, statement.step());
  return row ? statement.integer(0) : 0;
}

base::Result<Transaction> Transaction::begin(Connection& connection, Kind kind) {
  DATELINE_CHECKED(connection.execute(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN"));
  return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
  if (connection_ == nullptr) return;
  // Some errors (disk full, I/O) have rolled back already; a second rollback then fails, which changes nothing.
  (void)connection_->execute("ROLLBACK");
}

base::Result<void> Transaction::commit() {
  DATELINE_CHECKED(connection_->execute("COMMIT"));
  connection_ = nullptr;
  return {};
}

}  // namespace dateline::archive

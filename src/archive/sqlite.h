// archive/sqlite.h -- SQLite's C interface with owners for its handles and its result codes as Errors.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace dateline::archive {

class Connection;

/// The Error for the result code of the last call on `db` (may be null: then `code` alone speaks).
///
///   SQLITE_FULL, and any write that failed with ENOSPC, EDQUOT or EFBIG   kFull
///   SQLITE_CORRUPT, SQLITE_NOTADB                                         kCorrupt
///   SQLITE_BUSY, SQLITE_LOCKED                                            kBusy
///   SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH                             kForbidden
///   SQLITE_CANTOPEN                                                       by errno: kNotFound, kForbidden, kIo
///   SQLITE_TOOBIG                                                         kTooLarge
///   anything else                                                         kIo
base::Error sqlite_error(sqlite3* db, int code);

/// A prepared statement, lent by a Connection and given back to its cache at the end of the scope. An error of
/// preparing or binding is kept and comes out of step() and run(), so that callers look in one place.
///
/// Ownership: text and blobs that are bound are borrowed until the last step. Columns live until the next step.
/// Threads:   as its Connection: one at a time.
class Statement {
 public:
  Statement(Connection& owner, sqlite3_stmt* handle, int code) : owner_(&owner), handle_(handle), code_(code) {}
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  /// Parameters count from 1.
  Statement& bind(int index, std::int64_t number);
  Statement& bind(int index, std::string_view text);
  Statement& bind_blob(int index, std::string_view bytes);
  Statement& bind_null(int index);

  /// True when there is a row. Errors: as sqlite_error().
  base::Result<bool> step();
  /// Steps to the end, drops rows, and is ready to be bound again. Errors: as sqlite_error().
  base::Result<void> run();

  /// Columns of the row, from 0.
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  bool is_null(int column) const;

 private:
  void keep(int code) {
    if (code_ == SQLITE_OK) code_ = code;
  }

  Connection* owner_;
  sqlite3_stmt* handle_;
  int code_;
};

/// A connection with its cache of statements.
///
/// Threads: one at a time.
class Connection {
 public:
  /// `flags` are SQLITE_OPEN_…; SQLITE_OPEN_NOMUTEX is added. Waits up to five seconds for another process's lock.
  /// Errors: as sqlite_error().
  static base::Result<std::unique_ptr<Connection>> open(const std::string& path, int flags);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// `sql` must be a literal or live as long as the connection: its address is the cache's key.
  Statement statement(const char* sql);
  /// Runs statements without parameters, rows dropped. Errors: as sqlite_error().
  base::Result<void> execute(const char* sql);
  /// The first column of the first row, as a number; 0 when there is none. Errors: as sqlite_error().
  base::Result<std::int64_t> number(const char* sql);

  sqlite3* handle() const { return handle_; }

 private:
  friend class Statement;
  explicit Connection(sqlite3* handle) : handle_(handle) {}
  void give_back(sqlite3_stmt* statement, const char* sql);

  sqlite3* handle_;
  std::unordered_map<const char*, std::vector<sqlite3_stmt*>> idle_;
  std::unordered_map<sqlite3_stmt*, const char*> origin_;
};

/// BEGIN … COMMIT; rolls back when it is left without commit().
class Transaction {
 public:
  enum class Kind { kRead, kWrite };

  /// Errors: kBusy when another process files for longer than the connection waits.
  static base::Result<Transaction> begin(Connection& connection, Kind kind);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  base::Result<void> commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}
  Connection* connection_;  // null: done
};

}  // namespace dateline::archive

// archive/readers.h -- connections that read, lent to one thread each.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "archive/sqlite.h"
#include "base/result.h"

namespace dateline::archive {

/// Lends a connection to whoever reads. Any number may be out at once; a few that come back are kept.
///
/// Ownership: outlives its leases.
/// Threads:   any number.
class Readers {
 public:
  class Lease {
   public:
    Lease(Readers& owner, std::unique_ptr<Connection> connection)
        : owner_(&owner), connection_(std::move(connection)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
      if (connection_ != nullptr) owner_->give_back(std::move(connection_));
    }
    Connection& operator*() const { return *connection_; }

   private:
    Readers* owner_;
    std::unique_ptr<Connection> connection_;
  };

  /// `path` is as SQLite takes it, a "file:" URI included.
  explicit Readers(std::string path) : path_(std::move(path)) {}

  /// Errors: as sqlite_error().
  base::Result<Lease> lease();

 private:
  void give_back(std::unique_ptr<Connection> connection);

  std::string path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace dateline::archive

#include "archive/readers.h"

#include "archive/passage.h"

namespace dateline::archive {
namespace {

// As many as a small server has threads; each holds a page cache of at most 8 MB and its statements.
constexpr std::size_t kMaxIdle = 8;

}  // namespace

base::Result<Readers::Lease> Readers::lease() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(connection));
    }
  }
  DATELINE_TRY(auto connection, Connection::open(path_, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI));
  DATELINE_CHECKED(register_functions(*connection));
  DATELINE_CHECKED(connection->execute("PRAGMA cache_size = -8000"));
  return Lease(*this, std::move(connection));
}

void Readers::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < kMaxIdle) idle_.push_back(std::move(connection));
}

}  // namespace dateline::archive

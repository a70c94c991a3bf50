// app/recent_rows.h -- the newest rows that `group` has placed, found again by the uris of their articles.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"

namespace dateline::app {

struct PlacedRow {
  base::Json id;
  std::string uri;
  std::string story;
  std::optional<base::Json> duplicate_of = std::nullopt;  ///< The id of the row that it copies.
  std::string because = {};  ///< A JSON object where the user asks why: as text a fifth of its size in memory.
};

/// Rows in the order in which they came. Threads: one at a time.
class RecentRows {
 public:
  /// Keeps at most `capacity` rows: of more, the oldest are forgotten. REQUIRES: capacity > 0.
  explicit RecentRows(std::size_t capacity) : capacity_(capacity) {}
  RecentRows(const RecentRows&) = delete;
  RecentRows& operator=(const RecentRows&) = delete;

  /// Good until the next add(), as what the other calls give.
  const PlacedRow& add(PlacedRow row);
  /// The oldest row of `uri`; nullptr when none is kept.
  const PlacedRow* first_of(std::string_view uri) const;
  /// Gives all rows of `uri` (several where it came more than once) to `story`, and calls `moved` for each of them, the
  /// oldest first, until it returns false; then it is false itself.
  bool move(std::string_view uri, const std::string& story, const std::function<bool(const PlacedRow&)>& moved);

  const std::deque<PlacedRow>& rows() const { return rows_; }

 private:
  using Key = std::pair<std::string_view, std::size_t>;  // uri, which the row owns, and the number of rows before it

  std::size_t capacity_;
  std::size_t forgotten_ = 0;
  std::deque<PlacedRow> rows_;
  std::set<Key> by_uri_;
};

}  // namespace dateline::app

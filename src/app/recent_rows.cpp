#include "app/recent_rows.h"

namespace dateline::app {

const PlacedRow& RecentRows::add(PlacedRow row) {
  if (rows_.size() == capacity_) {
    by_uri_.erase(Key(rows_.front().uri, forgotten_++));
    rows_.pop_front();
  }
  const PlacedRow& added = rows_.emplace_back(std::move(row));
  by_uri_.insert(Key(added.uri, forgotten_ + rows_.size() - 1));
  return added;
}

const PlacedRow* RecentRows::first_of(std::string_view uri) const {
  const auto first = by_uri_.lower_bound(Key(uri, 0));
  return first != by_uri_.end() && first->first == uri ? &rows_[first->second - forgotten_] : nullptr;
}

bool RecentRows::move(std::string_view uri, const std::string& story,
                      const std::function<bool(const PlacedRow&)>& moved) {
  for (auto at = by_uri_.lower_bound(Key(uri, 0)); at != by_uri_.end() && at->first == uri; ++at) {
    PlacedRow& row = rows_[at->second - forgotten_];
    row.story = story;
    if (!moved(row)) return false;
  }
  return true;
}

}  // namespace dateline::app

#include "stories/number_table.h"

#include <algorithm>
#include <utility>

namespace dateline::stories {
namespace {

constexpr std::size_t kFewestEntries = 64;
constexpr double kFullest = 0.85;     // from here on probing takes long
constexpr double kAfterwards = 0.68;  // so that a fifth of all entries change between two walks over the table

}  // namespace

void NumberTable::add(std::uint32_t key, std::uint32_t number, std::uint32_t oldest) {
  if (static_cast<double>(used_ + 1) > kFullest * static_cast<double>(entries_.size())) rebuild(oldest);
  Entry* room = nullptr;
  Entry* latest = nullptr;
  std::size_t held = 0;
  std::size_t at = home(key);
  for (; entries_[at].number != kEmpty; at = after(at)) {
    Entry& entry = entries_[at];
    if (entry.number < oldest) {
      if (!room) room = &entry;
    } else if (entry.key == key) {
      if (entry.number == number) return;
      if (!latest || entry.number > latest->number) latest = &entry;
      ++held;
    }
  }
  if (held == kMostPerKey) {
    latest->number = number;
    return;
  }
  if (!room) {
    room = &entries_[at];
    ++used_;
  }
  *room = {key, number};
}

NumberTable::Numbers NumberTable::find(std::uint32_t key) const {
  Numbers found;
  if (entries_.empty()) return found;
  for (std::size_t at = home(key); entries_[at].number != kEmpty; at = after(at)) {
    if (entries_[at].key != key) continue;
    // Forgotten numbers may stand beside kMostPerKey others: the latest are wanted then.
    if (found.count < kMostPerKey) {
      found.numbers[found.count++] = entries_[at].number;
      continue;
    }
    const auto lowest = std::min_element(found.numbers.begin(), found.numbers.end());
    *lowest = std::max(*lowest, entries_[at].number);
  }
  return found;
}

void NumberTable::rebuild(std::uint32_t oldest) {
  const auto is_live = [oldest](const Entry& entry) { return entry.number != kEmpty && entry.number >= oldest; };
  const auto live = static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), is_live));
  const auto size = std::max(kFewestEntries, static_cast<std::size_t>(static_cast<double>(live) / kAfterwards));
  const std::vector<Entry> before = std::exchange(entries_, std::vector<Entry>(size));
  used_ = live;
  for (const Entry& entry : before) {
    if (!is_live(entry)) continue;
    std::size_t at = home(entry.key);
    while (entries_[at].number != kEmpty) at = after(at);
    entries_[at] = entry;
  }
}

}  // namespace dateline::stories

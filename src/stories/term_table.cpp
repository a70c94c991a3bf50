#include "stories/term_table.h"

#include <algorithm>
#include <utility>

namespace dateline::stories {
namespace {

constexpr std::size_t kFewestEntries = 64;
constexpr double kFullest = 0.85;     // from here on probing takes long
constexpr double kAfterwards = 0.68;  // so that a fifth of all entries change between two walks over the table
constexpr std::uint32_t kSpread = 2654435769U;  // Fibonacci hashing (Knuth, TAOCP 3, 6.4)

}  // namespace

std::size_t TermTable::place_of(TermKey key) const {
  std::size_t at = std::uint64_t{key * kSpread} * entries_.size() >> 32;
  while (entries_[at].number != kEmpty && entries_[at].key != key) at = at + 1 == entries_.size() ? 0 : at + 1;
  return at;
}

std::uint32_t TermTable::find(TermKey key) const {
  if (entries_.empty()) return 0;
  const Entry& entry = entries_[place_of(key)];
  return entry.number == kEmpty ? 0 : entry.number;
}

std::uint32_t& TermTable::at(TermKey key) {
  if (static_cast<double>(used_ + 1) > kFullest * static_cast<double>(entries_.size())) rebuild();
  Entry& entry = entries_[place_of(key)];
  if (entry.number == kEmpty) {
    entry = {key, 0};
    ++used_;
  }
  return entry.number;
}

void TermTable::rebuild() {
  const auto is_held = [](const Entry& entry) { return entry.number != kEmpty && entry.number != 0; };
  used_ = static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), is_held));
  const auto size = std::max(kFewestEntries, static_cast<std::size_t>(static_cast<double>(used_) / kAfterwards));
  const std::vector<Entry> before = std::exchange(entries_, std::vector<Entry>(size));
  for (const Entry& entry : before) {
    if (is_held(entry)) entries_[place_of(entry.key)] = entry;
  }
}

}  // namespace dateline::stories

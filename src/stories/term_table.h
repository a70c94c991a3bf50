// stories/term_table.h -- a number for each of millions of terms, in few bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "stories/term_key.h"

namespace dateline::stories {

/// Terms without a number have 0, and cost nothing for long. Memory: 10 to 12 bytes a term, twice that for a moment
/// when the table grows by a quarter.
///
/// Source: linear probing, Knuth, TAOCP 3, 6.4; places in the order of the hashes, so that growing is one walk forward.
class TermTable {
 public:
  std::uint32_t find(TermKey key) const;
  /// To be read and set, below 2^32 - 1; valid until the next call.
  std::uint32_t& at(TermKey key);

  /// Calls `visit` with each number that is not 0, to be read and set.
  template <typename Visit>
  void for_each(const Visit& visit) {
    for (Entry& entry : entries_) {
      if (entry.number != kEmpty && entry.number != 0) visit(entry.number);
    }
  }

  std::size_t memory_bytes() const { return entries_.capacity() * sizeof(Entry); }

 private:
  static constexpr std::uint32_t kEmpty = ~std::uint32_t{0};
  struct Entry {
    TermKey key = 0;
    std::uint32_t number = kEmpty;
  };
  // The entry of `key`, or the empty one where it would stand. REQUIRES: there is an empty one.
  std::size_t place_of(TermKey key) const;
  void rebuild();

  std::vector<Entry> entries_;
  std::size_t used_ = 0;  // entries that are not empty, those of 0 among them
};

}  // namespace dateline::stories

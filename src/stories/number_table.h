// stories/number_table.h -- which articles go under a key, in few bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::stories {

/// Article numbers by 32-bit keys, at most kMostPerKey under each: the earliest, and the latest. Numbers that are
/// forgotten make room. Memory: 10 to 12 bytes an entry, twice that for a moment when it grows by a quarter.
///
/// Cost: constant on average for keys that are fair hashes. What it holds depends on the calls alone.
/// Source: linear probing, Knuth, TAOCP 3, 6.4; places in the order of the keys, so that growing is one walk forward.
class NumberTable {
 public:
  static constexpr std::size_t kMostPerKey = 4;

  /// What stands under a key, in no order.
  struct Numbers {
    std::array<std::uint32_t, kMostPerKey> numbers{};
    std::size_t count = 0;
  };

  /// Puts `number` under `key`. Numbers below `oldest` are forgotten.
  /// REQUIRES: oldest <= number < 2^32 - 1.
  void add(std::uint32_t key, std::uint32_t number, std::uint32_t oldest);

  /// May hold forgotten numbers.
  Numbers find(std::uint32_t key) const;

  std::size_t memory_bytes() const { return entries_.capacity() * sizeof(Entry); }

 private:
  static constexpr std::uint32_t kEmpty = ~std::uint32_t{0};
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t number = kEmpty;
  };
  std::size_t home(std::uint32_t key) const { return std::uint64_t{key} * entries_.size() >> 32; }
  std::size_t after(std::size_t at) const { return at + 1 == entries_.size() ? 0 : at + 1; }
  void rebuild(std::uint32_t oldest);

  std::vector<Entry> entries_;
  std::size_t used_ = 0;  // entries that are not empty, forgotten ones among them
};

}  // namespace dateline::stories

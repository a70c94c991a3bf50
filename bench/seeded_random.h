// bench/seeded_random.h -- chance that is the same on every machine and library: what generated input is made from.
#pragma once

#include <cstdint>

namespace dateline::bench {

/// Two seeds to one; different pairs give different seeds, as far as 64 bits allow.
/// Source: the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b = 0) {
  std::uint64_t z = a + 0x9E3779B97F4A7C15ULL * (b + 1);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

/// SplitMix64. The standard library's distributions differ between implementations, and its engines are slow to seed.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(mix(seed)) {}

  std::uint64_t next() { return mix(state_++); }
  /// From 0 to `count` - 1. REQUIRES: count > 0.
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32); }
  std::uint32_t between(std::uint32_t lowest, std::uint32_t highest) { return lowest + below(highest - lowest + 1); }
  /// From 0 to just under 1.
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool chance(double share) { return unit() < share; }

 private:
  std::uint64_t state_;
};

}  // namespace dateline::bench

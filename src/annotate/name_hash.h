// annotate/name_hash.h -- the hashes under which the name model keeps features and words: the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::annotate {

/// Spreads the bits of `value` over all 64.
constexpr std::uint64_t name_mix(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93ull;
  value ^= value >> 32;
  value *= 0xD6E8FEB86659FD93ull;
  value ^= value >> 32;
  return value;
}

/// FNV-1a, 64 bits, mixed.
constexpr std::uint64_t name_hash(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ull;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return name_mix(hash);
}

/// What a table's slot holds of a hash, beside its place there. Never 0, which marks free slots.
constexpr std::uint32_t name_check(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32) | 1u;
}

}  // namespace dateline::annotate

#include "stories/sketch.h"

#include <algorithm>
#include <functional>

namespace dateline::stories {
namespace {

constexpr std::size_t kRunWords = 4;

// Mixes all bits into the low half: the lowest hashes must be a fair sample (finaliser of MurmurHash3, public domain).
std::uint32_t mix(std::uint64_t value) {
  value ^= value >> 33;
  value *= 0xFF51AFD7ED558CCDULL;
  value ^= value >> 33;
  value *= 0xC4CEB9FE1A85EC53ULL;
  value ^= value >> 33;
  return static_cast<std::uint32_t>(value);
}

// Members of sorted `values` up to `highest`.
std::size_t count_up_to(std::span<const std::uint32_t> values, std::uint32_t highest) {
  return static_cast<std::size_t>(std::upper_bound(values.begin(), values.end(), highest) - values.begin());
}

}  // namespace

Sketch make_sketch(std::span<const text::TermId> words) {
  Sketch sketch;
  for (const text::TermId run : text::shingles(words, kRunWords)) sketch.lowest.push_back(mix(run));
  std::sort(sketch.lowest.begin(), sketch.lowest.end());
  sketch.lowest.erase(std::unique(sketch.lowest.begin(), sketch.lowest.end()), sketch.lowest.end());
  sketch.runs = static_cast<std::uint32_t>(sketch.lowest.size());
  if (sketch.lowest.size() > kSketchSize) sketch.lowest.resize(kSketchSize);
  sketch.lowest.shrink_to_fit();
  return sketch;
}

bool is_copy(const Sketch& a, const Sketch& b) {
  const Sketch& shorter = a.runs <= b.runs ? a : b;
  const Sketch& longer = a.runs <= b.runs ? b : a;
  if (shorter.runs == 0 || longer.runs > 2 * static_cast<std::uint64_t>(shorter.runs)) return false;
  // Below this hash both sketches are complete. A text with all its runs in the sketch is complete everywhere.
  const std::uint32_t all = ~std::uint32_t{0};
  const std::uint32_t highest = std::min(shorter.runs > kSketchSize ? shorter.lowest.back() : all,
                                         longer.runs > kSketchSize ? longer.lowest.back() : all);
  const std::size_t sampled = count_up_to(shorter.lowest, highest);
  std::size_t common = 0;
  std::size_t j = 0;
  for (std::size_t i = 0; i < sampled; ++i) {
    while (j < longer.lowest.size() && longer.lowest[j] < shorter.lowest[i]) ++j;
    if (j < longer.lowest.size() && longer.lowest[j] == shorter.lowest[i]) ++common;
  }
  if (shorter.runs < kFewestRuns) return a.runs == b.runs && common == sampled;
  return static_cast<double>(common) >= kCopiedShare * static_cast<double>(sampled);
}

bool is_sound(const Sketch& sketch) {
  const auto& hashes = sketch.lowest;
  return hashes.size() == std::min<std::size_t>(sketch.runs, kSketchSize) &&
         std::adjacent_find(hashes.begin(), hashes.end(), std::greater_equal<>()) == hashes.end();
}

}  // namespace dateline::stories

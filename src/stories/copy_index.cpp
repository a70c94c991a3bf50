#include "stories/copy_index.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "base/check.h"

namespace dateline::stories {
namespace {

// An earlier article of which so much less was taken over is another one with the same furniture.
constexpr double kMuchLess = 0.25;

}  // namespace

CopyIndex::CopyIndex(std::size_t capacity) : capacity_(std::clamp<std::size_t>(capacity, 1, kCapacity * 16)) {}

void CopyIndex::add(std::uint32_t number, const Sketch& sketch) {
  CHECK(number + 1 >= next_ && number + 1 != 0);
  // Numbers that were left out have no text here.
  const std::uint32_t first_left_out =
      std::max(next_, number - static_cast<std::uint32_t>(std::min<std::size_t>(number, capacity_)));
  for (std::uint32_t i = first_left_out; i <= number; ++i) {
    if (i % capacity_ < signatures_.size()) {
      signatures_[i % capacity_] = {};
    } else {
      signatures_.resize(i % capacity_ + 1);
    }
  }
  next_ = number + 1;
  signatures_[number % capacity_] = sketch.signature;
  for (const std::uint32_t key : std::span(sketch.keys).first(std::min(sketch.keys.size(), kIndexedKeys))) {
    keys_.add(key, number, oldest());
  }
}

std::optional<std::uint32_t> CopyIndex::original_of(const Sketch& sketch, const MayBe& may_be) const {
  std::vector<std::uint32_t> candidates;
  for (const std::uint32_t key : sketch.keys) {
    const NumberTable::Numbers found = keys_.find(key);
    for (std::size_t i = 0; i < found.count; ++i) candidates.push_back(found.numbers[i]);
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<std::pair<std::uint32_t, double>> copied;  // earliest first
  double most = 0;
  for (const std::uint32_t number : candidates) {
    const double share = holds(number) ? copied_share(sketch.signature, signature(number)) : 0;
    if (share < kCopiedShare || (may_be && !may_be(number, share))) continue;
    copied.emplace_back(number, share);
    most = std::max(most, share);
  }
  for (const auto& [number, share] : copied) {
    if (share >= most - kMuchLess) return number;
  }
  return std::nullopt;
}

}  // namespace dateline::stories

// stories/copy_index.h -- the original of a copy, found among millions of earlier articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

#include "stories/chunks.h"
#include "stories/number_table.h"
#include "stories/sketch.h"

namespace dateline::stories {

/// The signatures of the newest articles, found by single runs of words that they share with a text. When full, the
/// oldest go.
///
/// One run in common is enough to be looked at, so a text is found that has an added paragraph, or is a third of what
/// it was. A run leads to at most NumberTable::kMostPerKey articles, so neither phrases that everybody uses nor
/// thousands of copies make a call dear: it looks at 32 keys and at most 128 signatures, however many are held. Memory:
/// 96 bytes an article, and about 110 of index. Threads: one at a time. Depends on the calls alone.
class CopyIndex {
 public:
  /// Whether an article may be the answer; `share`: the copied_share(), at least kCopiedShare.
  using MayBe = std::function<bool(std::uint32_t number, double share)>;

  /// Of the numbers given, the newest `capacity` are held.
  explicit CopyIndex(std::size_t capacity = kCapacity);

  /// Takes article `number`. A text without words is found by nothing. The number added last may be added again: its
  /// sketch is replaced.
  /// REQUIRES: `number` is not below any added before, and below 2^32 - 1.
  void add(std::uint32_t number, const Sketch& sketch);

  /// The article that `sketch` is a copy of, among those that `may_be` agrees to: the earliest of those of which about
  /// as much stands in it as of any.
  std::optional<std::uint32_t> original_of(const Sketch& sketch, const MayBe& may_be = nullptr) const;

  bool holds(std::uint32_t number) const { return number >= oldest() && number < next_; }
  std::size_t memory_bytes() const { return signatures_.size() * sizeof(Signature) + keys_.memory_bytes(); }

  static constexpr std::size_t kCapacity = std::size_t{1} << 22;

 private:
  std::uint32_t oldest() const { return next_ > capacity_ ? next_ - static_cast<std::uint32_t>(capacity_) : 0; }
  const Signature& signature(std::uint32_t number) const { return signatures_[number % capacity_]; }

  std::size_t capacity_;
  std::uint32_t next_ = 0;        // above all numbers added
  Chunks<Signature> signatures_;  // a ring once it is full
  NumberTable keys_;
};

}  // namespace dateline::stories

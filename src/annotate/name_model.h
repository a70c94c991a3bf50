// annotate/name_model.h -- the weights of the name tagger and its classes of words, read where they lie.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "annotate/name_labels.h"

namespace dateline::annotate {

/// Classes of one word by what it stands among in much text, coarse to fine: below 64, 512 and 2048; 0 for words not
/// known.
struct WordClusters {
  std::uint16_t coarse = 0;
  std::uint16_t middle = 0;
  std::uint16_t fine = 0;
};

/// What tools/data/train_name_model.cpp writes, used as it lies; little-endian: "DLNAMES1", the number of weight slots
/// and of word slots (32 bits each, powers of two), kNameLabels x kNameLabels transitions (16 bits), weight slots, word
/// slots. Both tables have open addressing: an entry lies at its hash modulo the number of slots, or in the next free
/// slot.
///
/// Ownership: borrows the bytes. Threads: any. A file that is none gives a model without weights, which finds no names.
class NameModel {
 public:
  using Row = std::array<std::int8_t, 20>;    ///< By label; what is behind the last is 0.
  using Sums = std::array<std::int16_t, 20>;  ///< The same.

  explicit NameModel(std::string_view bytes);

  bool empty() const { return slots_ == 0; }
  /// Adds the weights of a feature, if it has some, to `sums`.
  void add(std::uint64_t feature, Sums& sums) const;
  /// The weight of `next` right behind `label`.
  std::int16_t transition(NameLabel label, NameLabel next) const { return transitions_[label * kNameLabels + next]; }
  /// The classes of a word, folded.
  WordClusters clusters(std::string_view folded) const;

  struct Slot {
    std::uint32_t check = 0;  ///< 0: free
    Row weights{};
  };
  struct WordSlot {
    std::uint32_t check = 0;   ///< 0: free
    std::uint32_t packed = 0;  ///< coarse + 64 x middle + 32768 x fine
  };

 private:
  std::size_t slots_ = 0;
  std::size_t word_slots_ = 0;
  std::array<std::int16_t, kNameLabels * kNameLabels> transitions_{};
  const char* table_ = nullptr;
  const char* words_ = nullptr;
};

}  // namespace dateline::annotate

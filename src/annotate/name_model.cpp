#include "annotate/name_model.h"

#include <cstring>

#include "annotate/name_hash.h"

namespace dateline::annotate {
namespace {

constexpr std::string_view kMagic = "DLNAMES1";
constexpr std::size_t kHeaderBytes = 16;

std::uint32_t read_count(const char* at) {
  std::uint32_t count = 0;
  std::memcpy(&count, at, sizeof count);
  return count;
}

bool is_power_of_two(std::size_t count) {
  return count != 0 && (count & (count - 1)) == 0;
}

}  // namespace

NameModel::NameModel(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic)) return;
  const std::size_t slots = read_count(bytes.data() + 8);
  const std::size_t word_slots = read_count(bytes.data() + 12);
  const std::size_t transitions_bytes = transitions_.size() * sizeof(std::int16_t);
  if (!is_power_of_two(slots) || !is_power_of_two(word_slots)) return;
  if (bytes.size() != kHeaderBytes + transitions_bytes + slots * sizeof(Slot) + word_slots * sizeof(WordSlot)) return;
  std::memcpy(transitions_.data(), bytes.data() + kHeaderBytes, transitions_bytes);
  table_ = bytes.data() + kHeaderBytes + transitions_bytes;
  words_ = table_ + slots * sizeof(Slot);
  slots_ = slots;
  word_slots_ = word_slots;
}

void NameModel::add(std::uint64_t feature, Sums& sums) const {
  if (slots_ == 0) return;
  const std::uint32_t wanted = name_check(feature);
  for (std::size_t i = 0; i < slots_; ++i) {
    const char* slot = table_ + ((feature + i) & (slots_ - 1)) * sizeof(Slot);
    std::uint32_t check = 0;
    std::memcpy(&check, slot, sizeof check);
    if (check == 0) return;
    if (check != wanted) continue;
    Row row;
    std::memcpy(row.data(), slot + sizeof check, row.size());
    for (std::size_t label = 0; label < row.size(); ++label) {
      sums[label] = static_cast<std::int16_t>(sums[label] + row[label]);
    }
    return;
  }
}

WordClusters NameModel::clusters(std::string_view folded) const {
  if (word_slots_ == 0) return {};
  const std::uint64_t hash = name_hash(folded);
  const std::uint32_t wanted = name_check(hash);
  for (std::size_t i = 0; i < word_slots_; ++i) {
    WordSlot slot;
    std::memcpy(&slot, words_ + ((hash + i) & (word_slots_ - 1)) * sizeof(WordSlot), sizeof slot);
    if (slot.check == 0) return {};
    if (slot.check != wanted) continue;
    return {static_cast<std::uint16_t>(slot.packed % 64), static_cast<std::uint16_t>(slot.packed / 64 % 512),
            static_cast<std::uint16_t>(slot.packed / 32768)};
  }
  return {};
}

}  // namespace dateline::annotate

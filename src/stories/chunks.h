// stories/chunks.h -- a long array that grows without moving what it holds, and with little room to spare.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace dateline::stories {

/// Like std::deque, whose pieces of 512 bytes leave too much unused beside values of 100 to 300 bytes.
template <typename Value>
class Chunks {
 public:
  std::size_t size() const { return size_; }
  Value& operator[](std::size_t at) { return (*chunks_[at / kChunk])[at % kChunk]; }
  const Value& operator[](std::size_t at) const { return (*chunks_[at / kChunk])[at % kChunk]; }

  /// Appends default values.
  void resize(std::size_t size) {
    while (chunks_.size() * kChunk < size) chunks_.push_back(std::make_unique<std::array<Value, kChunk>>());
    size_ = size;
  }
  void push_back(Value value) {
    resize(size_ + 1);
    (*this)[size_ - 1] = std::move(value);
  }

 private:
  static constexpr std::size_t kChunk = 64;

  std::size_t size_ = 0;
  std::vector<std::unique_ptr<std::array<Value, kChunk>>> chunks_;
};

}  // namespace dateline::stories

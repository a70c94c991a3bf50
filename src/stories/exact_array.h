// stories/exact_array.h -- an array that takes no more room than its values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

namespace dateline::stories {

/// Values that are set once and kept a million times over. Their number stands before them, so that the array itself is
/// a third of a std::vector.
template <typename Value>
class ExactArray {
  static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= sizeof(std::uint32_t));

 public:
  ExactArray() = default;
  explicit ExactArray(std::span<const Value> values) {
    if (values.empty()) return;
    const auto size = static_cast<std::uint32_t>(values.size());
    bytes_.reset(new std::byte[sizeof(size) + values.size_bytes()]);
    std::memcpy(bytes_.get(), &size, sizeof(size));
    std::memcpy(bytes_.get() + sizeof(size), values.data(), values.size_bytes());
  }

  ExactArray(const ExactArray& other) : ExactArray(std::span<const Value>(other.begin(), other.size())) {}
  ExactArray(ExactArray&&) noexcept = default;
  ExactArray& operator=(ExactArray other) noexcept {
    bytes_ = std::move(other.bytes_);
    return *this;
  }
  ~ExactArray() = default;

  const Value& operator[](std::size_t place) const { return begin()[place]; }
  const Value* begin() const {
    return bytes_ ? std::launder(reinterpret_cast<const Value*>(bytes_.get() + sizeof(std::uint32_t))) : nullptr;
  }
  const Value* end() const { return begin() + size(); }
  std::size_t size() const {
    std::uint32_t size = 0;
    if (bytes_) std::memcpy(&size, bytes_.get(), sizeof(size));
    return size;
  }
  bool empty() const { return !bytes_; }
  /// Asks for the first values to be brought near.
  void prefetch() const {
    constexpr std::size_t kLine = 64;
    if (!bytes_) return;
    for (std::size_t i = 0; i < 6; ++i) __builtin_prefetch(bytes_.get() + i * kLine);
  }

 private:
  std::unique_ptr<std::byte[]> bytes_;
};

}  // namespace dateline::stories

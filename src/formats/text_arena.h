// formats/text_arena.h -- many small strings in few allocations, which never move.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline::formats {

/// Keeps copies of texts until it goes.
///
/// Threads: one at a time while it is filled; the views it gave out may be read by any.
class TextArena {
 public:
  /// A copy of `text` that lives as long as the arena. An empty text gives an empty view that is not null.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return std::string_view("");
    char* place = reserve(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

  /// `head` with `tail` behind it, where `head` came from this arena. When `head` was the last text kept and there is
  /// room, only `tail` is copied, so that appending n times is linear.
  std::string_view append(std::string_view head, std::string_view tail) {
    if (head.empty()) return keep(tail);
    if (head.data() + head.size() == next_ && tail.size() <= left_) {
      std::memcpy(next_, tail.data(), tail.size());
      take(tail.size());
      return {head.data(), head.size() + tail.size()};
    }
    // Room for as much again, so that the next appends stay cheap.
    const std::size_t size = head.size() + tail.size();
    char* place = reserve_growing(size);
    std::memcpy(place, head.data(), head.size());
    std::memcpy(place + head.size(), tail.data(), tail.size());
    return {place, size};
  }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{32} << 10;

  void take(std::size_t size) {
    next_ += size;
    left_ -= size;
  }
  void add_block(std::size_t size) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    left_ = size;
  }
  char* reserve(std::size_t size) {
    if (size > left_) add_block(std::max(size, kBlockBytes));
    char* place = next_;
    take(size);
    return place;
  }
  char* reserve_growing(std::size_t size) {
    if (2 * size > left_) add_block(std::max(2 * size, kBlockBytes));
    char* place = next_;
    take(size);
    return place;
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace dateline::formats

// site/lru_cache.h -- finished things by key, the ones not asked for longest dropped first.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline::site {

/// Values are shared and never change. Any thread.
template <typename T>
class LruCache {
 public:
  explicit LruCache(std::size_t limit_bytes) : limit_bytes_(limit_bytes) {}

  /// nullptr when there is none.
  std::shared_ptr<const T> find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = index_.find(key);
    if (found == index_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->value;
  }

  /// Keeps `value`, which counts as `cost_bytes`, in place of what was there. Drops others until all fit; a value
  /// larger than the whole cache is not kept.
  void keep(const std::string& key, std::shared_ptr<const T> value, std::size_t cost_bytes) {
    const std::lock_guard lock(mutex_);
    if (const auto found = index_.find(key); found != index_.end()) drop(found->second);
    if (cost_bytes > limit_bytes_) return;
    while (used_bytes_ + cost_bytes > limit_bytes_) drop(std::prev(entries_.end()));
    entries_.push_front({key, std::move(value), cost_bytes});
    index_[key] = entries_.begin();
    used_bytes_ += cost_bytes;
  }

  std::size_t used_bytes() {
    const std::lock_guard lock(mutex_);
    return used_bytes_;
  }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const T> value;
    std::size_t cost_bytes = 0;
  };
  using Place = typename std::list<Entry>::iterator;

  void drop(Place place) {
    used_bytes_ -= place->cost_bytes;
    index_.erase(place->key);
    entries_.erase(place);
  }

  const std::size_t limit_bytes_;
  std::mutex mutex_;
  std::size_t used_bytes_ = 0;
  std::list<Entry> entries_;  // Newest use first.
  std::unordered_map<std::string, Place> index_;
};

}  // namespace dateline::site

// base/thread_pool.h -- a fixed number of threads and one queue.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dateline::base {

/// Runs tasks in the order they were given, on `threads` threads. The destructor finishes what was submitted.
///
/// Threads: submit() from any thread.
class ThreadPool {
 public:
  /// 0 threads means one for each processor.
  explicit ThreadPool(std::size_t threads);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  std::size_t size() const { return threads_.size(); }

  /// REQUIRES: `task` throws nothing.
  void submit(std::function<void()> task);

  /// Calls work(i) for each i in [0, count), spread over the pool, and returns when all are done. Not to be called
  /// from a task of the same pool.
  void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace dateline::base

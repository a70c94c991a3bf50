// base/ordered_parallel.h -- work spread over a pool, results handed on in the order of the inputs.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "base/thread_pool.h"

namespace dateline::base {

/// Calls `next()` until it returns nothing, `work(input)` on the pool, and `done(output)` in the order of the inputs.
/// next and done run on the calling thread. At most `window` inputs are under way at once, which bounds the memory.
/// Stops early, without waiting for further inputs, when `done` returns false; what is under way is finished and
/// dropped. REQUIRES: window > 0; `work` throws nothing.
template <typename Input, typename Output>
void ordered_parallel(ThreadPool& pool, std::size_t window, const std::function<std::optional<Input>()>& next,
                      const std::function<Output(Input)>& work, const std::function<bool(Output)>& done) {
  struct Slot {
    std::optional<Input> input;
    std::optional<Output> output;
  };
  std::mutex mutex;
  std::condition_variable finished;
  std::deque<Slot> slots;  // A deque keeps the addresses of its elements while its ends move.
  bool more = true;
  bool wanted = true;
  for (;;) {
    while (more && wanted && slots.size() < window) {
      std::optional<Input> input = next();
      if (!input) {
        more = false;
        break;
      }
      Slot* slot = nullptr;
      {
        const std::lock_guard lock(mutex);
        slot = &slots.emplace_back();
        slot->input = std::move(input);
      }
      pool.submit([&mutex, &finished, &work, slot] {
        Output output = work(std::move(*slot->input));
        const std::lock_guard lock(mutex);
        slot->input.reset();
        slot->output = std::move(output);
        finished.notify_one();
      });
    }
    if (slots.empty()) return;
    std::optional<Output> output;
    {
      std::unique_lock lock(mutex);
      finished.wait(lock, [&] { return slots.front().output.has_value(); });
      output = std::move(slots.front().output);
      slots.pop_front();
    }
    if (wanted) wanted = done(std::move(*output));
  }
}

}  // namespace dateline::base

#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>

namespace dateline::base {
namespace {

TEST(ThreadPool, ForEachIndexVisitsEachOnce) {
  ThreadPool pool(3);
  std::vector<std::atomic<int>> visits(1000);
  pool.for_each_index(visits.size(), [&](std::size_t i) { ++visits[i]; });
  for (const auto& count : visits) EXPECT_EQ(count, 1);
}

TEST(ThreadPool, NothingToDoReturnsAtOnce) {
  ThreadPool pool(2);
  pool.for_each_index(0, [](std::size_t) { FAIL(); });
}

TEST(ThreadPool, TheDestructorFinishesWhatWasSubmitted) {
  std::atomic<int> done{0};
  {
    ThreadPool pool(2);
    for (int i = 0; i < 100; ++i) pool.submit([&] { ++done; });
  }
  EXPECT_EQ(done, 100);
}

}  // namespace
}  // namespace dateline::base

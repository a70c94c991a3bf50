#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>

#include "base/ordered_parallel.h"

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

TEST(OrderedParallel, ResultsComeInTheOrderOfTheInputs) {
  ThreadPool pool(4);
  int given = 0;
  std::string out;
  ordered_parallel<int, std::string>(
      pool, 5, [&]() -> std::optional<int> { return given < 50 ? std::optional<int>(given++) : std::nullopt; },
      [](int i) {
        std::this_thread::sleep_for(std::chrono::microseconds((i * 7919) % 300));
        return std::to_string(i) + " ";
      },
      [&](const std::string& text) {
        out += text;
        return true;
      });
  std::string expected;
  for (int i = 0; i < 50; ++i) expected += std::to_string(i) + " ";
  EXPECT_EQ(out, expected);
}

TEST(OrderedParallel, StopsWhenTheConsumerHasEnough) {
  ThreadPool pool(2);
  int given = 0;
  int taken = 0;
  ordered_parallel<int, int>(
      pool, 4, [&]() -> std::optional<int> { return given++; }, [](int i) { return i; },
      [&](int) { return ++taken < 3; });
  EXPECT_EQ(taken, 3);
  EXPECT_LE(given, 8) << "no more than the window is taken in beyond what was wanted";
}

}  // namespace
}  // namespace dateline::base

// Requests come from many threads at once.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "site/test_site.h"

namespace dateline::site {
namespace {

TEST(Threads, ManyReadersGetWhatOneGets) {
  SiteOptions options;
  options.cache_bytes = 60'000;  // So small that pages are dropped and made again all the time.
  testing::TestSite site(true, options);
  const std::vector<std::string> targets = {"/",
                                            "/story/canal",
                                            "/story/ferry",
                                            "/archive/2013",
                                            "/search?q=heron",
                                            "/article?uri=https://record.example/brenn",
                                            "/nothing"};
  std::vector<std::string> expected;
  for (const std::string& target : targets) expected.push_back(site.body(target));
  std::atomic<std::size_t> wrong = 0;
  std::vector<std::thread> readers;
  for (std::size_t reader = 0; reader < 4; ++reader) {
    readers.emplace_back([&, reader] {
      for (std::size_t i = 0; i < 40; ++i) {
        const std::size_t at = (i + reader) % targets.size();
        if (site.body(targets[at]) != expected[at]) ++wrong;
      }
    });
  }
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, 0U);
}

}  // namespace
}  // namespace dateline::site

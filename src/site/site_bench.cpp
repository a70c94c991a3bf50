// What a request costs: a story page made and kept, the front page, a search.
#include <benchmark/benchmark.h>

#include "site/test_site.h"

namespace dateline::site {
namespace {

void ask(benchmark::State& state, const char* target, const char* expected, bool keep) {
  SiteOptions options;
  if (!keep) options.cache_bytes = 0;
  const testing::TestSite site(true, options);
  std::string body;
  for (auto _ : state) body = site.body(target);
  if (body.find(expected) == std::string::npos) state.SkipWithError("wrong answer");
}

void story_made(benchmark::State& state) {
  ask(state, "/story/canal", "All 4 say", false);
}
BENCHMARK(story_made);

void story_kept(benchmark::State& state) {
  ask(state, "/story/canal", "All 4 say", true);
}
BENCHMARK(story_kept);

void front(benchmark::State& state) {
  ask(state, "/", "Canal lock", true);
}
BENCHMARK(front);

void search(benchmark::State& state) {
  ask(state, "/search?q=heron", "<mark>heron</mark>", true);
}
BENCHMARK(search);

}  // namespace
}  // namespace dateline::site

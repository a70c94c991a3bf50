// A story's brief: worked out, as text and as a page.
#include <benchmark/benchmark.h>

#include "editions/brief_render.h"
#include "editions/story_case.h"

namespace dateline::editions {
namespace {

void make(benchmark::State& state) {
  const StoryView view = testing::load_case("canal");
  for (auto _ : state) benchmark::DoNotOptimize(make_brief(view));
  if (make_brief(view).shared.size() != 3) state.SkipWithError("wrong answer");
}
BENCHMARK(make);

void as_text(benchmark::State& state) {
  const StoryView view = testing::load_case("canal");
  const StoryBrief brief = make_brief(view);
  std::string text;
  for (auto _ : state) text = render_text({&brief, 1}, {});
  if (text.find("All 4 say") == std::string::npos) state.SkipWithError("wrong answer");
}
BENCHMARK(as_text);

void as_page(benchmark::State& state) {
  const StoryView view = testing::load_case("canal");
  const StoryBrief brief = make_brief(view);
  std::string page;
  for (auto _ : state) page = render_html({&brief, 1});
  if (page.find("All 4 say") == std::string::npos) state.SkipWithError("wrong answer");
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
}
BENCHMARK(as_page);

}  // namespace
}  // namespace dateline::editions

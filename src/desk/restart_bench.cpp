// How long it takes, and what memory, to go on with an archive: by the articles, and by the imprints that the first
// time has left.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <fstream>

#include "archive/testing.h"
#include "desk/filing.h"

namespace dateline::desk {
namespace {

// Resident memory of the process now.
std::size_t resident_bytes() {
  std::size_t all = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// Three reports a story, of 100 words each, a hundred stories a day.
bool fill(archive::Archive& archive, std::size_t count) {
  constexpr std::size_t kBatch = 1000;
  for (std::size_t at = 0; at < count; at += kBatch) {
    std::vector<news::Article> articles;
    for (std::size_t i = at; i < at + kBatch; ++i) {
      const auto seed = static_cast<unsigned>(i);
      articles.push_back(archive::make_article(fmt::format("https://example.com/news/2026/section/{}.html", i),
                                               archive::make_text(seed + 1000000, 9), archive::make_text(seed, 100),
                                               archive::day(2026, 1, 1) + std::chrono::days(i / 300)));
    }
    std::vector<archive::Filing> filings;
    for (std::size_t i = 0; i < kBatch; ++i) {
      filings.push_back(archive::make_filing(articles[i], fmt::format("s-{:012}", (at + i) / 3)));
    }
    if (!archive.file(filings).ok()) return false;
  }
  return true;
}

void BM_Restart(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  static const archive::TemporaryFolder folder;
  static const annotate::Annotator annotator;
  static const base::SystemClock clock;
  auto archive = archive::Archive::open(folder.file(), archive::Archive::Mode::kCreateOrOpen);
  if (!archive.ok()) return state.SkipWithError("no archive");
  if ((*archive)->counts()->articles == 0 && !fill(**archive, count)) return state.SkipWithError("not filled");
  std::size_t grown = 0;
  for (auto _ : state) {
    malloc_trim(0);
    const std::size_t before = resident_bytes();
    const auto desk = FilingDesk::create(**archive, annotator, clock);
    if (!desk.ok()) return state.SkipWithError("no desk");
    grown = resident_bytes() - std::min(before, resident_bytes());
  }
  state.counters["bytes_per_article"] = static_cast<double>(grown) / static_cast<double>(count);
}
BENCHMARK(BM_Restart)->Arg(100000)->Iterations(1)->Repetitions(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline::desk

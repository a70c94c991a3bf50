// Cost of finding the original of a copy, and bytes an article, by how many articles are held. Checks its answers.
#include <benchmark/benchmark.h>

#include <random>
#include <vector>

#include "stories/copy_index.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kWords = 300;

// A text of invented words, of which one in ten is taken from everybody's phrases.
Sketch make_text(std::uint32_t number, std::size_t words) {
  std::mt19937_64 random(number);
  std::vector<text::TermId> text;
  while (text.size() < words) {
    if (random() % 40 == 0) {
      for (std::uint64_t i = 0, phrase = random() % 500; i < 4; ++i) text.push_back(phrase * 4 + i);
    } else {
      text.push_back(random());
    }
  }
  return make_sketch(text);
}

// The index of the size that is asked for; it is filled once for the benchmarks that follow one another.
const CopyIndex& filled(std::uint32_t articles) {
  static CopyIndex index;
  static std::uint32_t held = 0;
  for (; held < articles; ++held) index.add(held, make_text(held, kWords));
  return index;
}

void BM_OriginalOf(benchmark::State& state) {
  const auto articles = static_cast<std::uint32_t>(state.range(0));
  const CopyIndex& index = filled(articles);
  std::vector<Sketch> copies;
  std::vector<Sketch> others;
  std::vector<std::uint32_t> originals;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    originals.push_back(static_cast<std::uint32_t>(std::uint64_t{i} * articles / 5000));
    copies.push_back(make_text(originals.back(), kWords / 2));  // the first half
    others.push_back(make_text(~i, kWords));
  }
  std::size_t next = 0;
  std::size_t found = 0;
  std::size_t wrong = 0;
  for (auto _ : state) {
    const std::size_t i = next++ % copies.size();
    const auto original = index.original_of(copies[i]);
    found += original == originals[i] ? 1u : 0u;
    wrong += (original && original != originals[i] ? 1u : 0u) + (index.original_of(others[i]) ? 1u : 0u);
  }
  if (found * 1000 < next * 985 || wrong * 1000 > next) state.SkipWithError("copies were missed, or others found");
  state.SetItemsProcessed(static_cast<std::int64_t>(2 * next));
  state.counters["bytes_an_article"] = static_cast<double>(index.memory_bytes()) / articles;
  state.counters["found"] = static_cast<double>(found) / static_cast<double>(next);
}
BENCHMARK(BM_OriginalOf)->Arg(10000)->Arg(1000000)->Arg(3000000)->Iterations(20000)->Unit(benchmark::kMicrosecond);

void BM_Add(benchmark::State& state) {
  std::vector<Sketch> texts;
  for (std::uint32_t i = 0; i < 10000; ++i) texts.push_back(make_text(i, kWords));
  CopyIndex index(static_cast<std::size_t>(state.range(0)));
  std::uint32_t number = 0;
  for (auto _ : state) {
    index.add(number, texts[number % texts.size()]);
    ++number;
  }
  state.SetItemsProcessed(number);
}
BENCHMARK(BM_Add)->Arg(10000)->Arg(1000000)->Iterations(2000000)->Unit(benchmark::kMicrosecond);

void BM_MakeSketch(benchmark::State& state) {
  std::mt19937_64 random(1);
  std::vector<text::TermId> words(static_cast<std::size_t>(state.range(0)));
  for (text::TermId& word : words) word = random();
  for (auto _ : state) benchmark::DoNotOptimize(make_sketch(words).signature.runs);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(BM_MakeSketch)->Arg(300)->Arg(3000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace dateline::stories

// Speed of grouping with many live stories, and of finding facts. Each benchmark checks its answer.
#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "stories/facts.h"
#include "stories/grouper.h"
#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

// An invented word for each number.
std::string spell(std::uint32_t number) {
  std::string out;
  for (; number > 0; number /= 20) {
    out += "bcdfghjklmnprstvwxyz"[number % 20];
    out += "aeiou"[number % 5];
  }
  return out;
}

// How often a word comes follows Zipf's law roughly.
std::string word(std::mt19937& random, std::uint32_t vocabulary) {
  const double uniform = static_cast<double>(random() % 1000000 + 1) / 1e6;
  return spell(400 + static_cast<std::uint32_t>(std::pow(static_cast<double>(vocabulary), uniform)));
}

// An article of 250 words of which 60 are drawn from the story's own 40.
news::Article make_article(std::uint32_t story, std::uint32_t number) {
  std::mt19937 own(story * 7919 + 1);
  std::vector<std::string> names;
  for (int i = 0; i < 40; ++i) names.push_back(spell(100000 + static_cast<std::uint32_t>(own() % 100000000)));
  std::mt19937 random(number + 1);
  std::vector<std::string> paragraphs(10);
  for (std::string& paragraph : paragraphs) {
    for (int i = 0; i < 25; ++i) paragraph += (i % 4 == 0 ? names[random() % names.size()] : word(random, 30000)) + " ";
    paragraph.back() = '.';
  }
  return testing::make_article("u" + std::to_string(number), "O" + std::to_string(number), paragraphs[0].substr(0, 60),
                               paragraphs, "2020-01-01");
}

void BM_Place(benchmark::State& state) {
  const auto stories = static_cast<std::uint32_t>(state.range(0));
  Grouper grouper;
  for (std::uint32_t i = 0; i < stories; ++i) grouper.place(make_article(i, i));
  std::vector<news::Article> more;
  for (std::uint32_t i = 0; i < 2000; ++i) more.push_back(make_article((i * 37) % stories, stories + i));
  std::size_t next = 0;
  std::size_t joined = 0;
  for (auto _ : state) {
    joined += grouper.place(more[next % more.size()]).opened ? 0u : 1u;
    ++next;
  }
  if (joined * 10 < next * 9) state.SkipWithError("reports of known stories opened new ones");
  state.SetItemsProcessed(static_cast<std::int64_t>(next));
}
BENCHMARK(BM_Place)->Arg(1000)->Arg(100000)->Iterations(2000)->Unit(benchmark::kMicrosecond);

void BM_FindFacts(benchmark::State& state) {
  std::vector<news::Article> articles;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(state.range(0)); ++i) articles.push_back(make_article(1, i));
  const auto pointers = testing::pointers(articles);
  std::size_t facts = 0;
  for (auto _ : state) facts = find_facts(pointers).size();
  if (facts == 0) state.SkipWithError("no facts");
}
BENCHMARK(BM_FindFacts)->Arg(2)->Arg(10)->Arg(50)->Arg(2000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline::stories

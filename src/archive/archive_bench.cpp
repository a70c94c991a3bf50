// What the archive takes a second, and how fast it answers. Each benchmark checks what it got.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "archive/archive.h"
#include "archive/testing.h"

namespace dateline::archive {
namespace {

constexpr std::size_t kWords = 400;

std::vector<news::Article> make_articles(std::size_t count) {
  std::vector<news::Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    const auto seed = static_cast<unsigned>(i);
    const base::Day published = day(2010, 1, 1) + std::chrono::days(i % 2000);
    news::Article article = make_article(fmt::format("https://example.com/{}", i), make_text(seed + 1000000, 9),
                                         make_text(seed, kWords), published);
    // About as many names as a report has.
    for (std::size_t at = 0, n = 0; n < 40 && at + 12 < article.text.size(); ++n, at += 55) {
      article.mentions.push_back({{at, at + 9}, 0});
    }
    articles.push_back(std::move(article));
  }
  return articles;
}

std::vector<Filing> make_filings(const std::vector<news::Article>& articles) {
  std::vector<Filing> filings;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    filings.push_back(make_filing(articles[i], fmt::format("story-{}", i / 3)));
  }
  return filings;
}

bool file_all(Archive& archive, const std::vector<Filing>& filings, std::size_t batch) {
  for (std::size_t at = 0; at < filings.size(); at += batch) {
    const auto done = archive.file(std::span<const Filing>(filings).subspan(at, std::min(batch, filings.size() - at)));
    if (!done.ok()) return false;
  }
  return true;
}

void BM_File(benchmark::State& state) {
  const std::vector<news::Article> articles = make_articles(6000);
  const std::vector<Filing> filings = make_filings(articles);
  std::size_t filed = 0;
  std::uintmax_t bytes = 0;
  for (auto _ : state) {
    TemporaryFolder folder;
    {
      auto archive = Archive::open(folder.file(), Archive::Mode::kCreateOrOpen);
      if (!archive.ok() || !file_all(**archive, filings, static_cast<std::size_t>(state.range(0)))) {
        return state.SkipWithError("filing failed");
      }
      const auto counts = (*archive)->counts();
      if (!counts.ok() || counts->articles != articles.size()) return state.SkipWithError("articles are missing");
    }
    filed += articles.size();
    bytes = std::filesystem::file_size(folder.file());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(filed));
  state.counters["bytes_per_article"] = static_cast<double>(bytes) / static_cast<double>(articles.size());
}
BENCHMARK(BM_File)->Arg(200)->Arg(20)->Unit(benchmark::kMillisecond)->MinTime(3)->UseRealTime();

/// An archive of 20,000 articles, made once.
Archive& big_archive() {
  static const TemporaryFolder folder;
  static const std::unique_ptr<Archive> archive = [] {
    auto made = Archive::open(folder.file(), Archive::Mode::kCreateOrOpen);
    const std::vector<news::Article> articles = make_articles(20000);
    return made.ok() && file_all(**made, make_filings(articles), 500) ? std::move(*made) : nullptr;
  }();
  return *archive;
}

// Words by how many of the 20,000 articles hold them.
void BM_Search(benchmark::State& state, std::size_t word) {
  Archive& archive = big_archive();
  const std::string text = make_text(42, kWords);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < word; ++i) begin = text.find_first_of(" \n", begin) + 1;
  SearchQuery query;
  query.words = text.substr(begin, text.find_first_of(" \n.", begin) - begin);
  std::size_t total = 0;
  for (auto _ : state) {
    auto results = archive.search(query);
    if (!results.ok() || results->hits.empty()) return state.SkipWithError("nothing found");
    total = results->total;
  }
  state.counters["matches"] = static_cast<double>(total);
}
BENCHMARK_CAPTURE(BM_Search, word_1, 1)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(BM_Search, word_7, 7)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(BM_Search, word_25, 25)->Unit(benchmark::kMicrosecond);

void BM_NewestStories(benchmark::State& state) {
  Archive& archive = big_archive();
  for (auto _ : state) {
    auto stories = archive.newest_stories(50);
    if (!stories.ok() || stories->size() != 50) return state.SkipWithError("not fifty stories");
  }
}
BENCHMARK(BM_NewestStories)->Unit(benchmark::kMicrosecond);

void BM_ReadArticle(benchmark::State& state) {
  Archive& archive = big_archive();
  std::size_t i = 0;
  for (auto _ : state) {
    auto article = archive.article(fmt::format("https://example.com/{}", i = (i + 7) % 20000));
    if (!article.ok() || article->mentions.empty()) return state.SkipWithError("not found");
  }
}
BENCHMARK(BM_ReadArticle)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace dateline::archive

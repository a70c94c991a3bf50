// What the archive takes a second, and how fast it answers. Each benchmark checks what it got.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <random>

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

// Bytes that look random, as a grouper's are.
std::string make_imprint(std::size_t article, std::size_t bytes) {
  std::minstd_rand random(static_cast<unsigned>(article + 1));
  std::string imprint;
  while (imprint.size() < bytes) imprint += static_cast<char>(random() >> 11);
  return imprint;
}

std::vector<Filing> make_filings(const std::vector<news::Article>& articles, std::size_t imprint_bytes = 0) {
  std::vector<Filing> filings;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    filings.push_back(make_filing(articles[i], fmt::format("story-{}", i / 3)));
    filings.back().imprint = make_imprint(i, imprint_bytes);
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

// Arguments: articles a batch, bytes of an imprint.
void BM_File(benchmark::State& state) {
  const std::vector<news::Article> articles = make_articles(6000);
  const std::vector<Filing> filings = make_filings(articles, static_cast<std::size_t>(state.range(1)));
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
BENCHMARK(BM_File)
    ->Args({200, 0})
    ->Args({200, 1000})
    ->Args({20, 1000})
    ->Unit(benchmark::kMillisecond)
    ->MinTime(3)
    ->UseRealTime();

/// Articles of 20 words with imprints of 1,000 bytes, on disk.
std::filesystem::path many_imprints(std::size_t count) {
  static const TemporaryFolder folder;
  auto archive = Archive::open(folder.file(), Archive::Mode::kCreateOrOpen);
  constexpr std::size_t kBatch = 1000;
  for (std::size_t at = 0; archive.ok() && at < count; at += kBatch) {
    std::vector<news::Article> articles;
    for (std::size_t i = at; i < at + kBatch; ++i) {
      articles.push_back(make_article(fmt::format("https://example.com/2026/11/22/section/{}.html", i), "headline",
                                      make_text(static_cast<unsigned>(i), 20)));
    }
    std::vector<Filing> filings;
    for (std::size_t i = 0; i < kBatch; ++i) {
      filings.push_back(make_filing(articles[i], fmt::format("s-{:012}", (at + i) / 3)));
      filings.back().imprint = make_imprint(at + i, 1000);
    }
    if (!(*archive)->file(filings).ok()) break;
  }
  return folder.file();
}

// What a restart reads, the opening included; the pages are in the system's cache.
void BM_ReadImprints(benchmark::State& state) {
  const auto count = static_cast<std::size_t>(state.range(0));
  static const std::filesystem::path path = many_imprints(count);
  for (auto _ : state) {
    auto archive = Archive::open(path, Archive::Mode::kOpenExisting);
    std::size_t seen = 0;
    std::size_t bytes = 0;
    const auto visited = (*archive)->for_each_imprint(count, [&](const FiledImprint& imprint) {
      ++seen;
      bytes += imprint.bytes.size();
      return true;
    });
    if (!visited.ok() || seen != count || bytes != count * 1000) return state.SkipWithError("imprints are missing");
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_ReadImprints)->Arg(100000)->Unit(benchmark::kMillisecond);

// A story becomes one with another, and is parted from it again; the argument is its number of reports.
void BM_MergeAndSplit(benchmark::State& state) {
  const TemporaryFolder folder;
  auto archive = Archive::open(folder.file(), Archive::Mode::kCreateOrOpen);
  const std::vector<news::Article> articles = make_articles(static_cast<std::size_t>(state.range(0)));
  std::vector<Filing> filings;
  std::vector<Move> moves;
  for (const news::Article& article : articles) {
    filings.push_back(make_filing(article, "first"));
    moves.push_back({article.uri, ""});
  }
  const news::Article other = make_article("https://example.com/other", "headline", make_text(7, 20));
  filings.push_back(make_filing(other, "other"));
  if (!archive.ok() || !file_all(**archive, filings, 500)) return state.SkipWithError("filing failed");
  std::string present = "first";
  std::size_t parts = 0;
  for (auto _ : state) {
    const Redirect merge{present, "other"};
    if (!(*archive)->file(Batch{.filings = {}, .redirects = {&merge, 1}}).ok()) return state.SkipWithError("no merge");
    present = fmt::format("part-{}", ++parts);
    for (Move& move : moves) move.story = present;
    if (!(*archive)->file(Batch{.filings = {}, .moves = moves}).ok()) return state.SkipWithError("no split");
  }
  const auto story = (*archive)->story(present);
  if (!story.ok() || story->story.articles.size() != articles.size()) state.SkipWithError("reports are missing");
}
BENCHMARK(BM_MergeAndSplit)->Arg(100)->Arg(2000)->Unit(benchmark::kMillisecond);

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

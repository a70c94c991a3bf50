// Articles a second; the goal is 600 of 400 words on one core.
#include <benchmark/benchmark.h>

#include <string>

#include "annotate/annotator.h"

namespace dateline::annotate {
namespace {

// Written for this benchmark: about 100 words.
constexpr std::string_view kParagraphs[] = {
    "TOKYO, March 4 (Dateline) -- The Norwegian Foreign Minister Kari Solberg met her Japanese counterpart Kenji Mori "
    "on "
    "Tuesday, and the two agreed to open a joint office for fisheries in Bergen by late May.",
    "\"We have waited almost a decade for this,\" Solberg told reporters after the meeting. \"It will save jobs on "
    "both "
    "coasts.\"",
    "Mori said that Japan would send twelve inspectors next year, according to a statement from the Ministry of "
    "Agriculture. Acme Shipping Inc, which runs the largest fleet, declined to comment.",
    "The World Bank and the European Union had warned in January that stocks in the North Sea were falling."};

news::Article make_article() {
  news::Article article;
  article.language = "en";
  article.published.instant = base::parse_instant("2025-03-04");
  for (int round = 0; round < 4; ++round) {
    for (const std::string_view paragraph : kParagraphs)
      article.append_paragraph(paragraph, news::ParagraphKind::kParagraph);
  }
  return article;
}

void BM_Annotate400Words(benchmark::State& state) {
  const Annotator annotator;
  const news::Article source = make_article();
  for (auto _ : state) {
    news::Article article = source;
    annotator.annotate(article);
    if (article.times.size() < 20 || article.quotes.size() < 8) state.SkipWithError("wrong answer");
    benchmark::DoNotOptimize(article.entities.data());
  }
  state.counters["articles/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Annotate400Words);

void BM_StartUp(benchmark::State& state) {
  for (auto _ : state) {
    const Annotator annotator;
    benchmark::DoNotOptimize(&annotator);
  }
}
BENCHMARK(BM_StartUp)->Unit(benchmark::kMillisecond);

// A million words without a stop must take a thousand times what a thousand take.
void BM_EndlessSentence(benchmark::State& state) {
  const Annotator annotator;
  std::string text;
  for (std::int64_t i = 0; i < state.range(0); ++i)
    text += i % 3 == 0 ? "Kishida " : i % 3 == 1 ? "said " : "\"Monday ";
  for (auto _ : state) {
    news::Article article;
    article.language = "en";
    article.append_paragraph(text, news::ParagraphKind::kParagraph);
    annotator.annotate(article);
    if (article.sentences.empty()) state.SkipWithError("wrong answer");
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(BM_EndlessSentence)->Range(1 << 10, 1 << 17)->Complexity(benchmark::oN)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dateline::annotate

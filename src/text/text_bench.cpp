// Speed of what every article passes through, on ASCII news prose and on prose beyond ASCII. bytes_per_second counts.
#include <benchmark/benchmark.h>

#include <string>

#include "text/charset.h"
#include "text/language.h"
#include "text/sentences.h"
#include "text/similarity.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::text {
namespace {

constexpr std::size_t kCopies = 2000;

std::string repeated(std::string_view paragraph) {
  std::string text;
  for (std::size_t i = 0; i < kCopies; ++i) text += paragraph;
  return text;
}

// 5 sentences.
const std::string& english() {
  static const std::string kText = repeated(
      "HALIFAX, Nov. 2 (Wirenews) -- The port's owner, Acme Inc., will close two of its five docks in the spring, Dr. "
      "Ann "
      "Roe said on Monday. \"We cannot wait,\" she told reporters at 9 a.m. in the U.S. consulate. The docks, built in "
      "1968, handled 3,200 tons a day, or 1.5 percent less than last year. About 340 workers would lose their jobs. "
      "Nobody from the government-backed harbour board, which met with Gov. John F. Doe last week, would say more. ");
  return kText;
}

// 3 sentences.
const std::string& german() {
  static const std::string kText = repeated(
      "Der Stadtrat von Köln hat am 2. November beschlossen, die alte Brücke über den Fluss für fünf Mio. Euro zu "
      "prüfen. "
      "„Wir müssen früh genug wissen, was übrig bleibt“, erklärte die Bürgermeisterin. Größere Schäden seien bisher "
      "nicht "
      "gefunden worden. ");
  return kText;
}

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

void expect(benchmark::State& state, bool right) {
  if (!right) state.SkipWithError("wrong answer");
}

void BM_SentencesEnglish(benchmark::State& state) {
  for (auto _ : state) expect(state, split_sentences(english(), "en").size() == 5 * kCopies);
  count_bytes(state, english());
}
BENCHMARK(BM_SentencesEnglish);

void BM_SentencesGerman(benchmark::State& state) {
  for (auto _ : state) expect(state, split_sentences(german(), "de").size() == 3 * kCopies);
  count_bytes(state, german());
}
BENCHMARK(BM_SentencesGerman);

void BM_TokensEnglish(benchmark::State& state) {
  const std::size_t expected = tokenize(english().substr(0, english().size() / kCopies)).size() * kCopies;
  for (auto _ : state) expect(state, tokenize(english()).size() == expected);
  count_bytes(state, english());
}
BENCHMARK(BM_TokensEnglish);

void BM_TokensGerman(benchmark::State& state) {
  const std::size_t expected = tokenize(german().substr(0, german().size() / kCopies)).size() * kCopies;
  for (auto _ : state) expect(state, tokenize(german()).size() == expected);
  count_bytes(state, german());
}
BENCHMARK(BM_TokensGerman);

void BM_FoldEnglish(benchmark::State& state) {
  for (auto _ : state) expect(state, fold(english()).size() == english().size());
  count_bytes(state, english());
}
BENCHMARK(BM_FoldEnglish);

void BM_FoldGerman(benchmark::State& state) {
  for (auto _ : state) expect(state, fold(german()).starts_with("der stadtrat von koln"));
  count_bytes(state, german());
}
BENCHMARK(BM_FoldGerman);

void BM_ContentTerms(benchmark::State& state) {
  Stemmer stemmer("en");
  const std::size_t expected =
      content_terms(english().substr(0, english().size() / kCopies), "en", stemmer).size() * kCopies;
  for (auto _ : state) expect(state, content_terms(english(), "en", stemmer).size() == expected);
  count_bytes(state, english());
}
BENCHMARK(BM_ContentTerms);

void BM_CharsetWindows1252(benchmark::State& state) {
  std::string bytes = english();
  for (std::size_t at = 50; at < bytes.size(); at += 100) bytes[at] = '\xE9';
  for (auto _ : state) expect(state, to_utf8(bytes, "iso-8859-1").value().size() > bytes.size());
  count_bytes(state, bytes);
}
BENCHMARK(BM_CharsetWindows1252);

void BM_Language(benchmark::State& state) {
  const std::string text = english().substr(0, 4000);
  for (auto _ : state) expect(state, detect_language(text) == "en");
  count_bytes(state, text);
}
BENCHMARK(BM_Language);

void BM_Cosine(benchmark::State& state) {
  std::vector<Term> a;
  std::vector<Term> b;
  for (TermId i = 0; i < 300; ++i) {
    a.push_back({term_pair_id(i, 0), 1});
    b.push_back({term_pair_id(i, i % 2), 1});
  }
  const TermVector first(a);
  const TermVector second(b);
  for (auto _ : state) expect(state, cosine(first, second) > 0.49 && cosine(first, second) < 0.51);
}
BENCHMARK(BM_Cosine);

}  // namespace
}  // namespace dateline::text

// How many pages and plain texts a core extracts in a second. Pages are built here, of the size of a news page of 2024.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "extract/extract.h"

namespace {

const char* const kSentence =
    "The harbour council of Vellmar voted on Tuesday to close the eastern basin to cargo ships. ";
constexpr int kParagraphs = 24;

std::string make_page() {
  std::string html =
      "<!DOCTYPE html><html lang='en'><head><title>Basin closes | Harbour Messenger</title>"
      "<meta property='og:title' content='Basin closes'><meta property='article:published_time' "
      "content='2024-10-08T07:40:00Z'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Basin "
      "closes\",\"author\":{\"name\":\"Orla Quist\"}}</script><script>";
  html.append(30'000, 'x');
  html += "</script></head><body><nav><ul>";
  for (int i = 0; i < 80; ++i)
    html += "<li class='nav-item'><a class='nav-link' href='/section/" + std::to_string(i) + "'>Section " +
            std::to_string(i) + "</a></li>";
  html +=
      "</ul></nav><article class='story'><h1>Basin closes</h1><p class='byline'>By Orla Quist</p><div "
      "class='article-body'>";
  for (int i = 0; i < kParagraphs; ++i)
    html += "<p>" + std::to_string(i + 2) + " years ago: " + kSentence + kSentence + "<a href='/x'>more</a> " +
            kSentence + "</p>";
  html += "</div></article><aside class='related'>";
  for (int i = 0; i < 60; ++i)
    html += "<div class='teaser teaser--small'><a href='/t/" + std::to_string(i) + "'><span>Teaser number " +
            std::to_string(i) + "</span></a><p>A line about it.</p></div>";
  return html + "</aside><footer>© 2024 Harbour Messenger</footer></body></html>";
}

void extract_pages(benchmark::State& state) {
  dateline::news::Capture capture;
  capture.kind = dateline::news::MediaKind::kHtml;
  capture.bytes = make_page();
  for (auto _ : state) {
    const auto article = dateline::extract::extract(capture);
    if (!article.ok() || article->paragraphs.size() != kParagraphs || article->headline != "Basin closes") std::abort();
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(capture.bytes.size()));
}
BENCHMARK(extract_pages);

void extract_texts(benchmark::State& state) {
  dateline::news::Capture capture;
  capture.kind = dateline::news::MediaKind::kPlainText;
  for (int i = 0; i < 60; ++i) capture.bytes += "Section " + std::to_string(i) + "\n";
  for (int i = 0; i < kParagraphs; ++i)
    capture.bytes += std::to_string(i + 2) + " years ago: " + kSentence + kSentence + "\n";
  for (auto _ : state) {
    const auto article = dateline::extract::extract(capture);
    if (!article.ok() || article->paragraphs.size() != kParagraphs) std::abort();
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(capture.bytes.size()));
}
BENCHMARK(extract_texts);

}  // namespace

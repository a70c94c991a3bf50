// formats/html_tree_bench.cpp -- pages like those of news sites, and pages that mean harm.
#include <benchmark/benchmark.h>

#include <string>

#include "base/check.h"
#include "formats/html_tree.h"

namespace {

using dateline::formats::HtmlTree;
using dateline::formats::Tag;

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

/// About 70 KB: head with scripts and metadata, navigation, an article of forty paragraphs, lists of links, a footer.
std::string news_page() {
  std::string page = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry late again</title>";
  for (int i = 0; i < 20; ++i)
    page += "<meta property=\"og:p" + std::to_string(i) + "\" content=\"The ferry &amp; the pier\">";
  page += "<script>" + repeat("window.data = window.data || []; if (a < b) { c('</div>'); }\n", 8000) + "</script>";
  page += "<style>" + repeat(".story p { margin: 0 0 1em 0; font: 16px/1.5 serif; }\n", 4000) + "</style></head><body>";
  page += "<nav><ul>";
  for (int i = 0; i < 60; ++i)
    page += "<li class=\"nav-item\"><a href=\"/section/" + std::to_string(i) + "\">Section</a></li>\n";
  page += "</ul></nav><div id=\"wrap\"><div class=\"col\"><article><h1>Ferry late again</h1>";
  for (int i = 0; i < 40; ++i) {
    page += "<p class=\"body\">The ferry was <b>late</b> on day " + std::to_string(i) +
            ", and <a href=\"http://harbour.example/" + std::to_string(i) +
            "\">passengers</a> &ldquo;waited for hours&rdquo; at the pier while the crew looked for a spare part that "
            "had been promised for the week before, the company said in a statement on its site.</p>\n";
  }
  page += "</article></div><div class=\"side\">";
  for (int i = 0; i < 150; ++i) {
    page += "<div class=\"teaser\"><a href=\"/story/" + std::to_string(i) + "\"><img src=\"/i/" + std::to_string(i) +
            ".jpg\" alt=\"A pier\"><span>Another story of the coast</span></a></div>\n";
  }
  return page + "</div></div><footer><p>Copyright</p></footer><!-- served --></body></html>";
}

std::size_t count(const HtmlTree& tree, Tag tag) {
  std::size_t found = 0;
  for (const auto& node : tree.nodes()) found += node.tag == tag ? 1 : 0;
  return found;
}

void parse_news_page(benchmark::State& state) {
  const std::string page = news_page();
  for (auto _ : state) {
    const auto tree = HtmlTree::parse(page);
    CHECK(tree.ok() && count(*tree, Tag::kP) == 41 && count(*tree, Tag::kImg) == 150);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(parse_news_page);

void text_of_news_page(benchmark::State& state) {
  const auto tree = HtmlTree::parse(news_page());
  for (auto _ : state) CHECK(tree->text_below(0).size() > 10000);
}
BENCHMARK(text_of_news_page);

/// Ten megabytes of what makes tree builders quadratic. `deep` starts it below 500 open elements.
void parse_bomb(benchmark::State& state, const char* bomb, bool deep) {
  const std::string page = (deep ? repeat("<div>", 2500) + "<b>" : "") + repeat(bomb, 10 << 20);
  for (auto _ : state) CHECK(HtmlTree::parse(page).ok());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
}
BENCHMARK_CAPTURE(parse_bomb, div, "<div>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, b, "<b>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, a, "<a>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, p, "<p>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, table_cell, "<table><tr><td>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, adoption, "<b><div></b>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, adoption_deep, "<b><div></b></div>", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, b_p, "<b><p>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, stray_end_tags, "x</foo>", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(parse_bomb, p_end_deep, "</p>", true)->Unit(benchmark::kMillisecond);

void parse_many_attributes(benchmark::State& state) {
  std::string page = "<p";
  for (int i = 0; i < 1000000; ++i) page += " a" + std::to_string(i) + "=1";
  page += ">";
  for (auto _ : state) CHECK(HtmlTree::parse(page).ok());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * page.size()));
}
BENCHMARK(parse_many_attributes)->Unit(benchmark::kMillisecond);

}  // namespace

// What grouping measures of pairs of articles, for tools/data/grouping_settings.py.
//   pair_clues FILE.jsonl OUT     rows with "story", as of ../shared/data/stories
//   pair_clues --stream OUT       reports of bench/endless_stream.h in their own words
// OUT gets a line for each article, its story, and OUT.pairs for each pair three 32-bit numbers (article, article, 0 as
// they met or 1 when all had come) and kPairClues floats.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "app/rows.h"
#include "endless_stream.h"
#include "stories/live_articles.h"
#include "stories/pair_odds.h"
#include "stories/profile.h"
#include "stories/rarity.h"

namespace {

using namespace dateline;
using stories::ArticleNumber;

class Dump {
 public:
  explicit Dump(const std::string& out) : stories_(out), pairs_(out + ".pairs", std::ios::binary) {}

  // `young`: of so many first articles no pairs are written, while rarity is still being learnt.
  void add(const news::Article& article, const std::string& story, std::size_t young) {
    stories::LiveArticle live{.uri = stories::ExactArray<char>(article.uri),
                              .profile = stories::make_profile(article, stories::count_terms(article), rarity_)};
    live.lengths = stories::lengths_of(live.profile);
    const std::vector<stories::Neighbour> candidates = articles_.find(live);
    rarity_.count(stories::keys_of(live.profile));
    const ArticleNumber number = articles_.add(std::move(live), candidates);
    stories_ << story << '\n';
    if (number < young) return;
    for (const stories::Neighbour& candidate : candidates) {
      met_.emplace_back(number, candidate.article);
      write(number, candidate.article, 0);
    }
  }

  void finish() {
    for (const auto& [a, b] : met_) write(a, b, 1);
  }

 private:
  void write(ArticleNumber a, ArticleNumber b, std::uint32_t when) {
    const stories::PairClues clues = stories::measure(a, b, articles_);
    const std::uint32_t head[] = {a, b, when};
    pairs_.write(reinterpret_cast<const char*>(head), sizeof head);
    pairs_.write(reinterpret_cast<const char*>(clues.data()), sizeof clues);
  }

  std::ofstream stories_;
  std::ofstream pairs_;
  stories::Rarity rarity_;
  stories::LiveArticles articles_{std::size_t{1} << 20};
  std::vector<std::pair<ArticleNumber, ArticleNumber>> met_;
};

void dump_stream(Dump& dump) {
  constexpr int kReports = 9000;
  constexpr std::size_t kYoung = 1500;
  bench::StreamOptions options;
  options.seed = 77;  // the benchmark's is another
  bench::EndlessStream stream(options);
  for (int i = 0; i < kReports; ++i) {
    const bench::StreamReport report = stream.next();
    if (report.kind == bench::ReportKind::kCopy || report.kind == bench::ReportKind::kRoundUp) continue;
    dump.add(report.article, std::to_string(report.story), kYoung);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: pair_clues FILE.jsonl|--stream OUT\n", stderr);
    return 2;
  }
  Dump dump(argv[2]);
  if (std::string(argv[1]) == "--stream") {
    dump_stream(dump);
  } else {
    const annotate::Annotator annotator;
    base::ThreadPool pool(0);
    app::Console console;
    app::read_rows({argv[1]}, annotator, pool, console, [&](app::Row row) {
      dump.add(row.article, std::string(base::find_string(row.json, "story").value_or("")), 0);
      return true;
    });
  }
  dump.finish();
  return 0;
}

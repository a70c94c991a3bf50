// What grouping measures of pairs of articles, for tools/data/grouping_settings.py.
//   pair_clues FILE.jsonl OUT     rows with "story", as of ../shared/data/stories
//   pair_clues --stream OUT       reports of bench/endless_stream.h in their own words
// OUT gets a line for each article, its story, and OUT.pairs for each pair three 32-bit numbers and kPairClues floats.
// The numbers: article, article, and what was asked: 0 whether the first belongs to the story of the second, 1 whether
// the two belong together; with 2 added when all reports had come, without as they met.
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
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
    articles_.move(number,
                   numbers_.try_emplace(story, static_cast<stories::StoryNumber>(numbers_.size())).first->second);
    stories_ << story << '\n';
    if (number < young) return;
    for (const stories::Neighbour& candidate : candidates) {
      met_.emplace_back(number, candidate.article);
      write(number, candidate.article, kOfStory);
      write(number, candidate.article, kOfPair);
    }
  }

  void finish() {
    for (const auto& [a, b] : met_) {
      write(a, b, kOfStory + kLater);
      write(b, a, kOfStory + kLater);
      write(a, b, kOfPair + kLater);
    }
  }

 private:
  static constexpr std::uint32_t kOfStory = 0;
  static constexpr std::uint32_t kOfPair = 1;
  static constexpr std::uint32_t kLater = 2;

  void write(ArticleNumber a, ArticleNumber b, std::uint32_t asked) {
    stories::Question question;
    if (asked % kLater == kOfStory) question.one = question.two = articles_.story_of(b);
    const stories::PairClues clues = stories::measure(a, b, question, articles_);
    const std::uint32_t head[] = {a, b, asked};
    pairs_.write(reinterpret_cast<const char*>(head), sizeof head);
    pairs_.write(reinterpret_cast<const char*>(clues.data()), sizeof clues);
  }

  std::ofstream stories_;
  std::ofstream pairs_;
  std::map<std::string, stories::StoryNumber> numbers_;
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

// list_link_clues -- what stories::SentenceLinks measures, for fitting data/sentence-links.tsv.
//
//   list_link_clues < ROWS.jsonl > CLUES.jsonl
//
// ROWS: articles with "story"; those of a story need not be together. CLUES: a line per story, {"story", "pairs" (that
// the scale rests on), "mean": […], "deviation": […], "clues": [[article id, sentence, article id, sentence, clue, …]]}
// in order of LinkClue; of pairs of annotated sentences alone where rows have "sentences" with "events".
#include <iostream>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "annotate/annotator.h"
#include "base/json.h"
#include "news/article_json.h"
#include "stories/sentence_links.h"
#include "stories/statement.h"
#include "stories/voices.h"

namespace {

using namespace dateline;

struct Report {
  news::Article article;
  std::vector<bool> wanted;  // by sentence
};

std::vector<bool> wanted_sentences(const base::JsonObject& row, std::size_t count) {
  std::vector<bool> wanted(count, true);
  const auto sentences = row.find("sentences");
  if (sentences == row.end()) return wanted;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& events = sentences->value().as_array().at(i).as_object().at("events");
    wanted[i] = !events.as_array().empty();
  }
  return wanted;
}

base::JsonArray numbers_of(const stories::LinkClues& clues) {
  base::JsonArray numbers;
  for (const float clue : clues) numbers.push_back(clue);
  return numbers;
}

base::JsonObject measure(const std::string& story, const std::vector<Report>& reports) {
  std::vector<const news::Article*> articles;
  std::vector<std::size_t> lengths;
  for (const Report& report : reports) {
    articles.push_back(&report.article);
    lengths.push_back(report.article.sentences.size());
  }
  const auto statements = stories::read_statements(articles);
  const stories::StoryWords words(statements);
  std::vector<std::size_t> all(statements.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const std::vector<std::size_t> voices = stories::find_voices(articles);
  stories::SentenceLinks links(statements, all, words, lengths, voices);
  const stories::LinkScale scale = links.scale();
  base::JsonArray lines;
  std::vector<stories::SentenceLinks::Pair> pairs;
  const auto is_wanted = [&](const news::SentenceRef& ref) { return reports[ref.article].wanted.at(ref.sentence); };
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const news::SentenceRef& first = statements[i].ref;
    if (!is_wanted(first)) continue;
    links.pairs_of(i, i, pairs);
    for (const auto& pair : pairs) {
      const news::SentenceRef& second = statements[pair.other].ref;
      if (!is_wanted(second)) continue;
      base::JsonArray line = {articles[first.article]->id, first.sentence, articles[second.article]->id,
                              second.sentence};
      for (const float clue : pair.clues) line.push_back(clue);
      lines.push_back(std::move(line));
    }
  }
  return {{"story", story},
          {"pairs", scale.pairs},
          {"mean", numbers_of(scale.mean)},
          {"deviation", numbers_of(scale.deviation)},
          {"clues", std::move(lines)}};
}

}  // namespace

int main() {
  const annotate::Annotator annotator;
  std::map<std::string, std::vector<Report>> stories;
  std::string line;
  while (std::getline(std::cin, line)) {
    auto json = base::parse_json(line);
    if (!json.ok()) return 1;
    auto article = news::article_from_json(json->as_object(), news::ArticleParts::kExtracted);
    if (!article.ok()) return 1;
    annotator.annotate(*article);
    Report report{std::move(*article), {}};
    report.wanted = wanted_sentences(json->as_object(), report.article.sentences.size());
    stories[std::string(*base::find_string(json->as_object(), "story"))].push_back(std::move(report));
  }
  for (const auto& [story, reports] : stories) std::cout << base::to_text(measure(story, reports)) << '\n';
  return 0;
}

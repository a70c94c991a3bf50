#include "stories/facts.h"

#include <algorithm>
#include <set>
#include <utility>

#include "stories/day_range.h"
#include "stories/differences.h"
#include "stories/fact_groups.h"
#include "stories/statement.h"
#include "stories/voices.h"

namespace dateline::stories {
namespace {

using news::Fact;
using news::FactKind;

constexpr int kOldDays = 45;            // what happened longer ago is background
constexpr double kBackground = 0.6;     // of a report's length, by which background moves back
constexpr double kForEachVoice = 0.12;  // by which a fact moves forward for each further voice
constexpr std::size_t kMostVoices = 4;  // that count for that

Fact make_fact(const std::vector<std::size_t>& group, std::span<const Statement> statements,
               std::span<const news::Article* const> articles, std::span<const std::size_t> voices) {
  Fact fact;
  std::set<std::size_t> heard;
  Comparison comparison{articles, voices, {}};
  for (const std::size_t i : group) {
    fact.sentences.push_back(statements[i].ref);
    heard.insert(voices[statements[i].ref.article]);
    if (comparison.statements.size() < kMostCompared) comparison.statements.push_back(&statements[i]);
  }
  if (heard.size() < 2) return fact;
  fact.differences = find_differences(comparison);
  fact.kind = fact.differences.empty() ? FactKind::kShared : FactKind::kDiffering;
  return fact;
}

// True when the sentence speaks of long ago only.
bool is_old(const news::Article& article, std::size_t sentence) {
  const auto published = article.published.day();
  if (!published) return false;
  bool old = false;
  for (const news::Time& time : article.times) {
    if (!article.sentences[sentence].contains(time.span)) continue;
    const auto range = day_range_of(time.value);
    if (!range) continue;
    if (range->last + std::chrono::days(kOldDays) >= *published) return false;
    old = true;
  }
  return old;
}

// Reading order: reports put first what happened, and last what everybody knows. Lower comes first.
double place_of(const Fact& fact, std::span<const news::Article* const> articles, std::span<const std::size_t> voices) {
  std::set<std::size_t> heard;
  double sum = 0;
  double old = 0;
  for (const news::SentenceRef& ref : fact.sentences) {
    const news::Article& article = *articles[ref.article];
    heard.insert(voices[ref.article]);
    sum += static_cast<double>(ref.sentence) / static_cast<double>(article.sentences.size());
    old += is_old(article, ref.sentence) ? 1 : 0;
  }
  const double count = static_cast<double>(fact.sentences.size());
  const double further = static_cast<double>(std::min(heard.size(), kMostVoices) - 1);
  return (sum + kBackground * old) / count - kForEachVoice * further;
}

}  // namespace

std::vector<Fact> find_facts(std::span<const news::Article* const> articles) {
  const std::vector<Statement> statements = read_statements(articles);
  const std::vector<std::size_t> voices = find_voices(articles);
  std::vector<std::size_t> lengths;
  for (const news::Article* article : articles) lengths.push_back(article->sentences.size());
  const StoryWords words(statements);
  std::vector<std::pair<double, Fact>> placed;
  for (const std::vector<std::size_t>& group : group_statements(statements, words, voices, lengths)) {
    Fact fact = make_fact(group, statements, articles, voices);
    const double place = place_of(fact, articles, voices);
    placed.emplace_back(place, std::move(fact));
  }
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.sentences < b.second.sentences;
  });
  std::vector<Fact> facts;
  facts.reserve(placed.size());
  for (auto& [place, fact] : placed) facts.push_back(std::move(fact));
  return facts;
}

}  // namespace dateline::stories

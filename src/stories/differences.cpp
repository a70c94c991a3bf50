#include "stories/differences.h"

#include <algorithm>
#include <string>
#include <utility>

#include "stories/language_of.h"
#include "stories/numbers.h"

namespace dateline::stories {
namespace {

struct NumberOf {
  const Statement* statement;
  NumberSaid said;
};

std::string what_is_counted(const NumberSaid& said) {
  if (said.thing == "$") return "amount of money";
  if (said.thing == "percent") return "percentage";
  if (said.thing == "years old") return "age";
  return "number of " + said.words;
}

// All numbers of the comparison that count something.
std::vector<NumberOf> numbers_of(const Comparison& comparison) {
  std::vector<NumberOf> numbers;
  for (const Statement* statement : comparison.statements) {
    const news::Article& article = *comparison.articles[statement->ref.article];
    std::vector<base::Span> times;
    for (const news::Time& time : article.times) {
      if (statement->span.contains(time.span)) {
        times.push_back(
            {time.span.begin_bytes - statement->span.begin_bytes, time.span.end_bytes - statement->span.begin_bytes});
      }
    }
    const std::string_view sentence = statement->span.of(article.text).substr(0, kBytesOfSentence);
    for (NumberSaid& said : find_numbers(sentence, language_of(article), times)) {
      if (said.thing.empty()) continue;
      if (numbers.size() == kMostThings) return numbers;
      said.span = {said.span.begin_bytes + statement->span.begin_bytes,
                   said.span.end_bytes + statement->span.begin_bytes};
      numbers.push_back({statement, std::move(said)});
    }
  }
  return numbers;
}

// Two numbers belong to one statement when the words around them, names not counted, agree too: one word where both
// count an outcome such as the injured, two where they count any other thing.
bool same_place(const NumberOf& a, const NumberOf& b) {
  constexpr std::size_t kReach = 6;
  const bool outcome = a.said.thing == "dead" || a.said.thing == "injured" || a.said.thing == "missing" ||
                       a.said.thing == "arrested" || a.said.thing == "evacuated" || a.said.thing == "homeless";
  const std::vector<TermKey> left = words_around(*a.statement, a.said.span, kReach, Names::kWithout);
  const std::vector<TermKey> right = words_around(*b.statement, b.said.span, kReach, Names::kWithout);
  std::size_t common = 0;
  for (const TermKey key : left) common += std::binary_search(right.begin(), right.end(), key) ? 1u : 0u;
  // The counted thing itself is among them.
  return common >= (outcome ? 2u : 3u);
}

// True when the report of `number` also gives a number of that thing that `other` agrees with.
bool concedes(const std::vector<NumberOf>& numbers, const NumberOf& number, const NumberSaid& other) {
  return std::any_of(numbers.begin(), numbers.end(), [&](const NumberOf& also) {
    return also.statement->ref.article == number.statement->ref.article && also.said.thing == other.thing &&
           agree(also.said, other);
  });
}

}  // namespace

std::vector<TermKey> words_around(const Statement& statement, const base::Span& span, std::size_t reach, Names names) {
  std::vector<TermKey> keys;
  const auto& words = statement.words;
  const auto first = std::partition_point(
      words.begin(), words.end(), [&](const PlacedWord& word) { return word.span.begin_bytes < span.begin_bytes; });
  const auto next = std::partition_point(
      words.begin(), words.end(), [&](const PlacedWord& word) { return word.span.begin_bytes < span.end_bytes; });
  const auto take = [&](const PlacedWord& word) {
    if (names == Names::kWith || !word.name) keys.push_back(word.key);
  };
  for (auto at = first; at != words.begin() && static_cast<std::size_t>(first - at) < reach;) take(*--at);
  for (auto at = next; at != words.end() && static_cast<std::size_t>(at - next) < reach; ++at) take(*at);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void add_side(news::Difference& difference, const Comparison& comparison, const Statement& statement,
              const base::Span& span) {
  std::string said(span.of(comparison.articles[statement.ref.article]->text));
  const bool known = std::any_of(difference.sides.begin(), difference.sides.end(), [&](const auto& side) {
    return comparison.voices[side.sentence.article] == comparison.voices[statement.ref.article] && side.said == said;
  });
  if (!known) difference.sides.push_back({statement.ref, std::move(said)});
}

void compare_numbers(const Comparison& comparison, std::vector<news::Difference>& out) {
  const std::vector<NumberOf> numbers = numbers_of(comparison);
  std::vector<std::pair<std::string, news::Difference>> found;  // by thing
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const NumberOf& a = numbers[j];
      const NumberOf& b = numbers[i];
      if (comparison.voices[a.statement->ref.article] == comparison.voices[b.statement->ref.article]) continue;
      if (a.said.thing != b.said.thing || agree(a.said, b.said) || !same_place(a, b)) continue;
      if (concedes(numbers, a, b.said) || concedes(numbers, b, a.said)) continue;
      auto held =
          std::find_if(found.begin(), found.end(), [&](const auto& entry) { return entry.first == a.said.thing; });
      if (held == found.end()) {
        held = found.insert(found.end(), {a.said.thing, {}});
        held->second.kind = news::Difference::Kind::kNumber;
        held->second.what = what_is_counted(a.said);
      }
      add_side(held->second, comparison, *a.statement, a.said.span);
      add_side(held->second, comparison, *b.statement, b.said.span);
    }
  }
  for (auto& [thing, difference] : found) out.push_back(std::move(difference));
}

}  // namespace dateline::stories

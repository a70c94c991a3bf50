#include "stories/differences.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/strings.h"
#include "stories/day_range.h"
#include "stories/numbers.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kReach = 6;   // content words on each side that tell what a number belongs to
constexpr std::size_t kBeside = 3;  // of these, next to it

struct NumberOf {
  const Statement* statement;
  NumberSaid said;
  std::size_t first = 0;  // place of the statement's first number
  std::vector<TermKey>
      around{};  // what it belongs to: words near it and near what it counts, neither names nor the thing
  std::vector<TermKey> beside{};   // those next to it
  std::optional<DayRange> when{};  // what the statement tells of, as far as its times go
};

std::string what_is_counted(const NumberSaid& said) {
  if (said.thing == "$") return "amount of money";
  if (said.thing == "percent") return "percentage";
  if (said.thing == "years old") return "age";
  return "number of " + said.words;
}

// The words within `reach` words of a number, and of what a tally counts, sorted, each once.
std::vector<TermKey> words_around(const NumberOf& number, std::size_t reach) {
  std::vector<TermKey> keys = words_around(*number.statement, number.said.span, reach, Names::kWithout);
  if (number.said.tally) {
    const std::vector<TermKey> more = words_around(*number.statement, number.said.thing_span, reach, Names::kWithout);
    keys.insert(keys.end(), more.begin(), more.end());
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  }
  for (const PlacedWord& word : number.statement->words) {
    if (number.said.thing_span.contains(word.span)) std::erase(keys, word.key);
  }
  return keys;
}

constexpr std::array<std::string_view, 2> kSince = {"since", "seit"};

// From the first day that a time of `statement` means to the last; the day of print where it has no times.
std::optional<DayRange> days_of(const Statement& statement, const news::Article& article) {
  std::optional<DayRange> days;
  const auto first = std::partition_point(article.times.begin(), article.times.end(), [&](const news::Time& time) {
    return time.span.begin_bytes < statement.span.begin_bytes;
  });
  for (auto time = first; time != article.times.end() && statement.span.contains(time->span); ++time) {
    const auto range = day_range_of(time->value);
    // "Since 1999" names the year of something else, "seit dem Jahr 1999" too.
    if (!range || follows_one_of(kSince, article.text, time->span)) continue;
    days = days ? DayRange{std::min(days->first, range->first), std::max(days->last, range->last)} : *range;
  }
  const auto printed = article.published.day();
  if (!days && printed) days = DayRange{*printed, *printed};
  return days;
}

// All numbers of the comparison that count something.
std::vector<NumberOf> numbers_of(const Comparison& comparison) {
  std::vector<NumberOf> numbers;
  for (const Statement* statement : comparison.statements) {
    const std::size_t first = numbers.size();
    if (statement->counts.empty()) continue;
    const auto when = days_of(*statement, *comparison.articles[statement->ref.article]);
    for (const NumberSaid& said : statement->counts) {
      if (numbers.size() == kMostThings) return numbers;
      numbers.push_back({statement, said, first});
      numbers.back().around = words_around(numbers.back(), kReach);
      numbers.back().beside = words_around(numbers.back(), kBeside);
      numbers.back().when = when;
    }
  }
  return numbers;
}

// How many words around them two numbers have in common, those next to them counted twice.
std::size_t likeness(const NumberOf& a, const NumberOf& b) {
  return common_keys(a.around, b.around) + common_keys(a.beside, b.beside);
}

// Two numbers belong to one statement when the words around them agree too: one word where both count an outcome such
// as the injured (none where one is "the number of injured"), two where they count any other thing, three where no word
// tells the thing.
bool same_place(const NumberOf& a, const NumberOf& b) {
  if (a.said.outcome && (a.said.tally || b.said.tally)) return true;
  const std::size_t least = a.said.outcome ? 1 : a.said.thing_span.size_bytes() == 0 ? 3 : 2;
  return common_keys(a.around, b.around) >= least;
}

// Of the numbers of the statement of `other` the one that most probably answers `number`: "31 per cent for one party,
// 30 for the other" has two.
const NumberOf* counterpart(const std::vector<NumberOf>& numbers, const NumberOf& number, const NumberOf& other) {
  const NumberOf* best = nullptr;
  for (std::size_t i = other.first; i < numbers.size() && numbers[i].statement == other.statement; ++i) {
    if (!count_the_same(number.said, numbers[i].said)) continue;
    if (best == nullptr || likeness(number, numbers[i]) > likeness(number, *best)) best = &numbers[i];
  }
  return best;
}

// True when the report of `number` also gives a number of that thing that `other` agrees with.
bool concedes(const std::vector<NumberOf>& numbers, const NumberOf& number, const NumberSaid& other) {
  return std::any_of(numbers.begin(), numbers.end(), [&](const NumberOf& also) {
    return also.statement->ref.article == number.statement->ref.article && count_the_same(also.said, other) &&
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
    if (names == Names::kWith || !word.name || statement.nouns_have_capitals) keys.push_back(word.key);
  };
  for (auto at = first; at != words.begin() && static_cast<std::size_t>(first - at) < reach;) take(*--at);
  for (auto at = next; at != words.end() && static_cast<std::size_t>(at - next) < reach; ++at) take(*at);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool follows_one_of(std::span<const std::string_view> words, std::string_view text, const base::Span& span) {
  constexpr std::size_t kReachBytes = 64;
  constexpr int kReachWords = 3;
  std::string_view before = text.substr(0, span.begin_bytes);
  before.remove_prefix(before.size() - std::min(before.size(), kReachBytes));
  for (int i = 0; i < kReachWords; ++i) {
    before = base::trim(before);
    const std::size_t begin = before.find_last_of(' ') + 1;
    if (std::find(words.begin(), words.end(), base::ascii_lower(before.substr(begin))) != words.end()) return true;
    before = before.substr(0, begin);
  }
  return false;
}

std::size_t common_keys(const std::vector<TermKey>& a, const std::vector<TermKey>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](TermKey key) { return std::binary_search(b.begin(), b.end(), key); }));
}

void add_side(news::Difference& difference, const Comparison& comparison, const Statement& statement,
              const base::Span& span) {
  std::string said(span.of(comparison.articles[statement.ref.article]->text));
  const bool known = std::any_of(difference.sides.begin(), difference.sides.end(), [&](const auto& side) {
    return comparison.voices[side.sentence.article] == comparison.voices[statement.ref.article] && side.said == said;
  });
  if (!known) difference.sides.push_back({statement.ref, std::move(said)});
}

std::vector<news::Difference> find_differences(const Comparison& comparison) {
  std::vector<news::Difference> differences;
  compare_numbers(comparison, differences);
  compare_durations(comparison, differences);
  compare_times(comparison, differences);
  compare_places(comparison, differences);
  compare_names(comparison, differences);
  return differences;
}

void compare_numbers(const Comparison& comparison, std::vector<news::Difference>& out) {
  const std::vector<NumberOf> numbers = numbers_of(comparison);
  std::vector<std::pair<std::string, news::Difference>> found;  // by thing
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const NumberOf& a = numbers[j];
      const NumberOf& b = numbers[i];
      if (comparison.voices[a.statement->ref.article] == comparison.voices[b.statement->ref.article]) continue;
      if (!count_the_same(a.said, b.said) || (a.when && b.when && are_far_apart(*a.when, *b.when))) continue;
      const bool grown = agree(a.said, b.said) && has_grown(a.said, b.said);
      if ((agree(a.said, b.said) && !grown) || !same_place(a, b)) continue;
      if (counterpart(numbers, a, b) != &b || counterpart(numbers, b, a) != &a) continue;
      if (!grown && (concedes(numbers, a, b.said) || concedes(numbers, b, a.said))) continue;
      auto held =
          std::find_if(found.begin(), found.end(), [&](const auto& entry) { return entry.first == a.said.thing; });
      if (held == found.end()) {
        held = found.insert(found.end(), {a.said.thing, {}});
        held->second.kind = news::Difference::Kind::kNumber;
        held->second.what = what_is_counted(a.said);
        held->second.compatible = true;
      }
      held->second.compatible = held->second.compatible && grown;
      add_side(held->second, comparison, *a.statement, a.said.span);
      add_side(held->second, comparison, *b.statement, b.said.span);
    }
  }
  for (auto& [thing, difference] : found) out.push_back(std::move(difference));
}

}  // namespace dateline::stories

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "news/named_days.h"
#include "stories/day_range.h"
#include "stories/differences.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kReach = 6;  // content words on each side that tell what a time belongs to
// How many of these, names not counted, two times must have in common to be about one thing: more when both cannot be
// true, since two times of two things are always at hand.
constexpr std::size_t kCommonWords = 2;
constexpr std::size_t kCommonWordsOfRivals = 3;

// "late January or February" as one: the days from the first to the last.
struct TimeSaid {
  const Statement* statement = nullptr;
  base::Span span;
  DayRange range;
  news::TimeType type = news::TimeType::kDate;
  std::vector<TermKey> around;
  bool deadline = false;  // "before March": not the day of what is done
  int tense = 0;          // -1 before the report, 1 after it, 0 neither or unknown
};

int tense_of(const news::Article& article, const DayRange& range) {
  const auto published = article.published.day();
  if (!published) return 0;
  return range.last < *published ? -1 : range.first > *published ? 1 : 0;
}

bool is_joint(std::string_view between) {
  const std::string_view word = base::trim(between);
  return word == "or" || word == "and" || word == "to" || word == "-" || word == "–" || word == "oder" ||
         word == "und" || word == "bis";
}

// One is long past as its report is printed, the other is not: of two events. Two years that are both long past may be
// two datings of one.
bool are_of_two_events(const Comparison& comparison, const TimeSaid& a, const TimeSaid& b) {
  const auto is_past = [&](const TimeSaid& time) {
    const auto printed = comparison.articles[time.statement->ref.article]->published.day();
    return printed && time.range.last < *printed && are_far_apart(time.range, {*printed, *printed});
  };
  return are_far_apart(a.range, b.range) && is_past(a) != is_past(b);
}

// Two times in the same words are two times only where each was reckoned from the day its report was printed: "Friday"
// in reports of two weeks. Parts of days ("that night") and days told in reports of one day ("the next day") were
// reckoned from some other sentence.
bool are_one(const Comparison& comparison, const TimeSaid& a, const TimeSaid& b) {
  const news::Article& article_of_a = *comparison.articles[a.statement->ref.article];
  const news::Article& article_of_b = *comparison.articles[b.statement->ref.article];
  if (text::fold(a.span.of(article_of_a.text)) != text::fold(b.span.of(article_of_b.text))) return false;
  if (a.type == news::TimeType::kTime && b.type == news::TimeType::kTime) return true;
  return article_of_a.published.day() == article_of_b.published.day();
}

constexpr std::array<std::string_view, 5> kDeadlines = {"before", "until", "by", "bis", "vor"};

bool begins_clause(std::string_view word) {
  static constexpr std::array<std::string_view, 17> kWords = {
      "after", "als",  "because", "before",   "bevor", "indem", "nachdem", "obwohl", "until",
      "weil",  "wenn", "when",    "whenever", "which", "while", "who",     "während"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// From the word that begins the clause of `time` to the one that begins the next, as far as both are near: the Friday
// of "reopened on Friday, three days after a barge exploded" tells nothing of the barge.
base::Span clause_around(std::string_view text, const base::Span& sentence, const base::Span& time) {
  constexpr std::size_t kNearBytes = 1000;
  constexpr std::size_t kArticle = 5;  // bytes of " the ": "before the weekend" begins no clause
  base::Span clause{std::max(sentence.begin_bytes, time.begin_bytes - std::min(time.begin_bytes, kNearBytes)),
                    std::min(sentence.end_bytes, time.end_bytes + kNearBytes)};
  for (const std::string_view word : base::split_words(clause.of(text))) {
    if (!begins_clause(base::ascii_lower(word))) continue;
    const auto begin_bytes = static_cast<std::size_t>(word.data() - text.data());
    if (begin_bytes + word.size() + kArticle < time.begin_bytes) clause.begin_bytes = begin_bytes;
    if (begin_bytes >= time.end_bytes) {
      clause.end_bytes = begin_bytes;
      break;
    }
  }
  return clause;
}

std::vector<TermKey> words_of_clause(const Statement& statement, const base::Span& clause, const base::Span& time) {
  std::vector<TermKey> keys = words_around(statement, time, kReach, Names::kWithout);
  for (const PlacedWord& word : statement.words) {
    if (!clause.contains(word.span)) std::erase(keys, word.key);
  }
  return keys;
}

std::vector<TimeSaid> times_of(const Comparison& comparison) {
  std::vector<TimeSaid> times;
  for (const Statement* statement : comparison.statements) {
    if (times.size() >= kMostThings) break;
    const news::Article& article = *comparison.articles[statement->ref.article];
    const std::size_t first = times.size();
    for (const news::Time& time : article.times) {
      if (!statement->span.contains(time.span) || time.type == news::TimeType::kDuration ||
          time.type == news::TimeType::kSet) {
        continue;
      }
      const auto range = day_range_of(time.value);
      if (!range || !news::names_day(time, article.text)) continue;
      if (times.size() > first && times.back().span.end_bytes <= time.span.begin_bytes) {
        TimeSaid& before = times.back();
        const base::Span between{before.span.end_bytes, time.span.begin_bytes};
        if (is_joint(between.of(article.text))) {
          before.span.end_bytes = time.span.end_bytes;
          before.range = {std::min(before.range.first, range->first), std::max(before.range.last, range->last)};
          continue;
        }
      }
      times.push_back(
          {statement, time.span, *range, time.type, {}, follows_one_of(kDeadlines, article.text, time.span), 0});
    }
    for (std::size_t i = first; i < times.size(); ++i) {
      const base::Span clause = clause_around(article.text, statement->span, times[i].span);
      times[i].around = words_of_clause(*statement, clause, times[i].span);
      times[i].tense = tense_of(article, times[i].range);
    }
  }
  return times;
}

// The time of another voice's `statement` that most probably answers `time`.
const TimeSaid* counterpart(const Comparison& comparison, const std::vector<TimeSaid>& times, const TimeSaid& time,
                            const Statement* statement) {
  const TimeSaid* best = nullptr;
  std::size_t most = 0;
  for (const TimeSaid& other : times) {
    if (other.statement != statement) continue;
    if (other.range == time.range || are_one(comparison, time, other)) return nullptr;  // it says the same somewhere
    if (time.tense * other.tense < 0 || are_of_two_events(comparison, time, other)) continue;
    if (time.deadline != other.deadline && !time.range.overlaps(other.range)) continue;
    const std::size_t common = common_keys(time.around, other.around);
    if (common < (time.range.overlaps(other.range) ? kCommonWords : kCommonWordsOfRivals)) continue;
    // A time that fits counts for more than one that happens to stand among the same words.
    const std::size_t weight = 2 * common + (time.range.overlaps(other.range) ? 3 : 0);
    if (weight > most) {
      most = weight;
      best = &other;
    }
  }
  return best;
}

}  // namespace

void compare_times(const Comparison& comparison, std::vector<news::Difference>& out) {
  const std::vector<TimeSaid> times = times_of(comparison);
  news::Difference difference;
  difference.kind = news::Difference::Kind::kTime;
  difference.what = "when";
  difference.compatible = true;
  for (const TimeSaid& time : times) {
    for (const Statement* statement : comparison.statements) {
      if (comparison.voices[statement->ref.article] == comparison.voices[time.statement->ref.article]) continue;
      if (!(time.statement->ref < statement->ref)) continue;
      const TimeSaid* other = counterpart(comparison, times, time, statement);
      if (other == nullptr || counterpart(comparison, times, *other, time.statement) != &time) continue;
      add_side(difference, comparison, *time.statement, time.span);
      add_side(difference, comparison, *statement, other->span);
      difference.compatible = difference.compatible && time.range.overlaps(other->range);
    }
  }
  if (difference.sides.size() >= 2) out.push_back(std::move(difference));
}

}  // namespace dateline::stories

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "stories/day_range.h"
#include "stories/differences.h"

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
  std::vector<TermKey> around;
  int tense = 0;  // -1 before the report, 1 after it, 0 neither or unknown
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
      if (!range) continue;
      if (times.size() > first && times.back().span.end_bytes <= time.span.begin_bytes) {
        TimeSaid& before = times.back();
        const base::Span between{before.span.end_bytes, time.span.begin_bytes};
        if (is_joint(between.of(article.text))) {
          before.span.end_bytes = time.span.end_bytes;
          before.range = {std::min(before.range.first, range->first), std::max(before.range.last, range->last)};
          continue;
        }
      }
      times.push_back({statement, time.span, *range, {}, 0});
    }
    for (std::size_t i = first; i < times.size(); ++i) {
      times[i].around = words_around(*statement, times[i].span, kReach, Names::kWithout);
      times[i].tense = tense_of(article, times[i].range);
    }
  }
  return times;
}

// The time of another voice's `statement` that most probably answers `time`.
const TimeSaid* counterpart(const std::vector<TimeSaid>& times, const TimeSaid& time, const Statement* statement) {
  const TimeSaid* best = nullptr;
  std::size_t most = 0;
  for (const TimeSaid& other : times) {
    if (other.statement != statement) continue;
    if (other.range == time.range) return nullptr;  // it says the same day somewhere
    if (time.tense * other.tense < 0) continue;
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
      const TimeSaid* other = counterpart(times, time, statement);
      if (other == nullptr || counterpart(times, *other, time.statement) != &time) continue;
      add_side(difference, comparison, *time.statement, time.span);
      add_side(difference, comparison, *statement, other->span);
      difference.compatible = difference.compatible && time.range.overlaps(other->range);
    }
  }
  if (difference.sides.size() >= 2) out.push_back(std::move(difference));
}

}  // namespace dateline::stories

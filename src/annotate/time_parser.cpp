#include "annotate/time_parser.h"

#include <algorithm>
#include <utility>

#include "annotate/tense.h"
#include "annotate/time_patterns.h"

namespace dateline::annotate {
namespace {

using Kind = TimeExpression::Kind;

bool wants_direction(const TimeExpression& found) {
  if (found.step != 0 || found.of_year || found.year != 0 || found.direction != Direction::kUnknown) return false;
  switch (found.kind) {
    case Kind::kFixed:
    case Kind::kDayTime:
      return false;
    case Kind::kUnit:
      return found.unit == TimeUnit::kWeekend;
    default:
      return true;
  }
}

// "next Tuesday" goes ahead without a tense.
Direction direction_of(const TimeExpression& said) {
  if (said.step == 0) return said.direction;
  return said.step > 0 ? Direction::kFuture : Direction::kPast;
}

// "late January or February": the second goes where the first goes.
bool joins_last(const Document& document, const TimeExpression& last, const TimeExpression& found) {
  if (found.first != last.end + 1) return false;
  const std::string_view between = document.word(last.end).folded;
  return between == "or" || between == "and" || between == "to" || between == "-" || between == "–";
}

// "on Tuesday, March 11, at 8 p.m.": the hour is that day's.
void take_day_before(const Document& document, const TimeExpression& last, TimeExpression& found) {
  const bool near =
      found.first <= last.end + 2 && document.word(last.first).sentence == document.word(found.first).sentence;
  if (!near || !last.suffix.empty() || (last.kind != Kind::kDay && last.kind != Kind::kWeekday)) return;
  TimeExpression merged = last;
  merged.first = found.first;
  merged.end = found.end;
  merged.type = found.type;
  merged.suffix = found.suffix;
  found = std::move(merged);
}

}  // namespace

std::vector<TimeExpression> find_times(const Document& document) {
  std::vector<TimeExpression> times;
  for (const Sentence& sentence : document.sentences()) {
    for (std::size_t at = sentence.first_word; at < sentence.end_word;) {
      std::optional<TimeExpression> found = TimePatterns(document, sentence).match(at);
      if (!found || found->end <= at) {
        ++at;
        continue;
      }
      if (wants_direction(*found)) {
        const bool joined = !times.empty() && joins_last(document, times.back(), *found);
        const Direction lead = joined ? direction_of(times.back()) : Direction::kUnknown;
        found->direction = lead != Direction::kUnknown ? lead : direction_at(document, found->first, found->end);
      }
      if (found->kind == Kind::kUnit || found->kind == Kind::kFixed) {
        if (found->direction == Direction::kUnknown && found->value.size() == 4) {
          found->direction = direction_at(document, found->first, found->end);  // A year: dating asks.
        }
      }
      if (found->kind == Kind::kDayTime && !times.empty()) take_day_before(document, times.back(), *found);
      at = found->end;
      times.push_back(std::move(*found));
    }
  }
  return times;
}

}  // namespace dateline::annotate

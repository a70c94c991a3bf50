#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "editions/brief_parts.h"
#include "editions/calendar_value.h"

namespace dateline::editions {

std::vector<TimelineEntry> show_timeline(std::span<const Places> places) {
  std::vector<TimelineEntry> entries;
  for (const Places& place : places) {
    std::set<std::pair<std::string, std::size_t>> seen;  // Value and sentence, of this article.
    const news::Article& article = place.article();
    for (const news::Time& time : article.times) {
      if (time.type != news::TimeType::kDate && time.type != news::TimeType::kTime) continue;
      auto on_calendar = read_calendar_value(time.value);
      if (!on_calendar) continue;
      const base::Span sentence = place.sentence_around(time.span);
      if (!seen.emplace(on_calendar->value, sentence.begin_bytes).second) continue;
      entries.push_back({std::move(on_calendar->value), std::move(on_calendar->label), place.show(sentence),
                         std::string(time.span.of(article.text)), time.span, on_calendar->first, on_calendar->last});
    }
  }
  // A whole year comes before its first month.
  std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
    return std::tie(a.first, b.last) < std::tie(b.first, a.last);
  });
  return entries;
}

}  // namespace dateline::editions

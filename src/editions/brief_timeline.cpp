#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "editions/brief_parts.h"
#include "editions/calendar_value.h"
#include "news/named_days.h"

namespace dateline::editions {
namespace {

constexpr std::size_t kLeadSentences = 3;  // of a report, which tell what it is about

// A sentence that names a time, and how well it tells what happened then.
struct Telling {
  ShownSentence where;
  base::Span span;
  CalendarValue on_calendar;
  int points = 0;
};

// Sentences by what else shows them: what many say tells best.
class Weigher {
 public:
  explicit Weigher(const StoryBrief& brief) {
    for (const auto* facts : {&brief.shared, &brief.differing}) {
      for (const ShownFact& fact : *facts) {
        for (const ShownSentence& sentence : fact.sentences) points_[key_of(sentence)] += 4;
      }
    }
    for (const ShownSentence& sentence : brief.summary) points_[key_of(sentence)] += 3;
  }

  int points_of(const Places& place, const ShownSentence& sentence, std::size_t times_in_sentence) const {
    const auto found = points_.find(key_of(sentence));
    int points = found == points_.end() ? 0 : found->second;
    const auto& sentences = place.article().sentences;
    if (sentences.size() <= kLeadSentences || sentence.span.begin_bytes < sentences[kLeadSentences].begin_bytes)
      ++points;
    // A sentence of many days tells little of each.
    return points - static_cast<int>(std::min<std::size_t>(times_in_sentence, 4)) + 1;
  }

 private:
  using Key = std::pair<std::size_t, std::size_t>;
  static Key key_of(const ShownSentence& sentence) { return {sentence.article, sentence.span.begin_bytes}; }

  std::map<Key, int> points_;
};

// All that one report says of times, sentence by sentence, each time once a sentence.
std::vector<Telling> tellings_of(const Places& place, const Weigher& weigher) {
  const news::Article& article = place.article();
  std::vector<Telling> tellings;
  std::map<std::size_t, std::set<std::string>> values_of;  // By the beginning of the sentence.
  for (const news::Time& time : article.times) {
    if (time.type != news::TimeType::kDate && time.type != news::TimeType::kTime) continue;
    auto on_calendar = read_calendar_value(time.value);
    if (!on_calendar || !news::names_day(time, article.text)) continue;
    const base::Span sentence = place.sentence_around(time.span);
    if (!values_of[sentence.begin_bytes].insert(on_calendar->value).second) continue;
    tellings.push_back({place.show(sentence), time.span, std::move(*on_calendar), 0});
  }
  for (Telling& one : tellings) {
    one.points = weigher.points_of(place, one.where, values_of[one.where.span.begin_bytes].size());
  }
  return tellings;
}

using Range = std::pair<base::Day, base::Day>;

bool is_better(const Telling& a, const Telling& b) {
  return a.points > b.points;
}

// One entry for a time, from all that is told of it (in order of the reports).
TimelineEntry entry_of(const std::vector<Telling>& tellings) {
  const Telling* best = &tellings.front();
  std::map<std::size_t, const Telling*> of_report;
  for (const Telling& one : tellings) {
    if (is_better(one, *best)) best = &one;
    const Telling*& held = of_report[one.where.article];
    if (held == nullptr || is_better(one, *held)) held = &one;
  }
  TimelineEntry entry;
  entry.value = best->on_calendar.value;
  entry.label = best->on_calendar.label;
  entry.first = best->on_calendar.first;
  entry.last = best->on_calendar.last;
  entry.where = best->where;
  entry.span = best->span;
  entry.sentences.push_back(best->where);
  for (const auto& [article, one] : of_report) {
    if (article != best->where.article) entry.sentences.push_back(one->where);
  }
  return entry;
}

// Planned is what lies after the last report that speaks of it; what a later report still expects does not become past
// because an earlier one expected it too.
TimelineEntry::When when_of(const TimelineEntry& entry, const StoryBrief& brief) {
  if (brief.day && entry.first == *brief.day && entry.last == *brief.day) return TimelineEntry::When::kNow;
  std::optional<base::Day> told;
  for (const ShownSentence& sentence : entry.sentences) {
    const auto day = brief.view->articles[sentence.article].published.day();
    if (day && (!told || *day > *told)) told = day;
  }
  if (!told) told = brief.day;
  return told && entry.first > *told ? TimelineEntry::When::kPlanned : TimelineEntry::When::kPast;
}

// Where no sentence names the story's own day, the first report of that day stands for it, if what it begins with
// names no other time: then it is that day's news.
std::optional<TimelineEntry> entry_of_own_day(std::span<const Places> places, const StoryBrief& brief) {
  if (!brief.day) return std::nullopt;
  for (const Places& place : places) {
    const news::Article& article = place.article();
    if (article.published.day() != brief.day || article.sentences.empty()) continue;
    const base::Span& first = article.sentences.front();
    const bool names_time = std::any_of(article.times.begin(), article.times.end(), [&](const news::Time& time) {
      return time.span.begin_bytes < first.end_bytes && read_calendar_value(time.value).has_value();
    });
    if (names_time) continue;
    auto on_calendar = read_calendar_value(base::format_day(*brief.day));
    if (!on_calendar) return std::nullopt;
    TimelineEntry entry;
    entry.when = TimelineEntry::When::kNow;
    entry.value = std::move(on_calendar->value);
    entry.label = std::move(on_calendar->label);
    entry.first = entry.last = *brief.day;
    entry.where = place.show(first);
    entry.span = {first.begin_bytes, first.begin_bytes};
    entry.sentences.push_back(entry.where);
    entry.voices = 1;
    return entry;
  }
  return std::nullopt;
}

}  // namespace

void show_timeline(std::span<const Places> places, StoryBrief& brief) {
  const Weigher weigher(brief);
  std::map<Range, std::vector<Telling>> by_time;
  for (const Places& place : places) {
    for (Telling& one : tellings_of(place, weigher)) {
      by_time[{one.on_calendar.first, one.on_calendar.last}].push_back(std::move(one));
    }
  }
  bool has_own_day = false;
  for (const auto& [range, tellings] : by_time) {
    TimelineEntry entry = entry_of(tellings);
    entry.expression = entry.span.of(brief.view->articles[entry.where.article].text);
    entry.voices = count_voices(brief.voices, entry.sentences);
    entry.when = when_of(entry, brief);
    has_own_day = has_own_day || entry.when == TimelineEntry::When::kNow;
    brief.timeline.push_back(std::move(entry));
  }
  if (!has_own_day) {
    if (auto own = entry_of_own_day(places, brief)) brief.timeline.push_back(std::move(*own));
  }
  // A whole year comes before its first month.
  std::stable_sort(brief.timeline.begin(), brief.timeline.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
    return std::tie(a.first, b.last) < std::tie(b.first, a.last);
  });
}

}  // namespace dateline::editions

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/strings.h"
#include "editions/excerpt.h"
#include "editions/story_parts.h"

namespace dateline::editions {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;
using When = TimelineEntry::When;

constexpr std::size_t kShownTimes = 9;
constexpr std::size_t kExcerptColumns = 72;
// Days around the story's own that have the axis to themselves when most entries lie among them: what happened years
// before would leave no room for what happened that week.
struct Around {
  int days_before = 0;
  int days_after = 0;
};
constexpr std::array<Around, 2> kWindows = {Around{10, 21}, Around{45, 120}};
constexpr std::size_t kFewestDrawn = 3;

constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view class_of(When when) {
  return when == When::kNow ? "now" : when == When::kPlanned ? "later" : "before";
}

// The entries that stand on the page at once: those most voices name, then those nearest to the story's day.
std::set<const TimelineEntry*> chosen(const StoryBrief& brief) {
  std::vector<const TimelineEntry*> order;
  for (const TimelineEntry& entry : brief.timeline) order.push_back(&entry);
  const auto distance = [&](const TimelineEntry* entry) {
    return brief.day ? std::abs((entry->first - *brief.day).count()) : 0;
  };
  std::stable_sort(order.begin(), order.end(), [&](const TimelineEntry* a, const TimelineEntry* b) {
    if ((a->when == When::kNow) != (b->when == When::kNow)) return a->when == When::kNow;
    if (a->voices != b->voices) return a->voices > b->voices;
    return distance(a) < distance(b);
  });
  // A step further for one or two is a step too many.
  const std::size_t keep = order.size() <= kShownTimes + 2 ? order.size() : kShownTimes;
  return {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(keep)};
}

// What the picture has: all entries, or those around the story's day.
struct Window {
  base::Day first{};
  base::Day last{};
  std::vector<const TimelineEntry*> entries;
  std::size_t earlier = 0;
  std::size_t later = 0;
};

Window whole(const StoryBrief& brief) {
  Window all;
  for (const TimelineEntry& entry : brief.timeline) {
    if (all.entries.empty()) all.first = all.last = entry.first;
    all.first = std::min(all.first, entry.first);
    all.last = std::max(all.last, entry.last);
    all.entries.push_back(&entry);
  }
  return all;
}

Window window_around(const StoryBrief& brief, const Around& around) {
  Window near;
  near.first = near.last = *brief.day;
  for (const TimelineEntry& entry : brief.timeline) {
    if (entry.first < *brief.day - days(around.days_before)) {
      ++near.earlier;
    } else if (entry.last > *brief.day + days(around.days_after)) {
      ++near.later;
    } else {
      near.first = std::min(near.first, entry.first);
      near.last = std::max(near.last, entry.last);
      near.entries.push_back(&entry);
    }
  }
  return near;
}

// The narrowest that has most of the entries.
Window window_of(const StoryBrief& brief) {
  if (brief.day) {
    for (const Around& around : kWindows) {
      Window near = window_around(brief, around);
      const bool has_most = 5 * near.entries.size() >= 3 * brief.timeline.size();
      if (near.entries.size() >= kFewestDrawn && has_most) return near;
    }
  }
  return whole(brief);
}

struct Tick {
  base::Day day{};
  std::string label;
};

// At most five: days, firsts of months or of years, whatever fits.
std::vector<Tick> ticks_of(base::Day first, base::Day last) {
  constexpr int kMostTicks = 4;
  constexpr int kDaysInDays = 100;
  constexpr int kDaysInMonths = 800;
  const int range = static_cast<int>((last - first).count());
  std::vector<Tick> ticks;
  if (range <= kDaysInDays) {
    const int step = std::max(1, (range + kMostTicks - 1) / kMostTicks);
    for (base::Day day = first; day <= last; day += days(step)) {
      const year_month_day date(day);
      ticks.push_back({day, fmt::format("{} {}", unsigned{date.day()}, kMonths[unsigned{date.month()} - 1])});
    }
    return ticks;
  }
  const bool by_month = range <= kDaysInMonths;
  const year_month_day from(first);
  const int unit = by_month ? 30 : 365;
  const int step = std::max(1, (range / unit + kMostTicks - 1) / kMostTicks);
  std::chrono::year_month at = by_month ? from.year() / from.month() : from.year() / std::chrono::January;
  std::string told_year;  // Months tell it once.
  while (base::Day(at / 1) <= last) {
    const base::Day day(at / 1);
    if (day >= first) {
      const std::string year = std::to_string(int{at.year()});
      std::string label = by_month ? std::string(kMonths[unsigned{at.month()} - 1]) : year;
      if (by_month && told_year != year) label.append(" ").append(year);
      ticks.push_back({day, std::move(label)});
      told_year = year;
    }
    at += by_month ? std::chrono::months(step) : std::chrono::months(12 * step);
  }
  return ticks;
}

// A mark of the picture and the row above the axis in which it stands, so that none overlaps another.
struct PlacedMark {
  const TimelineEntry* entry = nullptr;
  double left = 0;
  double right = 0;  // Equal for a day.
  std::size_t row = 0;
};

double radius_of(const TimelineEntry& entry) {
  return 3.5 + 0.7 * static_cast<double>(std::min<std::size_t>(entry.voices, 4) - 1);
}

std::vector<PlacedMark> place_marks(const Window& window, const auto& x_of) {
  constexpr std::size_t kRows = 4;
  constexpr double kShortestBar = 8;
  std::array<double, kRows> ends{};
  ends.fill(-100);
  std::vector<PlacedMark> marks;
  for (const TimelineEntry* entry : window.entries) {
    PlacedMark mark{entry, x_of(entry->first), x_of(entry->first), 0};
    if (entry->last > entry->first) mark.right = std::max(x_of(entry->last), mark.left + kShortestBar);
    const double reach = entry->last > entry->first ? 0 : std::max(radius_of(*entry), 5.0);
    while (mark.row < kRows && mark.left - reach < ends[mark.row] + 2) ++mark.row;
    if (mark.row == kRows) {
      mark.row = static_cast<std::size_t>(std::min_element(ends.begin(), ends.end()) - ends.begin());
    }
    ends[mark.row] = std::max(ends[mark.row], mark.right + reach);
    marks.push_back(mark);
  }
  return marks;
}

void fill_ticks(const Window& window, const auto& x_of, double axis, Values picture) {
  constexpr double kHalfOfLetter = 3.9;  // Of the widest of the sans faces, at 13 units.
  constexpr double kGap = 4;
  double end = -kGap;
  for (const Tick& tick : ticks_of(window.first, window.last)) {
    const double x = x_of(tick.day);
    const double half = kHalfOfLetter * static_cast<double>(tick.label.size());
    const bool at_start = x < half;
    const bool at_end = x > kPictureWidth - half;
    const double begin = at_start ? 0 : at_end ? kPictureWidth - 2 * half : x - half;
    if (begin < end + kGap) continue;
    end = begin + 2 * half;
    Values row = picture.add("TICK");
    row.set("X", picture_number(x));
    row.set("LABEL_X", picture_number(at_start ? 0 : at_end ? kPictureWidth : x));
    row.set("ANCHOR", at_start ? "start" : at_end ? "last" : "middle");
    row.set("TICK_LABEL", tick.label);
    row.set("TICK_END", picture_number(axis + 4));
    row.set("TICK_TEXT", picture_number(axis + 17));
    row.set("AXIS", picture_number(axis));
  }
}

void fill_mark(const PlacedMark& placed, double axis, Values picture) {
  const TimelineEntry& entry = *placed.entry;
  const bool is_bar = placed.right > placed.left;
  const double y = axis - 9 - 14 * static_cast<double>(placed.row);
  Values mark = picture.add(is_bar ? "BAR" : entry.when == When::kNow ? "NOW" : "DOT");
  mark.set("WHEN", class_of(entry.when));
  mark.set("X", picture_number(placed.left));
  mark.set("Y", picture_number(is_bar ? y - 3 : y));
  mark.set("W", picture_number(placed.right - placed.left));
  mark.set("R", picture_number(radius_of(entry)));
  mark.set("TOP", picture_number(y - 6));
}

std::string note_of(const Window& window) {
  std::string note = "Diamond: the story’s day. Bar: a week or longer. Empty: planned. Larger: of more voices.";
  if (window.earlier > 0) note += " Further back, not drawn: " + std::to_string(window.earlier) + ".";
  if (window.later > 0) note += " Further ahead or longer, not drawn: " + std::to_string(window.later) + ".";
  return note;
}

void fill_picture(const StoryBrief& brief, Values values) {
  const Window window = window_of(brief);
  if (window.entries.size() < kFewestDrawn || window.last == window.first) return;
  constexpr double kLeft = 8;
  constexpr double kRight = kPictureWidth - 8;
  const auto range = static_cast<double>((window.last - window.first).count());
  const auto x_of = [&](base::Day day) {
    return kLeft + (kRight - kLeft) * static_cast<double>((day - window.first).count()) / range;
  };
  Values picture = values.add("PICTURE");
  const std::vector<PlacedMark> marks = place_marks(window, x_of);
  std::size_t rows = 1;
  for (const PlacedMark& mark : marks) rows = std::max(rows, mark.row + 1);
  const double axis = 4 + 14 * static_cast<double>(rows);
  picture.set("HEIGHT", picture_number(axis + 21));
  picture.set("AXIS", picture_number(axis));
  fill_ticks(window, x_of, axis, picture);
  for (const PlacedMark& mark : marks) fill_mark(mark, axis, picture);
  picture.set("PICTURE_LABEL", base::counted(window.entries.size(), "time") + " on one axis of days, from " +
                                   base::day_in_words(window.first) + " to " + base::day_in_words(window.last));
  picture.set("PICTURE_NOTE", note_of(window));
}

// What <time datetime> takes: 2013, 2013-11, 2013-11-02, 2013-W44.
bool is_html_date(std::string_view value) {
  if (value.size() == 8) return value[5] == 'W';
  return (value.size() == 4 || value.size() == 7 || value.size() == 10) && base::is_ascii_digit(value.back()) &&
         value.find_first_not_of("0123456789-") == std::string_view::npos;
}

void fill_entry(const MarkedBrief& marked, const PageLinks& links, const TimelineEntry& entry, Values values) {
  values.set("WHEN", class_of(entry.when));
  values.set("LABEL", entry.label);
  std::string note = entry.when == When::kPlanned ? "planned" : "";
  if (entry.report_count() > 1) {
    note += (note.empty() ? "" : " · ") + counted_voices(entry.report_count(), "report", entry.voices);
  }
  values.set_if("NOTE", note);
  if (is_html_date(entry.value)) values.set_if("VALUE", entry.value);
  const base::Span inner{entry.span.begin_bytes - entry.where.span.begin_bytes,
                         entry.span.end_bytes - entry.where.span.begin_bytes};
  const Excerpt words = excerpt(entry.where.text, inner, kExcerptColumns);
  values.set("BEFORE", words.before + (entry.expression.empty() ? words.inner : ""));
  if (!entry.expression.empty()) values.set_if("EXPRESSION", words.inner);
  values.set("AFTER", words.after);
  values.set("LANG", language_of(marked, entry.where));
  std::vector<const ShownSentence*> naming;
  for (const ShownSentence& sentence : entry.sentences) naming.push_back(&sentence);
  add_marks(marks_of_sentences(marked, links, naming), values);
}

}  // namespace

void fill_timeline(const MarkedBrief& marked, const PageLinks& links, Values values) {
  const StoryBrief& brief = *marked.brief;
  if (brief.timeline.empty()) return;
  Values part = values.add("TIMELINE");
  fill_picture(brief, part);
  const auto kept = chosen(brief);
  for (const TimelineEntry& entry : brief.timeline) {
    Values row = part.add(kept.contains(&entry) ? "TIME" : "MORE_TIME");
    fill_entry(marked, links, entry, row.include("TIME_ROW", "story_time.html"));
  }
  if (kept.size() < brief.timeline.size()) {
    part.show("HAS_MORE_TIMES");
    part.set("MORE_TIMES", brief.timeline.size() - kept.size());
  }
}

}  // namespace dateline::editions

#include "text/written_times.h"

namespace dateline::text {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

using Items = std::span<const DateItem>;

bool mark_at(Items items, std::size_t at, char32_t mark) {
  return at < items.size() && items[at].is_mark(mark);
}
bool word_at(Items items, std::size_t at, std::string_view folded) {
  return at < items.size() && items[at].is_word() && items[at].folded == folded;
}
bool digits_at(Items items, std::size_t at, std::size_t least, std::size_t most) {
  return at < items.size() && items[at].is_number_of(least, most);
}

struct Clock {
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
  std::size_t end = 0;
  bool sure = false;  // the writing alone shows that it is a time

  bool possible() const {
    return minute < 60 && second <= 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
  }
};

// ":SS" and ".fff" after hours and minutes.
void read_seconds(Items items, Clock& clock) {
  if (!mark_at(items, clock.end, ':') || !digits_at(items, clock.end + 1, 2, 2)) return;
  clock.second = items[clock.end + 1].value;
  clock.end += 2;
  const bool fraction = mark_at(items, clock.end, '.') || mark_at(items, clock.end, ',');
  if (fraction && items[clock.end].glued && digits_at(items, clock.end + 1, 1, 9) && items[clock.end + 1].glued) {
    clock.end += 2;
  }
}

// "09:15", "15h30", "09.15", "9時15分".
std::optional<Clock> read_parted(Items items, std::size_t at) {
  if (!digits_at(items, at, 1, 2) || at + 1 >= items.size()) return std::nullopt;
  Clock clock{items[at].value, 0, 0, at + 1, false};
  const bool minutes_follow = digits_at(items, at + 2, 2, 2) && items[at + 2].glued;
  if (items[at + 1].is_mark(':') && minutes_follow) {
    clock = {items[at].value, items[at + 2].value, 0, at + 3, true};
    read_seconds(items, clock);
  } else if (word_at(items, at + 1, "h") && minutes_follow) {
    clock = {items[at].value, items[at + 2].value, 0, at + 3, true};
  } else if (items[at + 1].is_mark('.') && minutes_follow) {
    clock = {items[at].value, items[at + 2].value, 0, at + 3, false};
  } else if (word_at(items, at + 1, "時") || word_at(items, at + 1, "时") || word_at(items, at + 1, "시")) {
    clock = {items[at].value, 0, 0, at + 2, true};
    if (digits_at(items, at + 2, 1, 2) && at + 3 < items.size() && items[at + 3].is_word()) {
      clock.minute = items[at + 2].value;
      clock.end = at + 4;
    }
  }
  return clock;
}

// "0915" and "091500": sure only by what stands around.
std::optional<Clock> read_packed(Items items, std::size_t at) {
  if (digits_at(items, at, 4, 4)) return Clock{items[at].value / 100, items[at].value % 100, 0, at + 1, false};
  if (!digits_at(items, at, 6, 6)) return std::nullopt;
  return Clock{items[at].value / 10000, items[at].value / 100 % 100, items[at].value % 100, at + 1, false};
}

// "am", "a.m.", "PM": moves the clock to 24 hours. False when the hour cannot be one of twelve.
bool read_half(Items items, Clock& clock) {
  const std::size_t at = clock.end;
  if (at >= items.size() || !items[at].is_word()) return true;
  const std::string& word = items[at].folded;
  std::size_t end = at;
  if (word == "am" || word == "pm") end = at + 1;
  if ((word == "a" || word == "p") && mark_at(items, at + 1, '.') && word_at(items, at + 2, "m")) end = at + 3;
  if (end == at) return true;
  if (mark_at(items, end, '.')) ++end;
  clock.end = end;
  if (clock.hour > 12) return clock.hour < 24;  // "15:30 PM" is written, too
  if (clock.hour == 0 && word[0] == 'p') return false;
  clock.hour = clock.hour % 12 + (word[0] == 'p' ? 12 : 0);
  clock.sure = true;
  return true;
}

// "+09:00", "-0500", "+9" at `*at`.
std::optional<minutes> read_offset(Items items, std::size_t* at) {
  if (!mark_at(items, *at, '+') && !mark_at(items, *at, '-')) return std::nullopt;
  if (!digits_at(items, *at + 1, 1, 4) || !items[*at + 1].glued || items[*at + 1].text.size() == 3) return std::nullopt;
  const DateItem& number = items[*at + 1];
  const bool packed = number.text.size() == 4;
  std::int64_t hours = packed ? number.value / 100 : number.value;
  std::int64_t rest = packed ? number.value % 100 : 0;
  std::size_t end = *at + 2;
  if (!packed && mark_at(items, end, ':') && digits_at(items, end + 1, 2, 2)) {
    rest = items[end + 1].value;
    end += 2;
  }
  if (hours > 14 || rest > 59) return std::nullopt;
  const minutes offset(hours * 60 + rest);
  const bool west = items[*at].is_mark('-');
  *at = end;
  return west ? -offset : offset;
}

// A zone at `*at`: a name, a name and an offset ("GMT+9"), an offset and a name ("+0900 (JST)"), any in brackets.
std::optional<ZoneName> read_zone(Items items, std::size_t* at) {
  std::size_t end = *at;
  const bool bracket = mark_at(items, end, '(');
  if (bracket) ++end;
  std::optional<ZoneName> zone;
  if (end < items.size() && items[end].is_word()) {
    zone = items[end].text == "z" ? zone_of_name("Z") : zone_of_name(items[end].text);
    if (!zone) return std::nullopt;
    ++end;
  }
  const bool greenwich = zone && zone->offset.count() == 0;
  if (!zone || greenwich) {
    if (const auto offset = read_offset(items, &end)) zone = ZoneName{*offset, false};
  }
  if (!zone || (bracket && !mark_at(items, end, ')'))) return std::nullopt;
  if (bracket) ++end;
  *at = end;
  return zone;
}

// "10:00-11:30" in a line of words: from one time to a later one. (After "T" and after seconds, it is a zone.)
bool is_range(Items items, const Clock& from) {
  if (!from.sure || !mark_at(items, from.end, '-') || !digits_at(items, from.end + 1, 1, 2) ||
      !mark_at(items, from.end + 2, ':') || !digits_at(items, from.end + 3, 2, 2))
    return false;
  return items[from.end + 1].value * 60 + items[from.end + 3].value > from.hour * 60 + from.minute;
}

// "(2221 HKT)", "(JST)" after a zone repeats it for other readers.
std::size_t skip_bracket(Items items, std::size_t at) {
  if (!mark_at(items, at, '(')) return at;
  for (std::size_t end = at + 1; end < items.size() && end < at + 8; ++end) {
    if (items[end].is_mark(')')) return end + 1;
  }
  return at;
}

}  // namespace

std::optional<WrittenTime> read_time(Items items, std::size_t at, bool marked) {
  std::optional<Clock> clock = read_parted(items, at);
  if (!clock) clock = read_packed(items, at);
  if (!clock || !clock->possible() || !read_half(items, *clock)) return std::nullopt;
  const bool bare_hour = clock->end == at + 1 && items[at].text.size() <= 2;
  while (clock->end < items.size() && items[clock->end].is_word() &&
         is_date_word(DateWord::kHours, items[clock->end].folded)) {
    clock->sure = true;
    ++clock->end;
  }
  WrittenTime time{seconds(clock->hour * 3600 + clock->minute * 60 + clock->second), std::nullopt, clock->end};
  if (!marked && clock->end == at + 3 && is_range(items, *clock)) {
    time.end += 4;
    return time;
  }
  if (mark_at(items, time.end, ',')) {
    std::size_t after = time.end + 1;
    if (after < items.size() && items[after].is_word() && (time.zone = read_zone(items, &after))) time.end = after;
  } else {
    time.zone = read_zone(items, &time.end);
  }
  if (time.zone) time.end = skip_bracket(items, time.end);
  if (!clock->sure && !(time.zone && !bare_hour) && !(marked && !bare_hour)) return std::nullopt;
  return time;
}

}  // namespace dateline::text

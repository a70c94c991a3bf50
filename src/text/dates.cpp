#include "text/dates.h"

#include <algorithm>
#include <chrono>
#include <span>

#include "base/strings.h"
#include "base/utf8.h"
#include "text/characters.h"
#include "text/written_date_items.h"
#include "text/written_times.h"

namespace dateline::text {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using Items = std::span<const DateItem>;

// A written date is short; a line in which one is looked for may be longer, but not a book.
constexpr std::size_t kDateBytes = 200;
constexpr std::size_t kLineBytes = 4000;
constexpr std::int64_t kFirstYear = 1800;
constexpr std::int64_t kLastYear = 2199;

struct ReadDay {
  base::Day day;
  std::size_t end = 0;  // the item after it
  std::optional<WrittenTime> time;
};

class Reader {
 public:
  Reader(Items items, bool month_first) : items_(items), month_first_(month_first) {}

  // A date with what time of day belongs to it, at item `at`.
  std::optional<ReadDay> read(std::size_t at) const;
  // The date alone.
  std::optional<ReadDay> read_day(std::size_t at) const;
  // "novembre 2013", "noviembre de 2013", "2013年11月": the first of the month.
  std::optional<ReadDay> read_month(std::size_t at) const;
  std::size_t skip_fillers(std::size_t at) const;

 private:
  std::optional<ReadDay> read_packed(std::size_t at) const;
  std::optional<ReadDay> read_year_first(std::size_t at) const;
  std::optional<ReadDay> read_day_month(std::size_t at) const;
  std::optional<ReadDay> read_month_day(std::size_t at) const;
  std::optional<ReadDay> read_numeric(std::size_t at) const;
  std::optional<ReadDay> with_time(ReadDay found) const;
  std::optional<ReadDay> time_first(std::size_t at) const;
  std::size_t skip_weekday(std::size_t at) const;
  std::size_t skip_ordinal(std::size_t at) const;
  std::int64_t year_at(std::size_t at, bool short_allowed) const;

  bool number(std::size_t at, std::size_t least, std::size_t most) const {
    return at < items_.size() && items_[at].is_number_of(least, most);
  }
  bool mark(std::size_t at, char32_t code) const { return at < items_.size() && items_[at].is_mark(code); }
  bool word(std::size_t at, std::string_view folded) const {
    return at < items_.size() && items_[at].is_word() && items_[at].folded == folded;
  }
  bool role(std::size_t at, DateWord role) const {
    return at < items_.size() && items_[at].is_word() && is_date_word(role, items_[at].folded);
  }
  unsigned month(std::size_t at) const {
    return at < items_.size() && items_[at].is_word() ? month_of_word(items_[at].folded) : 0;
  }

  Items items_;
  bool month_first_;
};

std::optional<base::Day> day_of_parts(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

std::optional<ReadDay> found(std::int64_t year, std::int64_t month, std::int64_t day, std::size_t end) {
  const auto read = day_of_parts(year, month, day);
  if (!read) return std::nullopt;
  return ReadDay{*read, end, std::nullopt};
}

// "Sat,", "Samstag, den", "(Mo.)".
std::size_t Reader::skip_weekday(std::size_t at) const {
  const std::size_t begin = at;
  if (mark(at, '(')) ++at;
  if (!role(at, DateWord::kWeekday)) return begin;
  ++at;
  while (at < items_.size() && (mark(at, ',') || mark(at, '.') || mark(at, ')') || mark(at, '-'))) ++at;
  return skip_fillers(at);
}

std::size_t Reader::skip_fillers(std::size_t at) const {
  for (int fillers = 0; fillers < 2 && role(at, DateWord::kFiller); ++fillers) {
    ++at;
    if (mark(at, '\'') || mark(at, 0x2019)) ++at;  // d'octobre
  }
  return at;
}

// "1st", "2nd", "1er", "2.", "1º".
std::size_t Reader::skip_ordinal(std::size_t at) const {
  for (const std::string_view suffix : {"st", "nd", "rd", "th", "er", "e", "º"}) {
    if (word(at, suffix) && items_[at].glued) return at + 1;
  }
  return mark(at, '.') || mark(at, U'º') ? at + 1 : at;
}

// The year at `at`, or -1. Two digits are a year of 1970 to 2069.
std::int64_t Reader::year_at(std::size_t at, bool short_allowed) const {
  if (number(at, 4, 4)) return items_[at].value;
  if (!short_allowed || !number(at, 2, 2)) return -1;
  return items_[at].value + (items_[at].value < 70 ? 2000 : 1900);
}

// "20131102", "20131102T091500Z", "20131102091500".
std::optional<ReadDay> Reader::read_packed(std::size_t at) const {
  if (!number(at, 8, 8) && !number(at, 12, 12) && !number(at, 14, 14)) return std::nullopt;
  const std::size_t digits = items_[at].text.size();
  std::int64_t value = items_[at].value;
  std::int64_t clock = 0;
  if (digits > 8) {
    const std::int64_t scale = digits == 12 ? 10000 : 1000000;
    clock = digits == 12 ? value % scale * 100 : value % scale;
    value /= scale;
  }
  auto day = found(value / 10000, value / 100 % 100, value % 100, at + 1);
  if (!day || digits == 8) return day;
  if (clock / 10000 > 23 || clock / 100 % 100 > 59 || clock % 100 > 60) return std::nullopt;
  day->time = WrittenTime{std::chrono::seconds(clock / 10000 * 3600 + clock / 100 % 100 * 60 + clock % 100),
                          std::nullopt, at + 1};
  return day;
}

// "2013-11-02", "2013/11/02", "2013年11月2日", "2013년 11월 2일".
std::optional<ReadDay> Reader::read_year_first(std::size_t at) const {
  if (!number(at, 4, 4) || !number(at + 2, 1, 2) || !number(at + 4, 1, 2)) return std::nullopt;
  const bool marks = (mark(at + 1, '-') || mark(at + 1, '/') || mark(at + 1, '.')) && items_[at + 1].glued &&
                     mark(at + 3, items_[at + 1].mark) && items_[at + 3].glued;
  const bool ideographs = (word(at + 1, "年") && word(at + 3, "月") && (word(at + 5, "日") || word(at + 5, "号"))) ||
                          (word(at + 1, "년") && word(at + 3, "월") && word(at + 5, "일"));
  if (!marks && !ideographs) return std::nullopt;
  const std::size_t end = at + (ideographs ? 6 : mark(at + 5, '.') && items_[at + 1].mark == '.' ? 6 : 5);
  return found(items_[at].value, items_[at + 2].value, items_[at + 4].value, end);
}

// "2 November 2013", "2. November 2013", "1er novembre 2013", "2 de noviembre de 2013", "02-Nov-13".
std::optional<ReadDay> Reader::read_day_month(std::size_t at) const {
  if (!number(at, 1, 2)) return std::nullopt;
  std::size_t next = skip_fillers(skip_ordinal(at + 1));
  const bool dashed = mark(next, '-') || mark(next, '/');
  if (dashed) ++next;
  const unsigned named = month(next);
  if (named == 0) return std::nullopt;
  ++next;
  while (mark(next, '.') || mark(next, ',') || mark(next, '-') || mark(next, '/')) ++next;
  next = skip_fillers(next);
  // Two digits after a month are a year unless they begin a time of day.
  const bool clock = mark(next + 1, ':') || mark(next + 1, '.');
  const bool word_follows = next + 1 < items_.size() && items_[next + 1].is_word() && !role(next + 1, DateWord::kTime);
  const std::int64_t year = year_at(next, !clock && (dashed || !word_follows));
  return found(year, named, items_[at].value, next + 1);
}

// "November 2, 2013", "Nov. 2nd 2013".
std::optional<ReadDay> Reader::read_month_day(std::size_t at) const {
  const unsigned named = month(at);
  std::size_t next = at + 1;
  if (mark(next, '.')) ++next;
  next = skip_fillers(next);
  if (named == 0 || !number(next, 1, 2)) return std::nullopt;
  const std::int64_t day = items_[next].value;
  next = skip_ordinal(next + 1);
  while (mark(next, ',') || mark(next, '.')) ++next;
  next = skip_fillers(next);
  return found(year_at(next, false), named, day, next + 1);
}

// "02.11.2013", "2. 11. 2013", "11/2/2013", "2-11-13".
std::optional<ReadDay> Reader::read_numeric(std::size_t at) const {
  if (!number(at, 1, 2) || !number(at + 2, 1, 2) || !(number(at + 4, 4, 4) || number(at + 4, 2, 2)))
    return std::nullopt;
  const bool marks = mark(at + 1, '.') || mark(at + 1, '/') || mark(at + 1, '-');
  if (!marks || !mark(at + 3, items_[at + 1].mark) || !items_[at + 1].glued || !items_[at + 3].glued)
    return std::nullopt;
  const std::int64_t first = items_[at].value;
  const std::int64_t second = items_[at + 2].value;
  const bool month_first = second > 12 || (month_first_ && first <= 12);
  return found(year_at(at + 4, true), month_first ? first : second, month_first ? second : first, at + 5);
}

std::optional<ReadDay> Reader::read_day(std::size_t at) const {
  at = skip_weekday(skip_fillers(at));
  if (at >= items_.size()) return std::nullopt;
  if (auto day = read_packed(at)) return day;
  if (auto day = read_year_first(at)) return day;
  if (auto day = read_day_month(at)) return day;
  if (auto day = read_month_day(at)) return day;
  return read_numeric(at);
}

std::optional<ReadDay> Reader::read_month(std::size_t at) const {
  if (number(at, 4, 4) && number(at + 2, 1, 2)) {
    const bool ideographs = (word(at + 1, "年") && word(at + 3, "月")) || (word(at + 1, "년") && word(at + 3, "월"));
    return ideographs ? found(items_[at].value, items_[at + 2].value, 1, at + 4) : std::nullopt;
  }
  const unsigned named = month(at);
  // "set", "out", "des" and "mar" are words, too.
  if (named == 0 || (items_[at].folded.size() < 4 && items_[at].folded != "mai" && items_[at].folded != "may")) {
    return std::nullopt;
  }
  const std::size_t next = skip_fillers(at + 1);
  return found(year_at(next, false), named, 1, next + 1);
}

// Adds the time of day that follows, past a comma, a dash, "at" or "T".
std::optional<ReadDay> Reader::with_time(ReadDay day) const {
  std::size_t at = day.end;
  bool marked = false;
  at = skip_weekday(at);
  if (mark(at, '(')) ++at;
  for (int marks = 0; marks < 4 && at < items_.size(); ++marks, ++at) {
    const bool between = mark(at, ',') || mark(at, '-') || mark(at, '|') || mark(at, '/') || mark(at, U'·') ||
                         mark(at, U'•') || mark(at, '@') || mark(at, '.') || mark(at, ':') || mark(at, ';');
    if (!between && !role(at, DateWord::kTime)) break;
    marked = marked || !between;
  }
  if (auto time = read_time(items_, at, marked)) {
    day.end = time->end;
    day.time = time;
  }
  return day;
}

// "1421 GMT (2221 HKT) August 4, 2013", "10:12, 5 March 2025".
std::optional<ReadDay> Reader::time_first(std::size_t at) const {
  const auto time = read_time(items_, at, false);
  if (!time) return std::nullopt;
  std::size_t next = time->end;
  while (mark(next, ',') || mark(next, '-') || mark(next, '|') || mark(next, U'·')) ++next;
  auto day = read_day(skip_fillers(next));
  if (day && !day->time) day->time = time;
  return day;
}

std::optional<ReadDay> Reader::read(std::size_t at) const {
  if (auto day = time_first(at)) return day;
  auto day = read_day(at);
  if (!day || day->time) return day;
  return with_time(*day);
}

WrittenDate to_written(const ReadDay& read) {
  base::Instant local = read.day;
  if (!read.time) return {local, false, std::nullopt};
  local += read.time->since_midnight;
  if (!read.time->zone) return {local, true, std::nullopt};
  const bool summer = read.time->zone->us_summer_time && is_us_summer(local);
  const std::chrono::minutes offset = read.time->zone->offset + std::chrono::hours(summer ? 1 : 0);
  return {local - offset, true, static_cast<int>(offset.count())};
}

// A number in the middle of a word or of a longer number begins no date; behind a word of a script without spaces it
// may.
bool may_begin(Items items, std::size_t at) {
  if (at == 0 || !items[at].glued) return true;
  const DateItem& before = items[at - 1];
  if (before.is_word() && is_unspaced_script(char_at(before.text, 0).code)) return true;
  if (before.is_word() || before.is_number()) return false;
  const bool inside_number = before.is_mark('.') || before.is_mark(':') || before.is_mark('-');
  return !(inside_number && at >= 2 && before.glued && items[at - 2].is_number());
}

bool may_end(Items items, std::size_t end) {
  if (end >= items.size() || !items[end].glued) return true;
  const bool number_goes_on = items[end].kind == DateItem::Kind::kMark && end + 1 < items.size() &&
                              items[end + 1].glued && items[end + 1].is_number() && items[end].mark != '/';
  if (number_goes_on) return false;
  return !items[end].is_number() && !(items[end].is_word() && items[end - 1].is_number());
}

// The next piece of a long line, cut at white space where there is some.
std::string_view next_piece(std::string_view text, std::size_t at) {
  std::string_view piece = base::utf8_prefix(text.substr(at), kLineBytes);
  if (piece.empty()) piece = text.substr(at, kLineBytes);  // Ill-formed.
  if (at + piece.size() == text.size()) return piece;
  const std::size_t space = piece.find_last_of(" \n\t");
  return space == std::string_view::npos || space == 0 ? piece : piece.substr(0, space);
}

bool has_year(Items items, std::size_t first, std::size_t end) {
  return std::any_of(items.begin() + static_cast<std::ptrdiff_t>(first),
                     items.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const DateItem& item) { return item.is_number_of(4, 4); });
}

void find_in_piece(std::string_view text, std::string_view piece, std::string_view language,
                   std::vector<NamedDate>& out) {
  const std::vector<DateItem> items = read_date_items(piece);
  const Reader reader(items, language == "en");
  for (std::size_t at = 0; at < items.size();) {
    std::optional<ReadDay> read;
    bool whole_month = false;
    if (may_begin(items, at) && reader.skip_fillers(at) == at && items[at].kind != DateItem::Kind::kMark) {
      read = reader.read_day(at);
      whole_month = !read;
      if (whole_month) read = reader.read_month(at);
    }
    if (!read || !may_end(items, read->end) || !has_year(items, at, read->end)) {
      ++at;
      continue;
    }
    std::size_t last = read->end - 1;
    while (last > at && items[last].is_mark('.')) --last;
    const auto offset = [text](const char* place) { return static_cast<std::size_t>(place - text.data()); };
    out.push_back({{offset(items[at].text.data()), offset(items[last].text.data() + items[last].text.size())},
                   read->day,
                   whole_month});
    at = read->end;
  }
}

}  // namespace

std::optional<WrittenDate> parse_written_date(std::string_view text, std::string_view language) {
  if (text.size() > kDateBytes) return std::nullopt;
  const std::vector<DateItem> items = read_date_items(text);
  const auto read = Reader(items, language == "en").read(0);
  if (!read) return std::nullopt;
  const bool rest_is_marks = std::all_of(items.begin() + static_cast<std::ptrdiff_t>(read->end), items.end(),
                                         [](const DateItem& item) { return item.kind == DateItem::Kind::kMark; });
  if (!rest_is_marks) return std::nullopt;
  return to_written(*read);
}

std::optional<WrittenDate> find_written_date(std::string_view line, std::string_view language) {
  const std::vector<DateItem> items = read_date_items(line.substr(0, kLineBytes));
  const Reader reader(items, language == "en");
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (!may_begin(items, at)) continue;
    const auto read = reader.read(at);
    if (read && may_end(items, read->end)) return to_written(*read);
  }
  return std::nullopt;
}

std::vector<NamedDate> find_named_dates(std::string_view text, std::string_view language) {
  std::vector<NamedDate> dates;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view piece = next_piece(text, at);
    if (std::any_of(piece.begin(), piece.end(), base::is_ascii_digit)) find_in_piece(text, piece, language, dates);
    at += piece.size();
  }
  return dates;
}

}  // namespace dateline::text

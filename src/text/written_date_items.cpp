#include "text/written_date_items.h"

#include <string>
#include <unordered_map>

#include "base/embedded.h"
#include "base/strings.h"
#include "text/characters.h"
#include "text/words.h"

DATELINE_EMBEDDED(date_words, date_words_txt)
DATELINE_EMBEDDED(zones, zones_txt)

namespace dateline::text {
namespace {

constexpr std::size_t kMostDigits = 14;

struct DateWords {
  std::unordered_map<std::string, unsigned> months;
  std::unordered_map<std::string, unsigned> roles;  // a bit for each DateWord, since "a" has several
};

unsigned bit(DateWord role) {
  return 1u << static_cast<unsigned>(role);
}

unsigned section_bit(std::string_view section) {
  if (section == "weekday") return bit(DateWord::kWeekday);
  if (section == "filler") return bit(DateWord::kFiller);
  if (section == "time") return bit(DateWord::kTime);
  return section == "hours" ? bit(DateWord::kHours) : 0;
}

DateWords read_date_words() {
  DateWords words;
  std::string_view section;
  unsigned month = 0;
  for (std::string_view line : base::split(date_words(), '\n')) {
    line = base::trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    if (line.front() == '[') {
      section = line.substr(1, line.find(']') - 1);
      continue;
    }
    if (section == "month") ++month;
    for (const std::string_view word : base::split_words(line)) {
      if (section == "month") words.months.emplace(fold(word), month);
      words.roles[fold(word)] |= section_bit(section);
    }
  }
  return words;
}

const DateWords& lists() {
  static const DateWords kWords = read_date_words();
  return kWords;
}

// "+5:45", "-8:00".
std::chrono::minutes read_offset(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto hours = base::parse_integer(text.substr(1, colon - 1)).value_or(0);
  const auto minutes = base::parse_integer(text.substr(colon + 1)).value_or(0);
  const std::chrono::minutes offset(hours * 60 + minutes);
  return text.front() == '-' ? -offset : offset;
}

using Zones = std::unordered_map<std::string_view, ZoneName>;

Zones read_zones() {
  Zones names;
  for (std::string_view line : base::split(zones(), '\n')) {
    const auto fields = base::split_words(line.substr(0, line.find('#')));
    if (fields.size() == 2) names.emplace(fields[0], ZoneName{read_offset(fields[1]), false});
    if (fields.size() == 3) names.emplace(fields[0], ZoneName{read_offset(fields[2]), true});
  }
  return names;
}

char32_t plain_mark(char32_t code) {
  return (code >= 0x2010 && code <= 0x2015) || code == 0x2212 ? U'-' : code;
}

bool stands_alone(char32_t code) {
  return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xAC00 && code <= 0xD7A3);
}

// The end of the run of characters of the kind that `first` is, which begins at `at`.
std::size_t run_end(std::string_view text, std::size_t at, bool digits) {
  while (at < text.size()) {
    const Char c = char_at(text, at);
    const CharClass kind = class_of(c.code);
    const bool inside = digits ? c.code < 128 && kind == CharClass::kDigit
                               : (is_letter(kind) || kind == CharClass::kMark) && !stands_alone(c.code);
    if (!inside) break;
    at = c.end_bytes;
  }
  return at;
}

DateItem read_item(std::string_view text, std::size_t at, std::size_t* end) {
  const Char c = char_at(text, at);
  const CharClass kind = class_of(c.code);
  DateItem item;
  *end = c.end_bytes;
  if (base::is_ascii_digit(text[at])) {
    *end = run_end(text, at, true);
    item.kind = DateItem::Kind::kNumber;
    item.text = text.substr(at, *end - at);
    if (item.text.size() <= kMostDigits) item.value = base::parse_integer(item.text).value_or(0);
    return item;
  }
  if (is_letter(kind)) {
    if (!stands_alone(c.code)) *end = run_end(text, at, false);
    item.kind = DateItem::Kind::kWord;
    item.text = text.substr(at, *end - at);
    item.folded = fold(item.text);
    return item;
  }
  item.text = text.substr(at, *end - at);
  item.mark = plain_mark(c.code);
  return item;
}

}  // namespace

std::vector<DateItem> read_date_items(std::string_view text) {
  std::vector<DateItem> items;
  for (std::size_t at = 0;;) {
    const std::size_t begin = skip_space(text, at);
    if (begin == text.size()) return items;
    items.push_back(read_item(text, begin, &at));
    items.back().glued = begin > 0 && class_before(text, begin) != CharClass::kSpace;
  }
}

unsigned month_of_word(std::string_view folded) {
  const auto hit = lists().months.find(std::string(folded));
  return hit == lists().months.end() ? 0 : hit->second;
}

bool is_date_word(DateWord role, std::string_view folded) {
  const auto hit = lists().roles.find(std::string(folded));
  return hit != lists().roles.end() && (hit->second & bit(role)) != 0;
}

std::optional<ZoneName> zone_of_name(std::string_view name) {
  static const Zones kZones = read_zones();
  const auto hit = kZones.find(name);
  if (hit == kZones.end()) return std::nullopt;
  return hit->second;
}

bool is_us_summer(std::chrono::sys_seconds local) {
  using namespace std::chrono;
  const year_month_day day(floor<days>(local));
  const bool since_2007 = day.year() >= year(2007);
  const sys_days first =
      since_2007 ? sys_days(day.year() / March / Sunday[2]) : sys_days(day.year() / April / Sunday[1]);
  const sys_days last = since_2007 ? sys_days(day.year() / November / Sunday[1])
                                   : sys_days(day.year() / October / Sunday[std::chrono::last]);
  return local >= first + hours(2) && local < last + hours(2);
}

}  // namespace dateline::text

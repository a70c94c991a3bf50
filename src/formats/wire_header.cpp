// formats/wire_header.cpp -- see wire_header.h.
#include "formats/wire_header.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/clock.h"
#include "base/strings.h"

namespace dateline::formats {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), base::is_ascii_digit);
}

std::size_t leading_letters(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), base::is_ascii_letter) - text.begin());
}

std::size_t leading_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), base::is_ascii_digit) - text.begin());
}

bool is_letters(std::string_view word, std::size_t most) {
  return !word.empty() && word.size() <= most && leading_letters(word) == word.size();
}

/// "11-02", "31-10"
bool is_filing_day(std::string_view word) {
  const std::size_t dash = word.find('-');
  return dash != std::string_view::npos && dash >= 1 && dash <= 2 && word.size() - dash >= 2 &&
         word.size() - dash <= 3 && all_digits(word.substr(0, dash)) && all_digits(word.substr(dash + 1));
}

bool is_word_count(std::string_view word) {
  return !word.empty() && word.size() <= 5 && all_digits(word);
}

/// The service level and number that `word` begins with: "a0567", "a0567asian", "z6715-----".
bool read_service(std::string_view word, WireHeader* header) {
  if (word.size() < 5 || word.size() > 16 || leading_letters(word) != 1 || leading_digits(word.substr(1)) != 4)
    return false;
  header->service = word.substr(0, 1);
  header->number = word.substr(1, 4);
  return true;
}

/// "BC-JapanQuake" without the news cycle that it is for: BC, both; AM, mornings; PM, afternoons; AP, on line.
std::string_view without_cycle(std::string_view keyword) {
  for (const std::string_view cycle : {"BC-", "AM-", "PM-", "AP-"}) {
    if (base::starts_with_ignoring_case(keyword, cycle)) return keyword.substr(cycle.size());
  }
  return keyword;
}

/// Header text with its field separators and format codes as spaces.
std::string plain_line(std::string_view line) {
  std::string plain;
  for (const char c : line) plain += static_cast<unsigned char>(c) < 0x20 || c == '\x7F' || c == '^' ? ' ' : c;
  while (plain.ends_with('<') || plain.ends_with(' ')) plain.pop_back();
  return plain;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::string line = plain_line(text.substr(begin, end - begin));
    if (!base::trim(line).empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

/// Keyword, version, reference, day and word count: what follows priority and category on the second line of ANPA.
/// True when the line ends in day and word count.
bool read_keyword_section(const std::vector<std::string_view>& words, std::size_t at, WireHeader* header) {
  std::size_t end = words.size();
  const bool complete = end >= at + 3 && is_word_count(words[end - 1]) && is_filing_day(words[end - 2]);
  if (complete) {
    header->day = words[end - 2];
    end -= 2;
  }
  // A format identifier ("x", "bt", "tt") may stand in front of the keyword.
  if (end > at + 1 && is_letters(words[at], 2)) {
    header->is_tabular = header->is_tabular || words[at] == "tt" || words[at] == "bt";
    ++at;
  }
  if (at < end) header->keyword = without_cycle(words[at++]);
  for (; at < end; ++at) {
    // The reference names an earlier message: "a0567".
    WireHeader reference;
    if (words[at].size() == 5 && read_service(words[at], &reference)) {
      if (header->number.empty()) {
        header->service = reference.service;
        header->number = reference.number;
      }
      continue;
    }
    if (!header->version.empty()) header->version += ' ';
    header->version += words[at];
  }
  return complete;
}

/// `words`: those of all header lines. True when all the fields of ANPA's header are there.
bool read_anpa(const std::vector<std::string_view>& words, WireHeader* header) {
  if (words.empty()) return false;
  std::size_t at = read_service(words[0], header) ? 1 : 0;
  // Selectors may stand apart from the number: "a0567 asian".
  if (at == 1) {
    while (at < words.size() && words[at].size() > 1) ++at;
  }
  if (at + 1 >= words.size() || !is_letters(words[at], 1) || !is_letters(words[at + 1], 1)) return false;
  header->priority = words[at];
  header->category = words[at + 1];
  return read_keyword_section(words, at + 2, header);
}

/// "bkn014 4 pl 171 vvvvb KNA"
bool read_iptc(std::string_view line, WireHeader* header) {
  const std::vector<std::string_view> words = base::split_words(line);
  if (words.size() < 4) return false;
  const std::size_t letters = leading_letters(words[0]);
  const std::string_view number = words[0].substr(letters);
  if (letters < 2 || letters > 4 || number.size() < 3 || number.size() > 4 || !all_digits(number)) return false;
  if (words[1].size() != 1 || !all_digits(words[1]) || !is_letters(words[2], 3) || !is_word_count(words[3]))
    return false;
  header->is_iptc = true;
  header->service = words[0].substr(0, letters);
  header->number = number;
  header->priority = words[1];
  header->category = words[2];
  return true;
}

std::string_view without_slash(std::string_view keyword) {
  keyword = base::trim(keyword);
  while (keyword.ends_with('/')) keyword.remove_suffix(1);
  return keyword;
}

/// Splits `text` at white space and at the joints of a trailer: "1405EST" is "1405" and "EST", "11-02-13" three
/// numbers.
std::vector<std::string_view> trailer_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t length = base::is_ascii_digit(rest[0]) ? leading_digits(rest) : leading_letters(rest);
    if (length > 0) words.push_back(rest.substr(0, length));
    at += std::max<std::size_t>(length, 1);
  }
  return words;
}

unsigned month_of(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.size() >= 3 && base::equals_ignoring_case(word.substr(0, 3), kMonths[i]))
      return static_cast<unsigned>(i + 1);
  }
  return 0;
}

int number_of(std::string_view digits) {
  return static_cast<int>(base::parse_integer(digits).value_or(-1));
}

std::optional<WireTrailer> trailer_of(int year, int month, int day, std::string_view time, std::string_view zone) {
  if (month > 12) std::swap(month, day);
  year += year < 70 ? 2000 : year < 100 ? 1900 : 0;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  const int hours = number_of(time.substr(0, 2));
  const int minutes = number_of(time.substr(2));
  if (!date.ok() || year < 1970 || year > 2100 || hours > 23 || minutes > 59) return std::nullopt;
  WireTrailer trailer;
  trailer.published =
      fmt::format("{} {} {} {:02}:{:02}", day, kMonths[static_cast<std::size_t>(month - 1)], year, hours, minutes);
  if (!zone.empty()) trailer.published += fmt::format(" {}", zone);
  trailer.day = base::format_day(std::chrono::sys_days(date));
  return trailer;
}

using Words = std::vector<std::string_view>;

/// The words from `at` on are numbers of so many digits at most: a date is "2 2 2" or "2 2 4".
bool is_numeric_date(const Words& words, std::size_t at) {
  if (at + 3 > words.size()) return false;
  return all_digits(words[at]) && words[at].size() <= 2 && all_digits(words[at + 1]) && words[at + 1].size() <= 2 &&
         all_digits(words[at + 2]) && (words[at + 2].size() == 2 || words[at + 2].size() == 4);
}

/// "021234 NOV 13", "212322 GMT Nov 18"
std::optional<WireTrailer> read_day_hour_trailer(const Words& words) {
  if (words.size() < 3 || words.size() > 4 || words[0].size() != 6 || !all_digits(words[0])) return std::nullopt;
  const std::size_t month = words.size() - 2;
  if (!is_letters(words[1], 9) || month_of(words[month]) == 0 || !all_digits(words[month + 1]) ||
      words[month + 1].size() > 4)
    return std::nullopt;
  return trailer_of(number_of(words[month + 1]), static_cast<int>(month_of(words[month])),
                    number_of(words[0].substr(0, 2)), words[0].substr(2), month == 2 ? words[1] : std::string_view{});
}

/// "1234 ET 11 02 13", "16 35 ET 31 10 14"
std::optional<WireTrailer> read_time_first_trailer(const Words& words) {
  std::string time(words[0]);
  std::size_t at = 1;
  if (time.size() == 2 && words.size() > 1 && words[1].size() == 2 && all_digits(words[1])) time += words[at++];
  if (time.size() != 4 || !all_digits(time)) return std::nullopt;
  const bool has_zone = at < words.size() && is_letters(words[at], 4);
  const std::string_view zone = has_zone ? words[at++] : std::string_view{};
  if (words.size() != at + 3 || !is_numeric_date(words, at)) return std::nullopt;
  return trailer_of(number_of(words[at + 2]), number_of(words[at]), number_of(words[at + 1]), time, zone);
}

/// "AP NY 11 02 13 1405 EST"
std::optional<WireTrailer> read_agency_trailer(const Words& words) {
  std::size_t at = 0;
  while (at < words.size() && at < 3 && is_letters(words[at], 5)) ++at;
  if (!is_numeric_date(words, at) || at + 4 > words.size() || words.size() > at + 5) return std::nullopt;
  const std::string_view time = words[at + 3];
  if (time.size() != 4 || !all_digits(time) || (words.size() == at + 5 && !is_letters(words[at + 4], 4)))
    return std::nullopt;
  auto trailer = trailer_of(number_of(words[at + 2]), number_of(words[at]), number_of(words[at + 1]), time,
                            words.size() == at + 5 ? words[at + 4] : std::string_view{});
  if (trailer && at > 0) trailer->agency = words[0];
  return trailer;
}

}  // namespace

WireHeader parse_wire_header(std::string_view header) {
  WireHeader fields;
  const std::vector<std::string> lines = lines_of(header);
  if (lines.empty()) return fields;
  if (read_iptc(lines[0], &fields)) {
    if (lines.size() > 1) fields.keyword = without_slash(lines[1]);
    return fields;
  }
  // DC2 between category and keyword: a table. (DC1: running text.)
  fields.is_tabular = header.find('\x12') != std::string_view::npos;
  std::vector<std::string_view> words;
  for (const std::string& line : lines) {
    for (const std::string_view word : base::split_words(line)) words.push_back(word);
  }
  read_anpa(words, &fields);
  return fields;
}

std::optional<PrintedHeader> printed_wire_header(std::string_view text) {
  PrintedHeader printed;
  std::string lines;
  // ANPA has two lines, and IPTC one.
  for (int count = 0; count < 2 && printed.end_bytes < text.size(); ++count) {
    const std::size_t end = std::min(text.find('\n', printed.end_bytes), text.size());
    const std::string_view line = text.substr(printed.end_bytes, end - printed.end_bytes);
    printed.end_bytes = std::min(end + 1, text.size());
    if (line.size() > 200) return std::nullopt;
    lines += plain_line(line);
    lines += ' ';
    printed.fields = WireHeader{};
    if (read_iptc(lines, &printed.fields) || read_anpa(base::split_words(lines), &printed.fields)) return printed;
    WireHeader service;
    const std::vector<std::string_view> words = base::split_words(lines);
    if (words.empty() || words.size() > 2 || !read_service(words[0], &service)) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<WireTrailer> parse_wire_trailer(std::string_view line) {
  const std::string plain = plain_line(line);
  if (plain.size() > 60 || plain.find_first_of(",;()\"'") != std::string::npos) return std::nullopt;
  const Words words = trailer_words(plain);
  if (words.size() < 3) return std::nullopt;
  if (auto trailer = read_day_hour_trailer(words)) return trailer;
  if (auto trailer = read_time_first_trailer(words)) return trailer;
  return read_agency_trailer(words);
}

}  // namespace dateline::formats

// formats/wire_trailer.cpp -- see wire_trailer.h.
#include "formats/wire_trailer.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/clock.h"
#include "base/strings.h"
#include "formats/wire_words.h"

namespace dateline::formats {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

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

std::optional<WireTrailer> parse_wire_trailer(std::string_view line) {
  const std::string_view plain = base::trim(line);
  if (plain.size() > 60 || plain.find_first_of(",;()\"'") != std::string::npos) return std::nullopt;
  const Words words = trailer_words(plain);
  if (words.size() < 3) return std::nullopt;
  if (auto trailer = read_day_hour_trailer(words)) return trailer;
  if (auto trailer = read_time_first_trailer(words)) return trailer;
  return read_agency_trailer(words);
}

}  // namespace dateline::formats

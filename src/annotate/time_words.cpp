#include "annotate/time_words.h"

#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::pair<std::string_view, TimeUnit>, 13> kUnits = {{
    {"second", TimeUnit::kSecond},
    {"minute", TimeUnit::kMinute},
    {"hour", TimeUnit::kHour},
    {"day", TimeUnit::kDay},
    {"week", TimeUnit::kWeek},
    {"weekend", TimeUnit::kWeekend},
    {"month", TimeUnit::kMonth},
    {"quarter", TimeUnit::kQuarter},
    {"year", TimeUnit::kYear},
    {"decade", TimeUnit::kDecade},
    {"century", TimeUnit::kCentury},
    {"yr", TimeUnit::kYear},
    {"hr", TimeUnit::kHour},
}};
constexpr std::array<std::string_view, 20> kSmall = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 11> kOrdinals = {"",      "first",   "second", "third", "fourth", "fifth",
                                                        "sixth", "seventh", "eighth", "ninth", "tenth"};

template <std::size_t N>
std::optional<int> place_in(const std::array<std::string_view, N>& list, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (list[i] == word) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::string_view without_stop(std::string_view word) {
  if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
  return word;
}

}  // namespace

std::optional<int> weekday_named(std::string_view folded, bool strict) {
  if (const auto full = place_in(kWeekdays, folded)) return full;
  const std::string_view word = without_stop(folded);
  if (strict || word.size() < 3 || word.size() > 5) return std::nullopt;
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const bool known = word.size() == 3 || word == "tues" || word == "thur" || word == "thurs";
    if (known && kWeekdays[i].starts_with(word)) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> month_named(std::string_view folded) {
  if (const auto full = place_in(kMonths, folded)) return *full + 1;
  const std::string_view word = without_stop(folded);
  if (word.size() < 3 || word.size() > 4 || (word.size() == 4 && word != "sept")) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].starts_with(word)) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

bool is_ambiguous_month(std::string_view folded) {
  return folded == "may" || folded == "march" || folded == "mar" || folded == "jan" || folded == "dec" ||
         folded == "sep";
}

std::optional<int> season_named(std::string_view folded) {
  if (folded == "spring") return 1;
  if (folded == "summer") return 2;
  if (folded == "autumn" || folded == "fall") return 3;
  if (folded == "winter") return 4;
  return std::nullopt;
}

std::string_view season_value(int season) {
  constexpr std::array<std::string_view, 4> kValues = {"SP", "SU", "FA", "WI"};
  return kValues[static_cast<std::size_t>(season < 1 || season > 4 ? 0 : season - 1)];
}

std::optional<TimeUnit> unit_named(std::string_view folded, bool* plural) {
  *plural = false;
  if (folded == "centuries") {
    *plural = true;
    return TimeUnit::kCentury;
  }
  for (const auto& [name, unit] : kUnits) {
    if (folded == name) return unit;
    if (folded.size() == name.size() + 1 && folded.back() == 's' && folded.starts_with(name)) {
      *plural = true;
      return unit;
    }
  }
  return std::nullopt;
}

std::optional<double> number_named(std::string_view folded) {
  if (folded.empty()) return std::nullopt;
  if (base::is_ascii_digit(folded.front())) {
    if (folded.size() > 9) return std::nullopt;
    std::string digits(folded);
    for (std::size_t comma = digits.find(','); comma != std::string::npos; comma = digits.find(',', comma)) {
      if (digits.size() - comma < 4) return std::nullopt;  // "1,5"
      digits.erase(comma, 1);
    }
    double value = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != digits.data() + digits.size() || value > 1e6) return std::nullopt;
    return value;
  }
  if (const auto small = place_in(kSmall, folded)) return *small;
  constexpr std::string_view kAndHalf = "-and-a-half";
  if (folded.ends_with(kAndHalf)) {
    const auto whole = place_in(kSmall, folded.substr(0, folded.size() - kAndHalf.size()));
    return whole ? std::optional(*whole + 0.5) : std::nullopt;
  }
  const std::size_t hyphen = folded.find('-');
  const auto tens = place_in(kTens, folded.substr(0, hyphen));
  if (!tens) return std::nullopt;
  if (hyphen == std::string_view::npos) return 20 + 10 * *tens;
  const auto ones = place_in(kSmall, folded.substr(hyphen + 1));
  if (!ones || *ones < 1 || *ones > 9) return std::nullopt;
  return 20 + 10 * *tens + *ones;
}

std::optional<int> ordinal_named(std::string_view folded) {
  if (folded == "final" || folded == "last") return -1;
  if (const auto word = place_in(kOrdinals, folded); word && *word > 0) return *word;
  if (folded.size() < 3 || folded.size() > 4 || !base::is_ascii_digit(folded.front())) return std::nullopt;
  const std::string_view ending = folded.substr(folded.size() - 2);
  if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return std::nullopt;
  const auto number = base::parse_integer(folded.substr(0, folded.size() - 2));
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

std::string_view part_of_day(std::string_view folded) {
  if (folded == "morning") return "MO";
  if (folded == "afternoon") return "AF";
  if (folded == "evening") return "EV";
  if (folded == "night") return "NI";
  return {};
}

}  // namespace dateline::annotate

// Months, quarters, seasons, years and what is longer.
#include <fmt/format.h>

#include <utility>

#include "annotate/time_patterns.h"
#include "base/strings.h"

namespace dateline::annotate {

using Kind = TimeExpression::Kind;
using news::TimeType;

namespace {

constexpr std::array<std::string_view, 14> kYearLeads = {"in",    "since",   "of",    "by",    "until",
                                                         "from",  "during",  "early", "late",  "before",
                                                         "after", "between", "and",   "fiscal"};
// Behind these a four-digit number is no year, nor before those.
constexpr std::array<std::string_view, 22> kNumbered = {
    "$",       "€",       "£",           "#",       "number",    "no.",  "flight",  "resolution",
    "section", "article", "route",       "highway", "room",      "page", "windows", "interstate",
    "chapter", "boeing",  "proposition", "falcon",  "extension", "box"};
constexpr std::array<std::string_view, 18> kCounted = {"%",   "percent", "people", "-",   ":",        "feet",
                                                       "men", "women",   "km",     "yen", "yuan",     "won",
                                                       "mph", "miles",   "euros",  "kg",  "children", "°"};

}  // namespace

TimePatterns::Found TimePatterns::month(std::size_t at) const {
  std::size_t i = at;
  TimeExpression found = make(at, at, Kind::kMonth);
  if (is(i, "the")) return std::nullopt;
  if (is(i, "early") || is(i, "late") || is(i, "mid") || is(i, "mid-") || is(i, "earlier")) ++i;
  if (is(i, "-") && i > at) ++i;
  if (is(i, "this") && (is(i + 1, "past") || is(i + 1, "coming"))) ++i;
  if (step_named(folded(i)) != 0 || is(i, "this")) {
    found.step = step_named(folded(i++));
  }
  std::string_view word = folded(i);
  bool part = false;
  for (const std::string_view prefix : {"mid-", "late-", "early-"}) part = part || word.starts_with(prefix);
  if (part) word.remove_prefix(word.find('-') + 1);
  const auto month = part ? month_named(word) : month_at(i);
  if (!month) return std::nullopt;
  int year = 0;
  const std::size_t past = is(i + 1, "of") ? comma_year(i + 2, &year) : comma_year(i + 1, &year);
  const bool bare = i == at && year == 0 && !part;
  if (bare && is_ambiguous_month(word)) {
    constexpr std::array<std::string_view, 13> kLeads = {"in", "since",  "until", "by",  "from",   "to",   "of",
                                                         "or", "during", "and",   "for", "before", "after"};
    if (!is_one_of(kLeads, before(i)) || (word.size() == 3 && word != "may")) return std::nullopt;
  }
  if (bare && capitalised(i + 1) && !document_.word(i + 1).is(kStopWord) && !weekday_named(folded(i + 1), true)) {
    const bool led = at > begin_ && document_.word(at - 1).is(kPlacePreposition | kStopWord) && folded(at - 1) != "and";
    const bool first_name = word == "april" || word == "june" || word == "august";
    if (at > begin_ && document_.word(at - 1).capitalised && !document_.word(at - 1).is(kStopWord)) return std::nullopt;
    if (first_name && !led) return std::nullopt;  // "April Summers sang"
  }
  found.end = year != 0 ? past : i + 1;
  found.month = *month;
  if (year == 0 && !year_step(i + 1, found) && joins(i + 1) && month_at(i + 2)) {
    comma_year(i + 3, &year);  // "May and June 2011"
  }
  if (year == 0) return found;
  return fixed(at, found.end, TimeType::kDate, fmt::format("{:04}-{:02}", year, *month));
}

TimePatterns::Found TimePatterns::week_of_month(std::size_t at) const {
  const std::size_t i = is(at, "the") ? at + 1 : at;
  const auto ordinal = ordinal_named(folded(i));
  if (!ordinal || *ordinal > 4 || !is(i + 1, "week") || !(is(i + 2, "of") || is(i + 2, "in"))) return std::nullopt;
  const auto month = month_at(i + 3);
  if (!month) return std::nullopt;
  TimeExpression found = make(at, i + 4, Kind::kWeekOfMonth);
  found.month = *month;
  found.day = *ordinal;
  found.end = comma_year(i + 4, &found.year);
  return found;
}

TimePatterns::Found TimePatterns::decade(std::size_t at) const {
  std::size_t i = at;
  const bool the = is(i, "the");
  if (the) ++i;
  if (is(i, "early") || is(i, "late") || is(i, "mid") || is(i, "mid-")) ++i;
  if (is(i, "-") && i > at) ++i;
  const bool quoted = is(i, "'");
  if (quoted && !tight(++i)) return std::nullopt;
  std::string_view word = folded(i);
  for (const std::string_view prefix : {"mid-", "late-", "early-"}) {
    if (word.starts_with(prefix)) word.remove_prefix(prefix.size());
  }
  const bool apostrophe = word.starts_with("'");
  if (apostrophe) word.remove_prefix(1);
  if (the) {
    constexpr std::array<std::string_view, 8> kNames = {"twenties", "thirties",  "forties",  "fifties",
                                                        "sixties",  "seventies", "eighties", "nineties"};
    for (std::size_t tens = 0; tens < kNames.size(); ++tens) {
      if (word == kNames[tens]) return fixed(at, i + 1, TimeType::kDate, fmt::format("{}", 192 + tens));
    }
  }
  if (!word.ends_with("s") || word.size() < 3 || !base::is_ascii_digit(word[0])) return std::nullopt;
  const auto number = base::parse_integer(word.substr(0, word.size() - 1));
  if (!number || *number % 10 != 0 || (*number >= 100 && *number < 1000) || *number > 2190) return std::nullopt;
  const bool joined = at >= begin_ + 2 && joins(at - 1) && folded(at - 2).ends_with("0s");  // "the 70s and 80s"
  if (*number < 100 && !the && !quoted && !apostrophe && !joined) return std::nullopt;      // "in his 40s"
  const std::int64_t decade = *number >= 100 ? *number / 10 : *number < 20 ? 200 + *number / 10 : 190 + *number / 10;
  return fixed(at, i + 1, TimeType::kDate, fmt::format("{:03}", decade));
}

TimePatterns::Found TimePatterns::century(std::size_t at) const {
  std::size_t i = is(at, "the") ? at + 1 : at;
  if (is(i, "early") || is(i, "late") || is(i, "mid") || is(i, "mid-")) ++i;
  std::string_view word = folded(i);
  const bool compound = word.ends_with("-century");
  if (compound) word.remove_suffix(8);
  if (word.starts_with("mid-")) word.remove_prefix(4);
  constexpr std::array<std::string_view, 6> kLate = {"sixteenth",  "seventeenth", "eighteenth",
                                                     "nineteenth", "twentieth",   "twenty-first"};
  std::optional<int> number = ordinal_named(word);
  for (std::size_t n = 0; n < kLate.size(); ++n) {
    if (word == kLate[n]) number = 16 + static_cast<int>(n);
  }
  if (!number || *number < 1 || *number > 22 || (!compound && !is(i + 1, "century"))) return std::nullopt;
  return fixed(at, compound ? i + 1 : i + 2, TimeType::kDate, fmt::format("{:02}", *number - 1));
}

// Whether the words around [at, last] let the four-digit number at `last` be a year.
bool TimePatterns::stands_as_year(std::size_t at, std::size_t last, std::int64_t number) const {
  constexpr std::array<std::string_view, 7> kOwners = {"the", "'s", "its", "his", "her", "their", "our"};
  constexpr std::array<std::string_view, 8> kNoPlurals = {"series", "sales", "elections", "was",
                                                          "has",    "is",    "'s",        "census"};
  const std::string_view lead = before(at);
  const std::string_view after = folded(last + 1);
  if (is_one_of(kNumbered, lead)) return false;
  const bool in_name =
      at > begin_ && document_.word(at - 1).capitalised && !month_at(at - 1) && !document_.word(at - 1).is(kStopWord);
  if (in_name && capitalised(last + 1)) return false;  // "the Russell 2000 Index"
  const bool counted = has(last + 1) && document_.word(last + 1).is_word() && !document_.word(last + 1).is(kStopWord) &&
                       !capitalised(last + 1) && after.ends_with("s") && !is_one_of(kNoPlurals, after) &&
                       !is_one_of(kOwners, lead);  // "2000 soldiers", but "the 2012 attacks"
  const bool range = is_dash(last + 1) && tight(last + 1) && tight(last + 2) &&
                     (four_digit_year(last + 2) != 0 ||
                      (folded(last + 2).size() == 2 && base::parse_integer(folded(last + 2)).has_value()));
  if (counted || (is_one_of(kCounted, after) && !range)) return false;
  const bool led = is_one_of(kYearLeads, lead) || last != at || lead == "," || lead == "(";
  if ((number < 1900 || number > 2060) && !led) return false;
  return number >= 1400 || lead == "in" || lead == "since";
}

TimePatterns::Found TimePatterns::year(std::size_t at) const {
  std::size_t i = at;
  const bool modified = is(i, "early") || is(i, "late") || is(i, "mid") || is(i, "fiscal") || is(i, "mid-");
  if (modified) ++i;
  if (modified && (is(i, "year") || is(i, "-"))) ++i;
  if (is(i, "the") && is(i + 1, "year")) i += 2;  // "the year 2000"
  std::string_view word = folded(i);
  for (const std::string_view prefix : {"mid-", "late-", "early-"}) {
    if (word.starts_with(prefix)) word.remove_prefix(prefix.size());
  }
  const bool quoted = is(i, "'");
  if (quoted) {
    ++i;
    if (!tight(i)) return std::nullopt;
    word = folded(i);
  } else if (word.starts_with("'")) {
    word.remove_prefix(1);
  }
  const bool short_form = quoted || folded(i).starts_with("'");
  if (short_form && at > begin_ && document_.word(at - 1).capitalised) return std::nullopt;  // "Office '97"
  if (short_form && word.size() == 2 && base::is_ascii_digit(word[0]) && base::is_ascii_digit(word[1])) {
    const int number = (word[0] - '0') * 10 + (word[1] - '0');
    return fixed(at, i + 1, TimeType::kDate, fmt::format("{:04}", number < 30 ? 2000 + number : 1900 + number));
  }
  if (short_form) return std::nullopt;
  if (word.size() == 2 && i == at && at >= begin_ + 2 && is_dash(at - 1) && tight(at) && tight(at - 1)) {
    const int first = four_digit_year(at - 2);  // "2012-13"
    const auto second = base::parse_integer(word);
    if (first < 1900 || !second || *second != (first + 1) % 100) return std::nullopt;
    return fixed(at, at + 1, TimeType::kDate, fmt::format("{:04}", first + 1));
  }
  const auto number = word.size() == 4 ? base::parse_integer(word) : std::nullopt;
  if (!number || *number < 1000 || *number > 2199) return std::nullopt;
  if (!stands_as_year(at, i, *number)) return std::nullopt;
  return fixed(at, i + 1, TimeType::kDate, fmt::format("{:04}", *number));
}

TimePatterns::Found TimePatterns::season(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "early") || is(i, "late") || is(i, "the") || is(i, "earlier") || is(i, "later")) ++i;
  TimeExpression found = make(at, at, Kind::kSeason);
  if (is(i, "this") && (is(i + 1, "past") || is(i + 1, "coming"))) ++i;
  const bool stepped = step_named(folded(i)) != 0 || is(i, "this");
  if (stepped) found.step = step_named(folded(i++));
  const auto season = season_named(folded(i));
  if (!season) return std::nullopt;
  found.month = *season;
  const std::size_t past = comma_year(is(i + 1, "of") ? i + 2 : i + 1, &found.year);
  found.end = found.year != 0 ? past : i + 1;
  if (found.year == 0 && !stepped) year_step(i + 1, found);
  if (found.year != 0 || stepped || found.of_year) return found;
  if (capitalised(i) && i > begin_ && !sentence_.title_case) return std::nullopt;  // "the Winter Palace"
  constexpr std::array<std::string_view, 9> kLeads = {"in",  "by",   "since", "until", "during",
                                                      "the", "from", "every", "of"};
  const bool clear = (found.month == 2 || found.month == 4 || is(i, "autumn")) && !capitalised(i);
  const bool led = is_one_of(kLeads, before(i)) || is(at, "early") || is(at, "late");
  if (before(i) == "the" && !is_one_of(kLeads, before(i - 1))) return clear ? Found(found) : std::nullopt;
  if (!clear && (!led || is(i + 1, "of"))) return std::nullopt;  // "the fall of the city"
  return found;
}

// Quarters and halves: "(the) (fiscal) first quarter (of 2013)", "third-quarter", "Q3 2013", "this year's first half".
TimePatterns::Found TimePatterns::part_of_year(std::size_t at) const {
  std::size_t i = at;
  TimeExpression found = make(at, at, Kind::kQuarter);
  if ((step_named(folded(i)) != 0 || is(i, "this")) && is(i + 1, "year") && is_possessive(i + 2)) {
    found.of_year = true;
    found.step = step_named(folded(i));
    i += 3;
  } else if (is(i, "the")) {
    ++i;
  }
  if (four_digit_year(i) != 0) found.year = four_digit_year(i++);  // "the 2012 third quarter"
  if (is(i, "fiscal")) ++i;
  const std::string_view word = folded(i);
  int number = 0;
  if (word.ends_with("-quarter") || word.ends_with("-half")) {
    if (before(i) == "the" && i > at) return std::nullopt;  // The article is the loss's in "the third-quarter loss".
    number = ordinal_named(word.substr(0, word.rfind('-'))).value_or(0);
    if (word.ends_with("-half")) found.kind = Kind::kHalf;
  } else if (const auto ordinal = ordinal_named(word)) {
    std::size_t noun = is(i + 1, "fiscal") ? i + 2 : i + 1;
    if (!is(noun, "quarter") && !is(noun, "half")) return std::nullopt;
    if (is(noun, "half")) found.kind = Kind::kHalf;
    if (is(i, "last") && found.kind == Kind::kQuarter && !is(noun + 1, "of") && !found.of_year) {
      TimeExpression last = make(at, noun + 1, Kind::kUnit);
      last.unit = TimeUnit::kQuarter;
      last.step = -1;
      return last;
    }
    number = *ordinal;
    i = noun;
  } else if (word.size() == 2 && word[0] == 'q' && capitalised(i)) {
    number = word[1] - '0';
  }
  if (number < 0) number = found.kind == Kind::kHalf ? 2 : 4;
  if (number < 1 || number > (found.kind == Kind::kHalf ? 2 : 4)) return std::nullopt;
  found.end = i + 1;
  found.month = number;
  if (found.of_year || found.year != 0) return found;
  // "the second half" alone is a match's as often as a year's.
  const bool closed = is(i + 1, "of");
  const std::size_t past = comma_year(closed ? i + 2 : i + 1, &found.year);
  if (found.year != 0) {
    found.end = past;
  } else if (!year_step(i + 1, found)) {
    if (closed && is(i + 2, "fiscal") && four_digit_year(i + 3) != 0) {
      found.year = four_digit_year(i + 3);
      found.end = i + 4;
    } else if (closed && is(i + 2, "the") && is(i + 3, "year")) {
      found.end = i + 4;
    } else if (found.kind == Kind::kHalf && !word.ends_with("-half")) {
      return std::nullopt;
    }
  }
  return found;
}

}  // namespace dateline::annotate

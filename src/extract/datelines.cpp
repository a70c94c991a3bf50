#include "extract/datelines.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/line_features.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kMaxDatelineBytes = 90;

constexpr std::string_view kMonths[] = {
    "jan",    "feb",       "mar",       "apr",        "may",      "jun",       "jul",       "aug",      "sept",
    "sep",    "oct",       "nov",       "dec",        "january",  "february",  "march",     "april",    "june",
    "july",   "august",    "september", "october",    "november", "december",  "januar",    "februar",  "märz",
    "mai",    "juni",      "juli",      "oktober",    "dezember", "okt",       "dez",       "janvier",  "février",
    "mars",   "avril",     "juin",      "juillet",    "août",     "septembre", "octobre",   "novembre", "décembre",
    "ene",    "abr",       "ago",       "dic",        "enero",    "febrero",   "marzo",     "abril",    "mayo",
    "junio",  "julio",     "agosto",    "septiembre", "octubre",  "noviembre", "diciembre", "gen",      "mag",
    "giu",    "lug",       "set",       "ott",        "gennaio",  "febbraio",  "aprile",    "maggio",   "giugno",
    "luglio", "settembre", "ottobre",   "novembre",   "dicembre"};

// Small words inside names of places and before days: "Rio de Janeiro", "Frankfurt am Main", "Paris, le 2 novembre".
constexpr std::string_view kSmallWords[] = {"de", "do", "da",  "del", "di", "du", "la",  "le",  "el",
                                            "am", "an", "der", "den", "im", "of", "and", "und", "y"};

// "2", "2,", "02.", "2nd": a day of a month.
bool is_day_number(std::string_view word) {
  std::size_t digits = 0;
  while (digits < word.size() && base::is_ascii_digit(word[digits])) ++digits;
  return digits >= 1 && digits <= 4 && word.size() - digits <= 2;
}

bool is_all_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t from = at;
    base::next_code_point(word, &at);
    const LineFeatures f = look_at(word.substr(from, at - from));
    if (f.begins_lower) return false;
    letters += f.letters;
  }
  return letters >= 2;
}

// The first dash of `head` with space around it (or "--", which needs none). Hyphens between spaces serve for many
// things; what stands in front of the dash must show that it ends a dateline.
std::optional<std::size_t> find_dash(std::string_view head) {
  for (std::size_t at = 1; at < head.size(); ++at) {
    const std::string_view rest = head.substr(at);
    if (rest.starts_with("--") || rest.starts_with("\xE2\x80\x94")) return at;
    if (rest.starts_with(" \xE2\x80\x93 ") || rest.starts_with(" - ")) return at;
    // Dashes of a typesetter ("_"), after a stop (".-"), or that a broken conversion has turned into question marks:
    // "DHAKA (AFP) ? A court".
    if (rest.starts_with(") _ ") || rest.starts_with(").- ") || rest.starts_with(") ? ")) return at + 1;
  }
  return std::nullopt;
}

// "tca/dpa", "afp", "Dow Jones": what agencies call themselves, and few others in brackets do.
bool could_be_agency(std::string_view text) {
  const LineFeatures f = look_at(text);
  const bool is_code =
      text.size() <= 4 || (f.words == 1 && text.size() <= 12 && text.find('/') != std::string_view::npos);
  return f.words > 0 && f.words <= 4 && (!f.begins_lower || is_code) && f.digits <= 2;
}

// "(Reuters)" or "/PRNewswire/" at the end of `text` is cut off and returned.
std::string_view take_agency(std::string_view* text) {
  const bool brackets = text->ends_with(")");
  if (!brackets && !text->ends_with("/")) return {};
  const std::string_view inside = text->substr(0, text->size() - 1);
  const std::size_t open = inside.rfind(brackets ? '(' : '/');
  if (open == std::string_view::npos) return {};
  const std::string_view agency = base::trim(inside.substr(open + 1));
  if (!could_be_agency(agency)) return {};
  *text = base::trim(text->substr(0, open));
  return agency;
}

// What the words of a dateline, without its agency, are.
struct Parts {
  std::size_t words = 0;
  bool has_month = false;
  bool has_number = false;
  bool has_small_word = false;
  bool is_in_capitals = true;

  bool has_day() const { return has_month && has_number; }
};

// Nothing when one of the words has no place in a dateline.
std::optional<Parts> read_parts(std::string_view text) {
  Parts parts;
  for (std::string_view word : base::split_words(text)) {
    ++parts.words;
    if (is_month_name(word)) {
      parts.has_month = true;
    } else if (is_day_number(word)) {
      parts.has_number = true;
    } else if (std::find(std::begin(kSmallWords), std::end(kSmallWords), word) != std::end(kSmallWords)) {
      parts.has_small_word = true;
    } else {
      const LineFeatures f = look_at(word);
      if (f.begins_lower || f.digits > 0 || f.ends_colon) return std::nullopt;
      parts.is_in_capitals = parts.is_in_capitals && (is_all_capitals(word) || parts.has_month);
    }
  }
  if (parts.words > 8) return std::nullopt;
  return parts;
}

// `text`, what stands in front of the dash, as a dateline.
std::optional<Dateline> read_dateline(std::string_view text) {
  text = base::trim(text);
  std::string_view rest = text;
  const std::string_view agency = take_agency(&rest);
  const auto parts = read_parts(rest);
  if (!parts || (parts->words == 0 && agency.empty())) return std::nullopt;
  if (agency.empty()) {
    const bool has_place = parts->is_in_capitals && !parts->has_number && parts->words <= 4;
    if (parts->has_small_word || (!parts->has_day() && !has_place)) return std::nullopt;
  }
  return Dateline{std::string(text), std::string(agency)};
}

// "Bengaluru, Nov 2 (IANS) The": day and agency, and then a sentence.
std::optional<Dateline> read_without_dash(std::string_view head) {
  const std::size_t close = head.find(") ");
  if (close == std::string_view::npos || close + 2 >= head.size() || !base::is_ascii_upper(head[close + 2])) {
    return std::nullopt;
  }
  std::string_view rest = head.substr(0, close + 1);
  if (take_agency(&rest).empty()) return std::nullopt;
  const auto parts = read_parts(rest);
  return parts && parts->has_day() ? read_dateline(head.substr(0, close + 1)) : std::nullopt;
}

}  // namespace

bool is_month_name(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
  const std::string folded = lower_case(word);
  return std::find(std::begin(kMonths), std::end(kMonths), folded) != std::end(kMonths);
}

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  const std::string_view head = base::utf8_prefix(base::trim(paragraph), kMaxDatelineBytes);
  if (auto dateline = read_without_dash(head)) return dateline;
  const std::optional<std::size_t> dash = find_dash(head);
  return dash ? read_dateline(head.substr(0, *dash)) : std::nullopt;
}

std::optional<DatedPlace> parse_dated_place(std::string_view line) {
  line = base::trim(line);
  const std::size_t bar = line.find(" | ");
  if (bar == std::string_view::npos || line.size() > kMaxDatelineBytes) return std::nullopt;
  const DatedPlace found{base::trim(line.substr(0, bar)), base::trim(line.substr(bar + 3))};
  const auto place = read_parts(found.place);
  if (!place || !place->is_in_capitals || place->has_number || place->words == 0 || place->words > 4)
    return std::nullopt;
  for (const std::string_view word : base::split_words(found.moment)) {
    const bool is_year = word.size() >= 4 && (word.starts_with("19") || word.starts_with("20")) &&
                         base::is_ascii_digit(word[2]) && base::is_ascii_digit(word[3]);
    if (is_year) return found;
  }
  return std::nullopt;
}

}  // namespace dateline::extract

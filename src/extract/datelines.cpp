#include "extract/datelines.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/line_features.h"

namespace dateline::extract {
namespace {

constexpr std::size_t kMaxDatelineBytes = 90;

constexpr std::array<std::string_view, 33> kMonths{
    "jan",      "feb",      "mar",     "apr",      "may",   "jun",   "jul",  "aug",  "sept",    "sep",       "oct",
    "nov",      "dec",      "january", "february", "march", "april", "june", "july", "august",  "september", "october",
    "november", "december", "januar",  "februar",  "märz",  "mai",   "juni", "juli", "oktober", "dezember",  "janvier"};

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

struct Dash {
  std::size_t at = 0;
  bool certain = false;  // "--" and long dashes; a hyphen between spaces serves for many things.
};

// The first dash of `head` with space around it (or "--", which needs none).
std::optional<Dash> find_dash(std::string_view head) {
  for (std::size_t at = 1; at < head.size(); ++at) {
    const std::string_view rest = head.substr(at);
    if (rest.starts_with("--")) return Dash{at, true};
    if (rest.starts_with(" \xE2\x80\x93 ") || rest.starts_with(" \xE2\x80\x94 ") || rest.starts_with("\xE2\x80\x94")) {
      return Dash{at, true};
    }
    if (rest.starts_with(" - ")) return Dash{at, false};
    // Dashes that a broken conversion has turned into question marks: "DHAKA (AFP) ? A court".
    if (rest.starts_with(") ? ")) return Dash{at + 1, false};
  }
  return std::nullopt;
}

// "(Reuters)" at the end of `text` is cut off and returned.
std::string_view take_agency(std::string_view* text) {
  if (!text->ends_with(")")) return {};
  const std::size_t open = text->rfind('(');
  if (open == std::string_view::npos) return {};
  const std::string_view agency = base::trim(text->substr(open + 1, text->size() - open - 2));
  const LineFeatures f = look_at(agency);
  if (f.words == 0 || f.words > 4 || (f.begins_lower && agency.size() > 4) || f.digits > 2) return {};
  *text = base::trim(text->substr(0, open));
  return agency;
}

}  // namespace

bool is_month_name(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
  const std::string folded = lower_case(word);
  return std::find(kMonths.begin(), kMonths.end(), folded) != kMonths.end();
}

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  const std::string_view head = base::utf8_prefix(base::trim(paragraph), kMaxDatelineBytes);
  const std::optional<Dash> dash = find_dash(head);
  if (!dash) return std::nullopt;
  const std::string_view text = base::trim(head.substr(0, dash->at));
  std::string_view rest = text;
  const std::string_view agency = take_agency(&rest);
  const std::vector<std::string_view> words = base::split_words(rest);
  if (words.size() > 7 || (words.empty() && agency.empty())) return std::nullopt;
  bool has_month = false;
  bool has_number = false;
  bool capitals = true;
  for (std::string_view word : words) {
    if (is_month_name(word)) {
      has_month = true;
    } else if (is_day_number(word)) {
      has_number = true;
    } else {
      const LineFeatures f = look_at(word);
      if (f.begins_lower || f.digits > 0 || f.ends_colon) return std::nullopt;
      capitals = capitals && (is_all_capitals(word) || has_month);
    }
  }
  const bool has_day = has_month && has_number;
  const bool has_place_in_capitals = capitals && !words.empty() && !has_number && words.size() <= 4;
  if (agency.empty() && !has_day && !has_place_in_capitals) return std::nullopt;
  if (agency.empty() && has_number && !has_month) return std::nullopt;
  return Dateline{std::string(text), std::string(agency)};
}

}  // namespace dateline::extract

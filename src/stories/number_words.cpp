#include "stories/number_words.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_map>

#include "base/strings.h"

namespace dateline::stories {
namespace {

using NamedNumbers = std::unordered_map<std::string_view, double>;

// "one" is left out: it is a pronoun as often as a number.
const NamedNumbers& number_words() {
  static const NamedNumbers kWords = {
      {"two", 2},       {"three", 3},     {"four", 4},      {"five", 5},       {"six", 6},       {"seven", 7},
      {"eight", 8},     {"nine", 9},      {"ten", 10},      {"eleven", 11},    {"twelve", 12},   {"thirteen", 13},
      {"fourteen", 14}, {"fifteen", 15},  {"sixteen", 16},  {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
      {"twenty", 20},   {"thirty", 30},   {"forty", 40},    {"fifty", 50},     {"sixty", 60},    {"seventy", 70},
      {"eighty", 80},   {"ninety", 90},   {"zwei", 2},      {"drei", 3},       {"vier", 4},      {"funf", 5},
      {"sechs", 6},     {"sieben", 7},    {"acht", 8},      {"neun", 9},       {"zehn", 10},     {"elf", 11},
      {"zwolf", 12},    {"dreizehn", 13}, {"vierzehn", 14}, {"funfzehn", 15},  {"zwanzig", 20},  {"dreissig", 30},
      {"vierzig", 40},  {"funfzig", 50},  {"sechzig", 60},  {"siebzig", 70}};
  return kWords;
}

const NamedNumbers& multipliers() {
  static const NamedNumbers kWords = {{"dozen", 12},      {"hundred", 100},   {"thousand", 1e3}, {"million", 1e6},
                                      {"billion", 1e9},   {"trillion", 1e12}, {"dutzend", 12},   {"tausend", 1e3},
                                      {"millionen", 1e6}, {"milliarden", 1e9}};
  return kWords;
}

constexpr std::array<Thing, 11> kThings = {{
    {"dead",
     {"dead", "killed", "died", "deaths", "killing", "tote", "getotet", "slain", "toten", "starben", "gestorben",
      "todesopfer"},
     true},
    {"injured",
     {"injured", "wounded", "hurt", "injuries", "injuring", "wounding", "verletzt", "verletzte", "verletzten"},
     true},
    {"missing", {"missing", "unaccounted", "vermisst", "vermisste", "vermissten"}, true},
    {"arrested", {"arrested", "detained", "arrests", "arresting", "detaining", "festgenommen", "festnahmen"}, true},
    {"evacuated", {"evacuated", "evacuees", "evacuating", "evakuiert"}, true},
    {"homeless", {"homeless", "displaced", "obdachlos"}, true},
    {"percent", {"percent", "%", "prozent"}},
    {"years old", {"year-old", "years-old", "jahrige", "jahriger", "jahrigen"}},
    {kPeople, {"people", "persons", "menschen", "personen", "leute"}},
    {"men", {"men", "manner", "mannern"}},
    {"women", {"women", "frauen"}},
}};

std::optional<double> value_of(const NamedNumbers& numbers, std::string_view word) {
  const auto found = numbers.find(word);
  return found != numbers.end() ? std::optional(found->second) : std::nullopt;
}

}  // namespace

std::optional<double> value_of_word(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return value_of(number_words(), word);
  const auto tens = value_of(number_words(), word.substr(0, hyphen));
  const std::string_view rest = word.substr(hyphen + 1);
  const auto unit = rest == "one" ? 1 : value_of(number_words(), rest);
  if (!tens || !unit || *tens < 20 || *unit > 9) return std::nullopt;
  return *tens + *unit;
}

std::optional<double> multiplier_of(std::string_view word) {
  return value_of(multipliers(), word);
}

std::optional<double> value_of_digits(std::string_view token, bool comma_is_point) {
  if (token.ends_with('.')) token.remove_suffix(1);
  std::string plain;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (base::is_ascii_digit(c)) {
      plain += c;
    } else if (c == ',' || c == '.') {
      const bool groups =
          token.size() - i == 4 || (token.size() > i + 4 && (token[i + 4] == ',' || token[i + 4] == '.'));
      const bool point = (c == '.') != comma_is_point;
      if (point && !(groups && comma_is_point))
        plain += '.';
      else if (!groups)
        return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (plain.empty() || plain.size() > 15 || std::count(plain.begin(), plain.end(), '.') > 1) return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

Bound bound_of(std::string_view word, std::string_view before) {
  static constexpr std::array<std::string_view, 12> kRough = {"about",         "around",    "some",  "roughly",
                                                              "approximately", "estimated", "circa", "rund",
                                                              "etwa",          "ungefahr",  "knapp", "gut"};
  if (std::find(kRough.begin(), kRough.end(), word) != kRough.end()) return Bound::kRough;
  if (word == "over" || word == "mindestens" || (word == "than" && before == "more") ||
      (word == "least" && before == "at") || (word == "als" && before == "mehr")) {
    return Bound::kAtLeast;
  }
  if (word == "nearly" || word == "almost" || word == "under" || word == "fast" ||
      (word == "than" && before == "fewer") || (word == "than" && before == "less") ||
      (word == "to" && before == "up") || (word == "most" && before == "at")) {
    return Bound::kAtMost;
  }
  return Bound::kExact;
}

const Thing* thing_named(std::string_view word) {
  if (word.empty()) return nullptr;
  for (const Thing& thing : kThings) {
    if (std::find(thing.words.begin(), thing.words.end(), word) != thing.words.end()) return &thing;
  }
  return nullptr;
}

bool names_people(const Thing& thing) {
  return thing.name == kPeople || thing.name == "men" || thing.name == "women";
}

}  // namespace dateline::stories

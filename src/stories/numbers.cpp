#include "stories/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "base/strings.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

using text::Token;
using text::TokenKind;

struct NamedNumber {
  std::string_view word;
  double value;
};

// "one" is left out: it is a pronoun as often as a number.
constexpr std::array<NamedNumber, 26> kNumberWords = {{
    {"two", 2},    {"three", 3},  {"four", 4},    {"five", 5},    {"six", 6},      {"seven", 7},   {"eight", 8},
    {"nine", 9},   {"ten", 10},   {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20}, {"thirty", 30},
    {"forty", 40}, {"fifty", 50}, {"sixty", 60},  {"zwei", 2},    {"drei", 3},     {"vier", 4},    {"funf", 5},
    {"sechs", 6},  {"sieben", 7}, {"acht", 8},    {"neun", 9},    {"zehn", 10},
}};
constexpr std::array<NamedNumber, 10> kMultipliers = {{
    {"dozen", 12},
    {"hundred", 100},
    {"thousand", 1e3},
    {"million", 1e6},
    {"billion", 1e9},
    {"trillion", 1e12},
    {"dutzend", 12},
    {"tausend", 1e3},
    {"millionen", 1e6},
    {"milliarden", 1e9},
}};

// What a count is about, where news says it in several ways. The first word is the name of the thing.
struct Thing {
  std::string_view name;
  std::array<std::string_view, 9> words;
};
constexpr std::array<Thing, 8> kThings = {{
    {"dead", {"dead", "killed", "died", "deaths", "killing", "tote", "getotet", "slain", "toten"}},
    {"injured",
     {"injured", "wounded", "hurt", "injuries", "injuring", "wounding", "verletzt", "verletzte", "verletzten"}},
    {"missing", {"missing", "unaccounted", "vermisst", "vermisste", "", "", "", "", ""}},
    {"arrested", {"arrested", "detained", "arrests", "arresting", "detaining", "festgenommen", "festnahmen", "", ""}},
    {"evacuated", {"evacuated", "evacuees", "evacuating", "evakuiert", "", "", "", "", ""}},
    {"homeless", {"homeless", "displaced", "obdachlos", "", "", "", "", "", ""}},
    {"percent", {"percent", "%", "prozent", "", "", "", "", "", ""}},
    {"years old", {"year-old", "years-old", "jahrige", "jahriger", "jahrigen", "", "", "", ""}},
}};

// What a word before a number does to it.
enum class Bound { kExact, kRough, kAtLeast, kAtMost };

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

template <std::size_t Size>
std::optional<double> value_of(const std::array<NamedNumber, Size>& words, std::string_view word) {
  for (const NamedNumber& named : words) {
    if (named.word == word) return named.value;
  }
  return std::nullopt;
}

// "3,000", "1.5": the value; nothing for what is no plain number.
std::optional<double> digits_of(std::string_view token, bool comma_is_point) {
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

// Reads the numbers of one sentence from its tokens.
class Reader {
 public:
  Reader(std::string_view sentence, std::string_view language)
      : sentence_(sentence), language_(language), tokens_(text::tokenize(sentence)), stemmer_(language) {
    folded_.reserve(tokens_.size());
    for (const Token& token : tokens_) folded_.push_back(text::fold(token.span.of(sentence_)));
  }

  std::vector<NumberSaid> read(const std::vector<base::Span>& skipped) {
    std::vector<NumberSaid> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      const std::optional<double> value = number_at(i, &end);
      const bool skip = std::any_of(skipped.begin(), skipped.end(),
                                    [&](const base::Span& span) { return span.overlaps(tokens_[i].span); });
      if (value && !skip) add(found, i, end, *value);
      i = end;
    }
    return found;
  }

 private:
  // The value of the number that begins at token `i`; `*end` is moved past its last token.
  std::optional<double> number_at(std::size_t i, std::size_t* end) const {
    std::optional<double> value;
    if (tokens_[i].kind == TokenKind::kNumber) {
      value = digits_of(folded_[i], language_ == "de");
      if (joined(i)) return std::nullopt;
      const bool year = value && *value >= 1500 && *value <= 2100 && folded_[i].size() == 4 && !after_currency(i);
      if (year) return std::nullopt;
    } else if (tokens_[i].kind == TokenKind::kWord) {
      value = value_of(kNumberWords, folded_[i]);
      if (!value && value_of(kMultipliers, folded_[i]) && i > 0 && (folded_[i - 1] == "a" || folded_[i - 1] == "ein"))
        value = 1;
      if (value && value_of(kMultipliers, folded_[i])) {
        *end = i + 1;
        return *value_of(kMultipliers, folded_[i]);
      }
    }
    if (!value) return std::nullopt;
    while (*end < tokens_.size()) {
      const std::optional<double> times = value_of(kMultipliers, folded_[*end]);
      if (!times) break;
      value = *value * *times;
      ++*end;
    }
    return value;
  }

  // Part of a score, a date, a clock time or a name: "31-24", "9:30", "F-16", "11/9".
  bool joined(std::size_t i) const {
    const auto mark = [this](std::size_t k) {
      return folded_[k] == "-" || folded_[k] == "–" || folded_[k] == ":" || folded_[k] == "/" || folded_[k] == "#";
    };
    if (i > 0 && mark(i - 1) && !tokens_[i].space_before) return true;
    if (i + 2 < tokens_.size() && mark(i + 1) && tokens_[i + 2].kind == TokenKind::kNumber) return true;
    if (i > 1 && mark(i - 1) && tokens_[i - 2].kind == TokenKind::kNumber) return true;
    // "230, 000" and "3, 4 or 5": parts of a number that was torn apart, and lists.
    const auto comma = [this](std::size_t k) { return folded_[k] == "," || folded_[k] == "."; };
    if (i > 1 && comma(i - 1) && tokens_[i - 2].kind == TokenKind::kNumber) return true;
    return i + 2 < tokens_.size() && comma(i + 1) && tokens_[i + 2].kind == TokenKind::kNumber;
  }

  bool after_currency(std::size_t i) const {
    return i > 0 && (folded_[i - 1] == "$" || folded_[i - 1] == "€" || folded_[i - 1] == "£" || folded_[i - 1] == "₹" ||
                     folded_[i - 1] == "¥");
  }

  void add(std::vector<NumberSaid>& found, std::size_t begin, std::size_t end, double value) {
    NumberSaid said;
    if (after_currency(begin)) {
      said.thing = "$";
      said.words = "money";
      --begin;
    } else {
      find_thing(begin, end, said);
    }
    if (said.thing == "percent" && end < tokens_.size() && thing_named(folded_[end]) != nullptr) ++end;
    const std::size_t before = begin > 0 ? begin - 1 : begin;
    const Bound bound =
        begin > 0 ? bound_of(folded_[before], before > 0 ? std::string_view(folded_[before - 1]) : std::string_view())
                  : Bound::kExact;
    set_range(said, value, bound);
    const bool two_words =
        begin > 1 && (folded_[before] == "least" || folded_[before] == "than" || folded_[before] == "to" ||
                      folded_[before] == "most" || folded_[before] == "als");
    const std::size_t from = bound == Bound::kExact ? begin : two_words ? before - 1 : before;
    said.span = {tokens_[from].span.begin_bytes, tokens_[end - 1].span.end_bytes};
    found.push_back(std::move(said));
  }

  static void set_range(NumberSaid& said, double value, Bound bound) {
    // A round number may have been rounded: 200 for 197, 1.2 million for 1,180,000.
    const double unit = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))));
    const bool round = value >= 100 && std::fmod(value, unit) == 0;
    said.low = round ? value * 0.97 : value;
    said.high = round ? value * 1.03 : value;
    if (bound == Bound::kRough) {
      said.low = value * 0.9;
      said.high = value * 1.1;
    } else if (bound == Bound::kAtLeast) {
      said.high = value * 2;
    } else if (bound == Bound::kAtMost) {
      said.low = value * 0.8;
    }
  }

  static const Thing* thing_named(const std::string& word) {
    for (const Thing& thing : kThings) {
      if (!word.empty() && std::find(thing.words.begin(), thing.words.end(), word) != thing.words.end()) return &thing;
    }
    return nullptr;
  }

  // The thing that is counted: an outcome right before ("injuring at least 12") or within the next words ("12 people
  // were injured"), else the next content word.
  void find_thing(std::size_t begin, std::size_t after, NumberSaid& said) {
    constexpr std::size_t kWindow = 5;
    constexpr std::size_t kBefore = 3;
    const Thing* thing = nullptr;
    std::string noun;
    bool in_group = true;
    for (std::size_t i = after; i < std::min(after + kWindow, tokens_.size()) && thing == nullptr; ++i) {
      const std::string& word = folded_[i];
      if (tokens_[i].kind == TokenKind::kNumber || value_of(kNumberWords, word)) break;  // that one's thing
      if (word == "," || word == ";" || word == "." || word == "and" || word == "und") break;
      thing = thing_named(word);
      if (text::is_stop_word(word, language_)) in_group = false;
      if (tokens_[i].kind != TokenKind::kWord || !in_group) continue;
      // "23 Somali pirates": the plural is what is counted, the words before it describe it.
      if (noun.empty() || (!noun.ends_with('s') && noun != "people" && word.ends_with('s'))) noun = word;
    }
    for (std::size_t i = begin; i > begin - std::min(begin, kBefore) && thing == nullptr; --i) {
      if (folded_[i - 1].ends_with("ing")) thing = thing_named(folded_[i - 1]);
    }
    if (thing != nullptr) {
      said.thing = said.words = thing->name;
    } else if (!noun.empty()) {
      said.words = noun;
      said.thing = std::string(stemmer_.stem(noun));
    }
  }

  std::string_view sentence_;
  std::string language_;
  std::vector<Token> tokens_;
  std::vector<std::string> folded_;
  text::Stemmer stemmer_;
};

}  // namespace

std::vector<NumberSaid> find_numbers(std::string_view sentence, std::string_view language,
                                     const std::vector<base::Span>& skipped) {
  return Reader(sentence, language).read(skipped);
}

bool agree(const NumberSaid& a, const NumberSaid& b) {
  return a.low <= b.high && b.low <= a.high;
}

}  // namespace dateline::stories

#include "stories/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "stories/number_words.h"
#include "text/tokens.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

using text::Token;
using text::TokenKind;

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
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
      // "stieg auf 21." ends a sentence; any other "21." is an ordinal.
      if (value && !skip && folded_[i].ends_with('.') && !found.back().tally) found.pop_back();
      i = end;
    }
    return found;
  }

 private:
  // The value of the number that begins at token `i`; `*end` is moved past its last token.
  std::optional<double> number_at(std::size_t i, std::size_t* end) const {
    std::optional<double> value;
    if (tokens_[i].kind == TokenKind::kNumber) {
      value = value_of_digits(folded_[i], language_ == "de");
      if (joined(i)) return std::nullopt;
      const bool year = value && *value >= 1500 && *value <= 2100 && folded_[i].size() == 4 && !after_currency(i);
      if (year) return std::nullopt;
    } else if (tokens_[i].kind == TokenKind::kWord) {
      value = value_of_word(folded_[i]);
      if (!value && multiplier_of(folded_[i]) && i > 0 && (folded_[i - 1] == "a" || folded_[i - 1] == "ein")) value = 1;
      if (value && multiplier_of(folded_[i])) {
        *end = i + 1;
        return *multiplier_of(folded_[i]);
      }
    }
    if (!value) return std::nullopt;
    while (*end < tokens_.size()) {
      const std::optional<double> times = multiplier_of(folded_[*end]);
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
    if (said.thing == "percent") {
      while (end < tokens_.size() && said.thing_span.contains(tokens_[end].span)) ++end;
    }
    const std::size_t before = begin > 0 ? begin - 1 : begin;
    const Bound bound =
        begin > 0 ? bound_of(folded_[before], before > 0 ? std::string_view(folded_[before - 1]) : std::string_view())
                  : Bound::kExact;
    set_range(said, value, bound);
    said.or_more = bound == Bound::kAtLeast;
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

  // The thing that is counted: what a tally is of ("the number of injured rose to 12"), an outcome within the next
  // words
  // ("12 people were injured") or right before ("injuring at least 12"), else the next content word.
  void find_thing(std::size_t begin, std::size_t after, NumberSaid& said) const {
    if (find_tally(begin, said) || find_outcome(begin, after, said)) return;
    constexpr std::size_t kWindow = 5;
    const std::size_t end = std::min(after + kWindow, end_of_phrase(after));
    std::size_t noun = end;
    for (std::size_t i = after; i < end && !text::is_stop_word(folded_[i], language_); ++i) {
      if (tokens_[i].kind != TokenKind::kWord) continue;
      // "23 Somali pirates": the plural is what is counted, the words before it describe it.
      const auto is_plural = [&](std::size_t k) { return folded_[k].ends_with('s') || folded_[k] == kPeople; };
      if (noun == end || (!is_plural(noun) && folded_[i].ends_with('s'))) noun = i;
    }
    if (noun != end) set_thing(said, noun, thing_named(folded_[noun]));
  }
  // A tally that ends with the number: "the number of dead has risen to three", "the death toll stands at 12", "die
  // Zahl der Verletzten stieg auf 21".
  bool find_tally(std::size_t begin, NumberSaid& said) const {
    constexpr std::size_t kLongest = 20;  // tokens from the tally to its number
    static constexpr std::array<std::string_view, 13> kLeads = {
        "to", "at", "of", "as", "reached", "reaches", "hit", "is", "was", "now", "auf", "erreichte", "bei"};
    constexpr std::size_t kBoundWords = 2;  // "to at least five"
    std::size_t lead = begin;
    while (lead > 0 && begin - lead < kBoundWords && is_word(lead - 1) && !is_one_of(kLeads, folded_[lead - 1])) --lead;
    if (lead == 0 || !is_one_of(kLeads, folded_[lead - 1])) return false;
    for (std::size_t i = lead - 1; i > lead - 1 - std::min(lead - 1, kLongest); --i) {
      const std::string& word = folded_[i - 1];
      if (word == ";" || word == "." || tokens_[i - 1].kind == TokenKind::kNumber) return false;
      const bool number_of = (word == "number" && folded_[i] == "of") || (word == "zahl" && folded_[i] == "der");
      if (word != "toll" && !number_of) continue;
      const std::size_t counted = word == "toll" ? i - 1 : counted_in(i + 1, lead);
      if (counted == lead) return false;
      set_thing(said, counted, word == "toll" ? thing_named("dead") : thing_named(folded_[counted]));
      said.tally = true;
      said.risen = tells_of_rise(i, lead);
      return true;
    }
    return false;
  }

  bool is_word(std::size_t token) const {
    return tokens_[token].kind == TokenKind::kWord && !value_of_word(folded_[token]);
  }

  // What a tally counts: an outcome, or the word before "to", "has" or the like; `end` for none.
  std::size_t counted_in(std::size_t begin, std::size_t end) const {
    std::size_t noun = end;
    for (std::size_t i = begin; i < end; ++i) {
      const Thing* thing = thing_named(folded_[i]);
      if (thing != nullptr && thing->outcome) return i;
      if (noun == end && tokens_[i].kind == TokenKind::kWord && !text::is_stop_word(folded_[i], language_)) noun = i;
    }
    return noun;
  }

  bool tells_of_rise(std::size_t begin, std::size_t end) const {
    static constexpr std::array<std::string_view, 16> kRises = {
        "rose",  "risen",  "rises",  "rising",    "climbed", "climbs", "grew",      "grown",
        "jumps", "jumped", "soared", "increased", "stieg",   "steigt", "gestiegen", "erhohte"};
    return std::any_of(folded_.begin() + static_cast<std::ptrdiff_t>(begin),
                       folded_.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const std::string& word) { return is_one_of(kRises, word); });
  }

  bool find_outcome(std::size_t begin, std::size_t after, NumberSaid& said) const {
    const std::size_t window = language_ == "de" ? 10 : 5;  // a German participle ends the clause
    constexpr std::size_t kBefore = 3;
    const std::size_t end = std::min(after + window, end_of_phrase(after));
    for (std::size_t i = after; i < end; ++i) {
      const Thing* thing = thing_named(folded_[i]);
      if (thing != nullptr && !names_people(*thing)) return set_thing(said, i, thing);
      if (folded_[i] == "per" && i + 1 < tokens_.size() && folded_[i + 1] == "cent") {
        set_thing(said, i, thing_named("percent"));
        said.thing_span.end_bytes = tokens_[i + 1].span.end_bytes;
        return true;
      }
    }
    for (std::size_t i = begin; i > begin - std::min(begin, kBefore); --i) {
      const Thing* thing = folded_[i - 1].ends_with("ing") ? thing_named(folded_[i - 1]) : nullptr;
      if (thing != nullptr) return set_thing(said, i - 1, thing);
    }
    return find_deed(begin, after, said);
  }

  // "The quake killed at least 40 people", "dabei starben 40 Menschen": the verb right before the number.
  bool find_deed(std::size_t begin, std::size_t after, NumberSaid& said) const {
    static constexpr std::array<std::string_view, 5> kSecondWords = {"least", "than", "to", "most", "als"};
    const Thing* people = after < tokens_.size() ? thing_named(folded_[after]) : nullptr;
    if (people == nullptr || !names_people(*people)) return false;
    std::size_t verb = begin;
    if (verb > 1 && bound_of(folded_[verb - 1], folded_[verb - 2]) != Bound::kExact)
      verb -= is_one_of(kSecondWords, folded_[verb - 1]) ? 2 : 1;
    const Thing* thing = verb > 0 ? thing_named(folded_[verb - 1]) : nullptr;
    return thing != nullptr && thing->outcome && set_thing(said, verb - 1, thing);
  }

  // Where the words that can belong to a number end: at a mark, "and" or the next number.
  std::size_t end_of_phrase(std::size_t begin) const {
    std::size_t end = begin;
    for (; end < tokens_.size(); ++end) {
      const std::string& word = folded_[end];
      if (tokens_[end].kind == TokenKind::kNumber || value_of_word(word)) break;
      if (word == "," || word == ";" || word == "." || word == "and" || word == "und") break;
    }
    return end;
  }

  // The word at `token` tells what is counted: `thing`, or itself.
  bool set_thing(NumberSaid& said, std::size_t token, const Thing* thing) const {
    said.thing_span = tokens_[token].span;
    said.words = thing != nullptr && !names_people(*thing) ? std::string(thing->name)
                                                           : std::string(tokens_[token].span.of(sentence_));
    said.thing = thing != nullptr ? std::string(thing->name) : std::string(stemmer_.stem(folded_[token]));
    said.outcome = thing != nullptr && thing->outcome;
    return true;
  }

  std::string_view sentence_;
  std::string language_;
  std::vector<Token> tokens_;
  std::vector<std::string> folded_;
  mutable text::Stemmer stemmer_;  // its calls change nothing that is seen
};

}  // namespace

std::vector<NumberSaid> find_numbers(std::string_view sentence, std::string_view language,
                                     const std::vector<base::Span>& skipped) {
  return Reader(sentence, language).read(skipped);
}

bool begins_number(std::string_view word) {
  constexpr std::size_t kLongest = 16;  // bytes; "twenty-three"
  if (word.size() > kLongest) return false;
  const std::string folded = text::fold(word);
  return value_of_word(folded) || multiplier_of(folded);
}

bool agree(const NumberSaid& a, const NumberSaid& b) {
  return a.low <= b.high && b.low <= a.high;
}

bool count_the_same(const NumberSaid& a, const NumberSaid& b) {
  const auto persons = [](const NumberSaid& said) { return said.thing == "men" || said.thing == "women"; };
  return a.thing == b.thing || (a.thing == kPeople && persons(b)) || (b.thing == kPeople && persons(a));
}

bool has_grown(const NumberSaid& a, const NumberSaid& b) {
  const auto since = [](const NumberSaid& later, const NumberSaid& before) {
    return later.risen && !before.risen && before.or_more && before.low < later.low;
  };
  return since(a, b) || since(b, a);
}

}  // namespace dateline::stories

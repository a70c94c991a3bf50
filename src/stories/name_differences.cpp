#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/strings.h"
#include "stories/differences.h"
#include "stories/rarity.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

constexpr std::size_t kReach = 3;         // content words around a name that tell its place in the statement
constexpr std::size_t kShortestName = 5;  // letters; shorter names a letter apart are other names
constexpr std::size_t kShortestPart = 4;  // but for those beside the same name: "Agia Thekla"
constexpr std::size_t kLongestName = 40;
constexpr std::size_t kTwoErrors = 8;  // letters from which two may differ

struct NameSaid {
  const Statement* statement = nullptr;
  base::Span span;
  std::string_view said;
  std::string folded;
  std::array<TermKey, 2> beside{};  // the names right before and after it; 0: none
};

// Number of letters to insert, drop or replace; more than `most` counts as `most` + 1.
// Source: Levenshtein 1966, computed by rows (Wagner and Fischer 1974).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  std::array<std::size_t, kLongestName + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return std::min(row[b.size()], most + 1);
}

// "Russia" and "Russian", "American" and "Americans", "Defence" and "Defense": other forms, not other spellings of a
// name.
bool is_other_form(const std::string& a, const std::string& b) {
  if (a.starts_with(b) || b.starts_with(a)) return true;
  const auto plain = [](std::string word) {
    for (const auto& [british, american] : std::array<std::pair<std::string_view, std::string_view>, 4>{
             {{"ence", "ense"}, {"our", "or"}, {"ise", "ize"}, {"tre", "ter"}}}) {
      word = base::replace_all(word, british, american);
    }
    return word;
  };
  return plain(a) == plain(b);
}

// Two words of the dictionary that look alike are two words ("Houses", "Horses").
bool is_usual(const std::string& word) {
  constexpr double kUsualShare = 0.0008;  // once in 250,000 words
  text::Stemmer stemmer("en");
  return usual_share(key_of(text::term_id(stemmer.stem(word)))) > kUsualShare;
}

bool have_one_neighbour(const NameSaid& a, const NameSaid& b) {
  return (a.beside[0] != 0 && a.beside[0] == b.beside[0]) || (a.beside[1] != 0 && a.beside[1] == b.beside[1]);
}

// A Latin letter beyond ASCII; not a typographic apostrophe.
bool has_accents(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xC3 && byte <= 0xE1;
  });
}

// "José" and "Jose" of one name.
bool differ_in_accents(const NameSaid& a, const NameSaid& b) {
  return a.folded == b.folded && has_accents(a.said) != has_accents(b.said) && have_one_neighbour(a, b);
}

bool is_spelling_of(const NameSaid& a, const NameSaid& b) {
  if (a.folded == b.folded) return differ_in_accents(a, b);
  if (a.folded[0] != b.folded[0]) return false;
  const std::size_t shorter = std::min(a.folded.size(), b.folded.size());
  if (shorter < kShortestName && !have_one_neighbour(a, b)) return false;
  const std::size_t most = shorter >= kTwoErrors ? 2 : 1;
  if (std::max(a.folded.size(), b.folded.size()) - shorter > most) return false;
  if (edit_distance(a.folded, b.folded, most) > most) return false;
  return !is_other_form(a.folded, b.folded) && !(is_usual(a.folded) && is_usual(b.folded));
}

bool same_place(const NameSaid& a, const NameSaid& b) {
  const std::vector<TermKey> left = words_around(*a.statement, a.span, kReach, Names::kWith);
  const std::vector<TermKey> right = words_around(*b.statement, b.span, kReach, Names::kWith);
  return common_keys(left, right) > 0;
}

// The key of the name one space from `word`, if a name stands there.
TermKey name_beside(std::span<const PlacedWord> words, std::size_t word, std::size_t other) {
  if (other >= words.size() || !words[other].name) return 0;
  const auto& [first, second] = std::minmax(words[word].span, words[other].span,
                                            [](const auto& a, const auto& b) { return a.begin_bytes < b.begin_bytes; });
  return first.end_bytes + 1 == second.begin_bytes ? words[other].key : 0;
}

std::vector<NameSaid> names_of(const Comparison& comparison) {
  std::vector<NameSaid> names;
  for (const Statement* statement : comparison.statements) {
    const std::span<const PlacedWord> words = statement->words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view said = words[i].span.of(comparison.articles[statement->ref.article]->text);
      // The first word of a sentence is a name when one follows.
      const TermKey next = name_beside(words, i, i + 1);
      if (!words[i].name && (next == 0 || !base::is_ascii_upper(said.front()))) continue;
      std::string folded = text::fold(said);
      if (folded.size() < kShortestPart || folded.size() > kLongestName) continue;
      if (names.size() == kMostThings) return names;
      names.push_back({statement, words[i].span, said, std::move(folded), {name_beside(words, i, i - 1), next}});
    }
  }
  return names;
}

// A report that knows both spellings does not contradict either.
bool uses(const std::vector<NameSaid>& names, const Statement& by, const NameSaid& other) {
  return std::any_of(names.begin(), names.end(), [&](const NameSaid& name) {
    return name.statement->ref.article == by.ref.article && name.folded == other.folded &&
           has_accents(name.said) == has_accents(other.said);
  });
}

}  // namespace

void compare_names(const Comparison& comparison, std::vector<news::Difference>& out) {
  const std::vector<NameSaid> names = names_of(comparison);
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const NameSaid& a = names[j];
      const NameSaid& b = names[i];
      if (comparison.voices[a.statement->ref.article] == comparison.voices[b.statement->ref.article]) continue;
      if (!is_spelling_of(a, b) || !same_place(a, b)) continue;
      if (uses(names, *a.statement, b) || uses(names, *b.statement, a)) continue;
      news::Difference difference;
      difference.kind = news::Difference::Kind::kName;
      difference.what = "spelling of a name";
      difference.compatible = a.folded == b.folded;
      add_side(difference, comparison, *a.statement, a.span);
      add_side(difference, comparison, *b.statement, b.span);
      const std::string& one = difference.sides[0].said;
      const std::string& two = difference.sides[1].said;
      const bool known = std::any_of(out.begin(), out.end(), [&](const news::Difference& held) {
        if (held.kind != difference.kind) return false;
        const std::string& first = held.sides[0].said;
        const std::string& second = held.sides[1].said;
        return (first == one && second == two) || (first == two && second == one);
      });
      if (!known) out.push_back(std::move(difference));
    }
  }
}

}  // namespace dateline::stories

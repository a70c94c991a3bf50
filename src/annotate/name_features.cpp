#include "annotate/name_features.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

// The position in a list, from 1; 0 for what is not in it. Append only: the numbers are in the weights.
template <std::size_t N>
std::uint8_t place_in(const std::array<std::string_view, N>& list, std::string_view word) {
  static_assert(N < kFeatureRange);
  const auto found = std::find(list.begin(), list.end(), word);
  return found == list.end() ? 0 : static_cast<std::uint8_t>(found - list.begin() + 1);
}

constexpr std::array<std::string_view, 40> kBefore = {
    "the",  "a",   "an",    "in",    "at",   "from",  "to",      "of",        "by",      "with",
    "and",  "or",  "for",   "on",    "near", "into",  "as",      "between",   "against", "than",
    "that", "his", "her",   "their", "its",  "said",  "says",    "called",    ",",       "(",
    "\"",   "``",  "named", "album", "band", "under", "through", "including", "via",     "'s"};
constexpr std::array<std::string_view, 40> kAfter = {
    ",",     ".",   "(",   ")",     "'s",   "and",        "or",        "of",   "in",  "is",
    "was",   "has", "had", "were",  "are",  "said",       "says",      "told", "who", "which",
    "for",   "to",  "on",  "at",    "by",   "from",       "with",      "as",   "the", "will",
    "would", "\"",  "-",   "until", "that", "government", "officials", "also", "won", "''"};
constexpr std::array<std::string_view, 40> kEndings = {
    "ia",  "land", "stan", "ton", "ville", "burg", "shire", "ism", "ist", "ists", "ian",  "ians", "an",   "ans",
    "ese", "ish",  "ov",   "ev",  "sky",   "enko", "vic",   "son", "sen", "ez",   "berg", "man",  "mann", "er",
    "ers", "ing",  "tion", "ity", "ics",   "es",   "s",     "ski", "ich", "io",   "o",    "a"};

std::uint8_t count_code(std::size_t count, std::size_t most) {
  return static_cast<std::uint8_t>(std::min(count, most));
}

std::uint8_t person_code(const PersonName& person) {
  if (person.first) return person.common_word ? 1 : person.frequent_surname ? 2 : 3;
  if (person.rare_first) return person.surname ? 4 : 5;
  if (person.frequent_surname) return person.common_word ? 6 : 7;
  if (person.surname) return person.common_word ? 8 : 9;
  return person.any ? 10 : 0;
}

std::uint8_t known_code(const std::optional<KnownName>& known) {
  if (!known) return 0;
  if (known->demonym) return 1;
  const auto type = static_cast<std::uint8_t>(known->type);
  switch (known->source) {
    case Source::kCurated:
      return static_cast<std::uint8_t>(2 + type);
    case Source::kCountry:
    case Source::kDemonym:
      return 7;
    case Source::kCapital:
      return 8;
    case Source::kOrganisation:
      return 9;
    case Source::kDivision:
      return known->digits > 0 ? 10 : 11;
    case Source::kCity:
      break;
  }
  return static_cast<std::uint8_t>((known->common_word ? 20 : 12) + std::min<std::uint8_t>(known->digits, 7));
}

std::uint8_t class_code(const Word& word) {
  if (word.is(kOrgTail) && word.is(kPlaceTail)) return 1;
  if (word.is(kOrgTail) && word.is(kEventTail)) return 2;
  if (word.is(kPlaceTail) && word.is(kEventTail)) return 3;
  if (word.is(kOrgTail)) return 4;
  if (word.is(kPlaceTail)) return 5;
  if (word.is(kEventTail)) return 6;
  if (word.is(kOrgHead)) return 7;
  if (word.is(kPlaceHead)) return 8;
  if (word.is(kEventHead)) return 9;
  if (word.is(kDirection)) return 10;
  if (word.is(kRoleHead | kTitle)) return 11;
  if (word.is(kRoleModifier)) return 12;
  return word.is(kCommonWord) ? 13 : 0;
}

std::uint8_t shape_code(std::string_view text, const Word& word) {
  if (word.all_caps) return text.find('.') != std::string_view::npos ? 1 : text.size() <= 5 ? 2 : 3;
  if (text.find('-') != std::string_view::npos) return 4;
  const bool inner = std::any_of(text.begin() + 1, text.end(), [](char c) { return base::is_ascii_upper(c); });
  if (inner) return 5;
  const bool digit = std::any_of(text.begin(), text.end(), [](char c) { return base::is_ascii_digit(c); });
  if (digit) return 6;
  return text.size() <= 2 ? 7 : 0;
}

// The longest of the listed endings, as its place.
std::uint8_t ending_code(std::string_view folded) {
  std::uint8_t best = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < kEndings.size(); ++i) {
    const std::string_view ending = kEndings[i];
    if (ending.size() > length && folded.size() > ending.size() + 2 && folded.ends_with(ending)) {
      best = static_cast<std::uint8_t>(i + 1);
      length = ending.size();
    }
  }
  return best;
}

std::uint8_t context_class(const Word& word) {
  if (!word.is_word()) return word.kind == text::TokenKind::kNumber ? 1 : 2;
  if (word.is(kSpeech)) return 3;
  if (word.is(kRoleHead)) return word.capitalised ? 4 : 5;
  if (word.is(kRoleModifier)) return 6;
  if (word.is(kPlacePreposition)) return 7;
  if (word.is(kOrgTail)) return 8;
  if (word.is(kPlaceTail)) return 9;
  if (word.is(kEventTail)) return 10;
  if (word.is(kStopWord)) return 11;
  if (word.capitalised) return 12;
  if (word.folded.ends_with("s")) return 13;
  if (word.folded.ends_with("ed")) return 14;
  return 15;
}

class Extractor {
 public:
  Extractor(const Document& document, const Gazetteer& gazetteer, const NameSpan& span)
      : document_(document),
        gazetteer_(gazetteer),
        span_(span),
        sentence_(document.sentences()[word(span.first).sentence]) {}

  std::vector<Feature> run() {
    add(0, 1);
    inside();
    around();
    return std::move(features_);
  }

 private:
  const Word& word(std::size_t index) const { return document_.word(index); }
  void add(std::uint8_t group, std::uint8_t value) {
    if (value != 0) features_.push_back({group, value});
  }
  bool is_people(const Word& inner) const {
    if (!inner.capitalised) return false;
    const Gazetteer::Probe probe = gazetteer_.probe(inner.folded);
    return probe.name.has_value() && probe.name->demonym;
  }
  void inside();
  void around();

  const Document& document_;
  const Gazetteer& gazetteer_;
  const NameSpan& span_;
  const Sentence& sentence_;
  std::vector<Feature> features_;
};

void Extractor::inside() {
  const Word& first = word(span_.first);
  const Word& last = word(span_.end - 1);
  const std::size_t count = span_.end - span_.first;
  const std::uint8_t length = count_code(count, 4);
  const std::uint8_t first_person = person_code(gazetteer_.person(first.folded));
  const std::uint8_t last_person = person_code(gazetteer_.person(last.folded));
  const std::uint8_t known = known_code(span_.known);
  const std::uint8_t last_class = class_code(last);
  add(1, static_cast<std::uint8_t>(length + 5 * static_cast<std::uint8_t>(span_.shape)));
  add(2, known);
  add(3, static_cast<std::uint8_t>(1 + first_person + (count > 1 ? 16 : 0)));
  add(4, static_cast<std::uint8_t>(1 + last_person + (count > 1 ? 16 : 0)));
  add(5, static_cast<std::uint8_t>(1 + last_class + (count > 1 ? 16 : 0)));
  add(6, static_cast<std::uint8_t>(1 + class_code(first) + (count > 1 ? 16 : 0)));
  add(7, static_cast<std::uint8_t>(1 + shape_code(last.span.of(document_.text()), last) + (count > 1 ? 16 : 0)));
  add(8, ending_code(last.folded));
  const bool person_first = first_person >= 1 && first_person <= 5;
  const bool person_last = last_person != 0;
  if (count == 2) add(9, static_cast<std::uint8_t>(1 + (person_first ? 1 : 0) + (person_last ? 2 : 0)));
  if (count == 3) add(9, static_cast<std::uint8_t>(5 + (person_first ? 1 : 0) + (person_last ? 2 : 0)));
  bool initial = false, of = false, particle = false, ampersand = false, people = false;
  for (std::size_t i = span_.first; i < span_.end; ++i) {
    const Word& inner = word(i);
    const std::string_view text = inner.span.of(document_.text());
    initial = initial || (i > span_.first && text.size() == 2 && text[1] == '.');
    of = of || inner.folded == "of" || inner.folded == "for";
    particle = particle || (inner.is(kParticle) && !inner.capitalised);
    ampersand = ampersand || inner.folded == "&" || inner.folded == "and";
    people = people || is_people(inner);
  }
  add(10, initial ? 1 : 0);
  add(11, of ? 1 : 0);
  add(12, particle ? 1 : 0);
  add(13, ampersand ? 1 : 0);
  add(14, people && count > 1 ? 1 : 0);
  const Gazetteer::Probe head = gazetteer_.probe(first.folded);
  if (count > 1) add(15, static_cast<std::uint8_t>(1 + known_code(head.name)));
}

void Extractor::around() {
  const bool opens = span_.first == sentence_.first_word;
  const bool closes = span_.end >= sentence_.end_word;
  const std::uint8_t one = span_.end - span_.first == 1 ? 1 : 0;
  const Word* before = opens ? nullptr : &word(span_.first - 1);
  const Word* after = closes ? nullptr : &word(span_.end);
  const std::uint8_t listed_before = before == nullptr ? 0 : place_in(kBefore, before->folded);
  const std::uint8_t listed_after = after == nullptr ? 0 : place_in(kAfter, after->folded);
  const bool common = word(span_.first).is(kCommonWord);
  add(20, opens ? static_cast<std::uint8_t>(1 + one + (common ? 2 : 0)) : 0);
  add(21, static_cast<std::uint8_t>(1 + listed_before));
  add(static_cast<std::uint8_t>(22 + one), static_cast<std::uint8_t>(1 + listed_before));
  add(24, static_cast<std::uint8_t>(1 + listed_after));
  add(static_cast<std::uint8_t>(25 + one), static_cast<std::uint8_t>(1 + listed_after));
  add(27, before == nullptr ? 0 : static_cast<std::uint8_t>(context_class(*before) + (one != 0 ? 16 : 0)));
  add(28, after == nullptr ? 0 : static_cast<std::uint8_t>(context_class(*after) + (one != 0 ? 16 : 0)));
  add(29, span_.after_title ? static_cast<std::uint8_t>(1 + one) : 0);
  add(30, sentence_.title_case ? static_cast<std::uint8_t>(1 + one) : 0);
  if (span_.first >= sentence_.first_word + 2 && listed_before == 1) {
    add(31, static_cast<std::uint8_t>(1 + place_in(kBefore, word(span_.first - 2).folded)));  // "in the X"
  }
  if (span_.end + 1 < sentence_.end_word && after->folded == ",") {
    const Word& next = word(span_.end + 1);
    const auto known = next.capitalised ? gazetteer_.probe(next.folded).name : std::nullopt;
    add(32, known && known->type == news::EntityType::kPlace ? 1 : next.kind == text::TokenKind::kNumber ? 2 : 3);
  }
  if (span_.first >= sentence_.first_word + 2 && before->folded == ",") {
    add(33, word(span_.first - 2).capitalised ? 1 : 2);
  }
}

}  // namespace

std::vector<Feature> name_features(const Document& document, const Gazetteer& gazetteer, const NameSpan& span) {
  return Extractor(document, gazetteer, span).run();
}

}  // namespace dateline::annotate

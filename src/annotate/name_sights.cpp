#include "annotate/name_sights.h"

#include <algorithm>
#include <optional>
#include <string>

#include "annotate/known_phrases.h"
#include "annotate/name_hash.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

// Templates, in the order of the weights' history; the number is part of the hash.
enum Template : std::uint64_t {
  kAlways = 1,
  kWord,
  kWordBefore,
  kWordAfter,
  kWordTwoBefore,
  kWordTwoAfter,
  kPairBefore,
  kPairAfter,
  kPairAround,
  kShape,
  kShapes,
  kShapeWordBefore,
  kShapeWordAfter,
  kPrefix3,
  kPrefix4,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kCoarse,
  kMiddle,
  kFine,
  kFineBefore,
  kFineAfter,
  kMiddleBefore,
  kMiddleAfter,
  kMiddleTwoBefore,
  kMiddleTwoAfter,
  kCoarsePairBefore,
  kCoarsePairAfter,
  kMiddlePairBefore,
  kMiddlePairAfter,
  kPerson,
  kPersonPair,
  kPersonPairAfter,
  kClass,
  kClassBefore,
  kClassAfter,
  kClassPairAfter,
  kKnown,
  kKnownAfter,
  kKnownBefore,
  kKnownShape,
  kSeen,
  kStart,
  kTitleCase,
  kPersonKnown,
  kMiddleKnown,
};

constexpr std::uint64_t feature(Template which, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  return name_mix(name_mix(name_mix(which * 0x9E3779B97F4A7C15ull + a) + b) + c);
}

std::uint32_t hash_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(name_hash(bytes));
}

// "McDonald's" as AaAa's: runs of one kind count once, four kinds.
std::uint16_t shape_of(std::string_view text) {
  std::uint16_t shape = 1;
  std::uint16_t last = 0;
  for (const char c : text) {
    const std::uint16_t kind = base::is_ascii_upper(c)                                      ? 1
                               : base::is_ascii_lower(c) || static_cast<signed char>(c) < 0 ? 2
                               : base::is_ascii_digit(c)                                    ? 3
                               : c == '.'                                                   ? 4
                               : c == '-'                                                   ? 5
                               : c == '\''                                                  ? 6
                                                                                            : 7;
    if (kind == last) continue;
    last = kind;
    if (shape >= 0x1000) break;
    shape = static_cast<std::uint16_t>(shape * 8 + kind);
  }
  return shape;
}

std::uint8_t person_code(const PersonName& person) {
  if (!person.known()) return 0;
  const std::uint8_t first = person.first ? 2 : person.rare_first ? 1 : 0;
  const std::uint8_t last = person.frequent_surname ? 2 : person.surname ? 1 : 0;
  return static_cast<std::uint8_t>(1 + first + 3 * last + (person.common_word ? 9 : 0));
}

std::uint8_t class_code(const Word& word) {
  constexpr WordClasses kAsked[] = {kHonorific, kTitle,     kRoleHead,         kRoleModifier, kOrgHead,
                                    kOrgTail,   kPlaceHead, kPlaceTail,        kEventHead,    kEventTail,
                                    kDirection, kSpeech,    kPlacePreposition, kParticle,     kStopWord};
  std::uint8_t code = 1;
  for (const WordClasses asked : kAsked) {
    if (word.is(asked)) return static_cast<std::uint8_t>(code + (word.is(kCommonWord) ? 32 : 0));
    ++code;
  }
  return word.is(kCommonWord) ? code : 0;
}

// What the gazetteers say of a candidate.
std::uint16_t known_code(const std::optional<KnownName>& known) {
  if (!known) return 0;
  const auto source = static_cast<std::uint16_t>(known->source);
  const auto type = static_cast<std::uint16_t>(known->type);
  const std::uint16_t size = known->source == Source::kCity ? std::min<std::uint16_t>(known->digits, 7) : 0;
  return static_cast<std::uint16_t>(1 + source + 8 * type + 32 * size + 256 * (known->demonym ? 1 : 0) +
                                    512 * (known->common_word ? 1 : 0));
}

}  // namespace

NameSights::NameSights(const Document& document, const Gazetteer& gazetteer, const NameModel& model)
    : document_(document), stretches_(find_name_stretches(document)), sights_(document.words().size()) {
  before_.word = 1;
  after_.word = 2;
  count_writings();
  for (const NameStretch& stretch : stretches_) {
    mark_known(stretch, gazetteer);
    const Sentence& sentence = document.sentences()[document.word(stretch.first).sentence];
    const std::size_t first = std::max(sentence.first_word, stretch.first >= 2 ? stretch.first - 2 : 0);
    const std::size_t end = std::min(sentence.end_word, stretch.end + 2);
    for (std::size_t i = first; i < end; ++i) look_at(i, gazetteer, model);
  }
}

// Which words the document writes small, and which with a capital where that says something.
void NameSights::count_writings() {
  for (const Sentence& sentence : document_.sentences()) {
    if (sentence.title_case) continue;
    for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
      const Word& word = document_.word(i);
      if (!word.is_word() || (word.capitalised && i == sentence.first_word) || word.is(kStopWord)) continue;
      Writings& writings = writings_[word.folded];
      std::uint16_t& count = word.capitalised ? writings.capital : writings.small;
      if (count < 1000) ++count;
    }
  }
}

// The longest phrases of the gazetteers, from left to right.
void NameSights::mark_known(const NameStretch& stretch, const Gazetteer& gazetteer) {
  for (std::size_t at = stretch.first; at < stretch.end;) {
    const KnownPhrase known = longest_known(document_, gazetteer, at, stretch.end);
    for (std::size_t i = at; i < known.end; ++i) {
      const bool only = known.end - at == 1;
      const std::uint16_t part = only ? 3 : i == at ? 0 : i + 1 == known.end ? 2 : 1;
      sights_[i].known = static_cast<std::uint16_t>(1 + part + 4 * known_code(known.name));
    }
    at = std::max(known.end, at + 1);
  }
}

void NameSights::look_at(std::size_t index, const Gazetteer& gazetteer, const NameModel& model) {
  Sight& sight = sights_[index];
  if (sight.looked) return;
  sight.looked = true;
  const Word& word = document_.word(index);
  sight.word = hash_of(word.folded);
  sight.shape = shape_of(word.span.of(document_.text()));
  sight.clusters = model.clusters(word.folded);
  sight.person = word.capitalised ? person_code(gazetteer.person(word.folded)) : 0;
  sight.word_class = class_code(word);
  if (!word.capitalised) return;
  if (const auto found = writings_.find(word.folded); found != writings_.end()) {
    const Writings& writings = found->second;
    sight.seen =
        static_cast<std::uint8_t>(1 + std::min<int>(writings.capital, 2) + 3 * std::min<int>(writings.small, 2));
  }
}

const NameSights::Sight& NameSights::sight(const Sentence& sentence, std::size_t index, int away) const {
  const auto at = static_cast<std::ptrdiff_t>(index) + away;
  if (at < static_cast<std::ptrdiff_t>(sentence.first_word)) return before_;
  if (at >= static_cast<std::ptrdiff_t>(sentence.end_word)) return after_;
  return sights_[static_cast<std::size_t>(at)];
}

void NameSights::features_of(std::size_t index, NameFeatures& features) const {
  features.clear();
  const Word& word = document_.word(index);
  const Sentence& sentence = document_.sentences()[word.sentence];
  const Sight& now = sight(sentence, index, 0);
  const Sight& before = sight(sentence, index, -1);
  const Sight& after = sight(sentence, index, 1);
  const Sight& two_before = sight(sentence, index, -2);
  const Sight& two_after = sight(sentence, index, 2);
  const auto add = [&features](Template which, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    features.push_back(feature(which, a, b, c));
  };
  add(kAlways, 0);
  add(kWord, now.word);
  add(kWordBefore, before.word);
  add(kWordAfter, after.word);
  add(kWordTwoBefore, two_before.word);
  add(kWordTwoAfter, two_after.word);
  add(kPairBefore, before.word, now.word);
  add(kPairAfter, now.word, after.word);
  add(kPairAround, before.word, after.word);
  add(kShape, now.shape);
  add(kShapes, before.shape, now.shape, after.shape);
  add(kShapeWordBefore, before.word, now.shape);
  add(kShapeWordAfter, now.shape, after.word);
  const std::string_view folded = word.folded;
  if (folded.size() > 3) {
    add(kPrefix3, hash_of(folded.substr(0, 3)));
    add(kSuffix2, hash_of(folded.substr(folded.size() - 2)));
    add(kSuffix3, hash_of(folded.substr(folded.size() - 3)));
  }
  if (folded.size() > 4) {
    add(kPrefix4, hash_of(folded.substr(0, 4)));
    add(kSuffix4, hash_of(folded.substr(folded.size() - 4)));
  }
  add(kCoarse, now.clusters.coarse, now.shape);
  add(kMiddle, now.clusters.middle);
  add(kFine, now.clusters.fine);
  add(kFineBefore, before.clusters.fine);
  add(kFineAfter, after.clusters.fine);
  add(kMiddleBefore, before.clusters.middle);
  add(kMiddleAfter, after.clusters.middle);
  add(kMiddleTwoBefore, two_before.clusters.middle);
  add(kMiddleTwoAfter, two_after.clusters.middle);
  add(kCoarsePairBefore, before.clusters.coarse, now.clusters.coarse);
  add(kCoarsePairAfter, now.clusters.coarse, after.clusters.coarse);
  add(kMiddlePairBefore, before.clusters.middle, now.clusters.middle);
  add(kMiddlePairAfter, now.clusters.middle, after.clusters.middle);
  add(kPerson, now.person, now.clusters.coarse);
  add(kPersonPair, before.person, now.person);
  add(kPersonPairAfter, now.person, after.person);
  add(kClass, now.word_class);
  add(kClassBefore, before.word_class, now.shape);
  add(kClassAfter, after.word_class, now.shape);
  add(kClassPairAfter, now.word_class, after.word_class);
  add(kKnown, now.known);
  add(kKnownAfter, now.known, after.known);
  add(kKnownBefore, before.known, now.known);
  add(kKnownShape, now.known, now.shape);
  add(kSeen, now.seen, now.shape, index == sentence.first_word);
  add(kStart, index == sentence.first_word, now.shape, now.word_class);
  add(kTitleCase, sentence.title_case, now.shape);
  add(kPersonKnown, now.person, now.known, after.person);
  add(kMiddleKnown, now.clusters.middle, now.known);
}

}  // namespace dateline::annotate

#include "annotate/names.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "annotate/name_features.h"
#include "annotate/name_spans.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

// Names that need no classifier: countries and their people, well-known names that are not also people's.
bool is_certain(const Document& document, const Gazetteer& gazetteer, const NameSpan& span) {
  if (!span.known) return false;
  if (span.known->demonym || span.known->source == Source::kCountry) return true;
  if (span.known->source != Source::kCurated) return false;
  if (span.end - span.first > 1 || span.known->needs_caps) return true;
  const PersonName person = gazetteer.person(document.word(span.first).folded);
  return span.known->type == EntityType::kPlace && !person.first && !person.frequent_surname;
}

// "the island of Bornholm", "the city of Manizales", "the Douro river".
bool is_told_a_place(const Document& document, const NameSpan& span) {
  if (span.end < document.words().size()) {
    const Word& next = document.word(span.end);
    if (next.is(kLandform) && !next.capitalised && next.sentence == document.word(span.first).sentence) return true;
  }
  if (span.first < 2 || document.word(span.first).sentence != document.word(span.first - 2).sentence) return false;
  const Word& head = document.word(span.first - 2);
  return document.word(span.first - 1).folded == "of" && head.is(kPlaceHead) && !head.capitalised;
}

// Two or three capitalised words that no dictionary has, in a sentence whose capitals mean something.
bool looks_like_person(const Document& document, const NameSpan& span) {
  if (span.shape != NameSpan::Shape::kPlain || span.end - span.first > 6) return false;
  if (document.sentences()[document.word(span.first).sentence].title_case) return false;
  std::size_t capitals = 0;
  for (std::size_t i = span.first; i < span.end; ++i) {
    const Word& word = document.word(i);
    if (word.is(kParticle) && !word.capitalised) continue;  // "van der"
    if (!word.is_word() || !word.capitalised || word.all_caps || word.is(kCommonWord | kStopWord)) return false;
    ++capitals;
  }
  return capitals == 2 || capitals == 3;
}

// "Kishida said": a word that no list has, and that is written like a name, is a person when it speaks.
bool speaks(const Document& document, const NameSpan& span) {
  const Word& word = document.word(span.first);
  const Sentence& sentence = document.sentences()[word.sentence];
  if (span.known || span.end - span.first > 1 || word.all_caps || word.is(kCommonWord) || sentence.title_case)
    return false;
  if (span.first > sentence.first_word && document.word(span.first - 1).is(kStopWord) &&
      document.word(span.first - 1).folded == "the") {
    return false;
  }
  return span.end < sentence.end_word && document.word(span.end).is(kSpeech) && !document.word(span.end).capitalised;
}

// What the words themselves force: "Mr Mori" is a person, a "Ministry of …" an organisation.
std::optional<EntityType> forced_type(const Document& document, const NameSpan& span) {
  if (span.first > 0 && document.word(span.first - 1).is(kHonorific)) return EntityType::kPerson;
  if (span.shape == NameSpan::Shape::kTail) {
    const Word& tail = document.word(span.end - 1);
    if (tail.is(kOrgTail)) return EntityType::kOrganisation;
    return tail.is(kPlaceTail) ? std::optional(EntityType::kPlace) : std::nullopt;
  }
  if (span.shape != NameSpan::Shape::kHeadOf) return std::nullopt;
  for (std::size_t i = span.first; i + 1 < span.end; ++i) {
    if (document.word(i + 1).folded != "of" && document.word(i + 1).folded != "for") continue;
    if (document.word(i).is(kOrgHead)) return EntityType::kOrganisation;
    return document.word(i).is(kPlaceHead) ? EntityType::kPlace : EntityType::kOther;
  }
  return std::nullopt;
}

// A word that is a name in several places is one kind of name: the most frequent; a place before the others in a tie.
void agree_on_types(const Document& document, std::vector<Name>& names) {
  std::unordered_map<std::string_view, std::array<int, 4>> votes;
  const auto votes_for = [](const Name& name) {
    return name.end - name.first == 1 && !(name.known && name.known->source <= Source::kDemonym);
  };
  for (const Name& name : names) {
    if (votes_for(name)) ++votes[document.word(name.first).folded][static_cast<std::size_t>(name.type)];
  }
  constexpr std::array<EntityType, 4> kOrder = {EntityType::kPlace, EntityType::kOrganisation, EntityType::kPerson,
                                                EntityType::kOther};
  for (Name& name : names) {
    if (!votes_for(name)) continue;
    const std::array<int, 4>& cast = votes[document.word(name.first).folded];
    EntityType best = name.type;
    for (const EntityType type : kOrder) {
      const int now = cast[static_cast<std::size_t>(best)];
      const int other = cast[static_cast<std::size_t>(type)];
      if (other > now || (other == now && best != kOrder[0] && type == kOrder[0])) best = type;
    }
    name.type = best;
  }
}

}  // namespace

std::vector<Name> find_names(const Document& document, const Gazetteer& gazetteer, const NameClassifier& classifier) {
  std::vector<Name> names;
  std::vector<NameSpan> unsure;  // Single words that may be somebody's last name.
  std::unordered_set<std::string_view> surnames;
  std::unordered_set<std::string_view> places;  // Told to be places by what stands before them somewhere.
  for (const NameSpan& span : find_name_spans(document, gazetteer)) {
    std::optional<EntityType> type = classifier.classify(name_features(document, gazetteer, span));
    const bool certain = is_certain(document, gazetteer, span);
    if (certain) type = span.known->type;
    if (!certain && is_told_a_place(document, span)) {
      type = EntityType::kPlace;
      places.insert(document.word(span.end - 1).folded);
    }
    if (speaks(document, span)) type = EntityType::kPerson;
    if (!certain && (!type || span.after_title)) {
      if (const auto forced = forced_type(document, span)) type = forced;
    }
    if (!type && looks_like_person(document, span)) type = EntityType::kPerson;
    if (!type && span.known && span.known->source == Source::kCurated) type = span.known->type;
    if (!type) {
      if (span.end - span.first > 1) continue;
      unsure.push_back(span);
    }
    if (type == EntityType::kPerson && (span.end - span.first > 1 || span.after_title))
      surnames.insert(document.word(span.end - 1).folded);
    names.push_back({span.first, span.end, type.value_or(EntityType::kOther), span.known});
  }
  agree_on_types(document, names);
  std::size_t next_unsure = 0;
  std::vector<Name> kept;
  kept.reserve(names.size());
  for (Name& name : names) {
    const bool was_unsure = next_unsure < unsure.size() && unsure[next_unsure].first == name.first;
    if (was_unsure) ++next_unsure;
    const std::string_view only_word =
        name.end - name.first == 1 ? document.word(name.first).folded : std::string_view();
    const bool surname = surnames.count(only_word) != 0;
    const bool fixed = name.known && (name.known->demonym || name.known->source <= Source::kDemonym);
    if (surname && !fixed) name.type = EntityType::kPerson;
    if (!was_unsure || surname || places.count(only_word) != 0) kept.push_back(name);
  }
  return kept;
}

}  // namespace dateline::annotate

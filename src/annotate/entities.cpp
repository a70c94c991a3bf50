#include "annotate/entities.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "annotate/place_choice.h"
#include "annotate/roles.h"
#include "annotate/state_bodies.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

constexpr std::size_t kMaxAlike = 8;        // People of one last name that are compared.
constexpr std::size_t kMaxNamesBack = 200;  // That are looked through for the one of two people who was named last.

bool is_initial(std::string_view text) {
  return text.size() <= 2 && (text.size() < 2 || text[1] == '.');
}
bool is_junior(std::string_view folded) {
  return folded == "jr." || folded == "sr." || folded == "jr" || folded == "sr" || folded == "iii";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string key;
  for (const std::string& part : parts) key += (key.empty() ? "" : "-") + part;
  return key;
}

bool is_suffix(const std::vector<std::string>& last, const std::vector<std::string>& whole) {
  return last.size() < whole.size() && std::equal(last.rbegin(), last.rend(), whole.rbegin());
}

/// The people of an article that are named with more than one word, and which of those names are one person's.
class FullNames {
 public:
  /// `parts` of two or more.
  void add(const std::string& key, const std::vector<std::string>& parts) {
    std::vector<Full>& alike = by_last_[parts.back()];
    const bool known = std::any_of(alike.begin(), alike.end(), [&](const Full& full) { return full.key == key; });
    if (!known && alike.size() < kMaxAlike) alike.push_back({key, parts});
  }

  /// The key of the person: "Peña Nieto" is the one "Enrique Peña Nieto", "J. Carter" the one "John Carter", and
  /// "Barack Hussein Obama" is "Barack Obama" where he is also called so.
  std::string person(const std::string& key, const std::vector<std::string>& parts) const {
    const auto alike = by_last_.find(parts.back());
    if (alike == by_last_.end()) return key;
    const Full* found = nullptr;
    for (const Full& full : alike->second) {
      if (full.key == key || !is_fuller(parts, full.parts)) continue;
      if (found != nullptr) return key;  // Two that it could be.
      found = &full;
    }
    return found == nullptr ? key : found->key;
  }

 private:
  struct Full {
    std::string key;
    std::vector<std::string> parts;
  };
  // True when `full` is how keys name the person of `parts`.
  static bool is_fuller(const std::vector<std::string>& parts, const std::vector<std::string>& full) {
    if (is_suffix(parts, full)) return true;
    const bool initial = parts.front().size() == 1 && full.front().size() > 1 && parts.size() == full.size();
    if (initial) return parts.front()[0] == full.front()[0];
    return full.size() == 2 && parts.size() > 2 && parts.front() == full.front();
  }

  std::unordered_map<std::string, std::vector<Full>> by_last_;
};

class Builder {
 public:
  Builder(const Document& document, const std::vector<Name>& names, const EntityTables& tables, news::Article& article)
      : document_(document),
        names_(names),
        tables_(tables),
        article_(article),
        places_(choose_places(document, names, tables.places)),
        bodies_(document, names, places_, tables.gazetteer),
        entity_of_(names.size(), kNone),
        parts_(names.size()) {}

  void run() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].type != EntityType::kPerson) continue;
      parts_[i] = person_parts(person_words(names_[i]), tables_.variants);
      if (is_full_name(i)) full_names_.add("per:" + joined(parts_[i]), parts_[i]);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (is_full_name(i)) add_full_name(i);
      if (names_[i].type != EntityType::kPerson && !is_short_form(i)) add_other(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (entity_of_[i] != kNone) continue;
      if (names_[i].type == EntityType::kPerson) {
        add_short_name(i);
      } else {
        add_short_form(i);
      }
    }
    order_by_first_mention();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Span span = document_.span_of(names_[i].first, names_[i].end);
      article_.mentions.push_back({span, entity_of_[i]});
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::string_view text_of(const Name& name) const { return document_.text_of(name.first, name.end); }
  std::vector<std::string_view> person_words(const Name& name) const;
  bool is_full_name(std::size_t index) const {
    return parts_[index].size() > 1 && !document_.word(names_[index].first).is(kParticle);
  }
  // An acronym or the first word of an organisation's name: may be one that is named in full elsewhere.
  bool is_short_form(std::size_t index) const {
    const Name& name = names_[index];
    if (name.end - name.first != 1 || name.known || name.type == EntityType::kPerson) return false;
    return name.type == EntityType::kOrganisation || document_.word(name.first).all_caps;
  }
  std::size_t entity(std::string key, EntityType type, std::string_view name);
  void add_full_name(std::size_t index);
  void add_short_name(std::size_t index);
  std::size_t of_several(std::size_t index, const std::string& part) const;
  void add_other(std::size_t index);
  void add_short_form(std::size_t index);
  std::string other_key(std::size_t index) const;
  void remember_short_forms(const Name& name, std::size_t entity);
  void order_by_first_mention();

  const Document& document_;
  const std::vector<Name>& names_;
  const EntityTables& tables_;
  news::Article& article_;
  std::vector<std::optional<KnownPlace>> places_;
  StateBodies bodies_;
  std::vector<std::size_t> entity_of_;
  std::vector<std::vector<std::string>> parts_;  // Of people's names.
  FullNames full_names_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_map<std::string, std::size_t> by_last_;      // Last part of a person's name; kNone for several.
  std::unordered_map<std::string, std::size_t> by_first_;     // The same for first parts.
  std::unordered_map<std::string, std::size_t> short_forms_;  // "imf"; kNone for several.
};

// The folded words that identify: no initials after the first word, no "Jr.".
std::vector<std::string_view> Builder::person_words(const Name& name) const {
  std::vector<std::string_view> words;
  for (std::size_t i = name.first; i < name.end; ++i) {
    const Word& word = document_.word(i);
    if (!word.is_word() || is_junior(word.folded)) continue;
    if (i > name.first && i + 1 < name.end && is_initial(word.folded)) continue;
    words.push_back(word.folded);
  }
  return words;
}

std::size_t Builder::entity(std::string key, EntityType type, std::string_view name) {
  const auto [at, added] = by_key_.try_emplace(std::move(key), article_.entities.size());
  if (added) {
    article_.entities.push_back({at->first, type, std::string(name), {}, {}, {}});
  } else if (name.size() > article_.entities[at->second].name.size()) {
    article_.entities[at->second].name = std::string(name);
  }
  return at->second;
}

void Builder::add_full_name(std::size_t index) {
  const std::vector<std::string>& parts = parts_[index];
  const std::string key = full_names_.person("per:" + joined(parts), parts);
  const std::size_t found = entity(key, EntityType::kPerson, text_of(names_[index]));
  entity_of_[index] = found;
  const auto remember = [found](auto& map, const std::string& part) {
    const auto [at, added] = map.try_emplace(part, found);
    if (!added && at->second != found) at->second = kNone;
  };
  remember(by_last_, parts.back());
  remember(by_first_, parts.front());
}

// Two of that name: the one named in full last before this place, if any.
std::size_t Builder::of_several(std::size_t index, const std::string& part) const {
  for (std::size_t i = index; i-- > 0 && index - i <= kMaxNamesBack;) {
    if (parts_[i].empty() || entity_of_[i] == kNone) continue;
    if (parts_[i].back() == part || parts_[i].front() == part) return entity_of_[i];
  }
  return kNone;
}

void Builder::add_short_name(std::size_t index) {
  const std::string_view text = text_of(names_[index]);
  const std::vector<std::string>& parts = parts_[index];
  const std::string part = parts.empty() ? slug(text) : parts.back();
  for (const auto* map : {&by_last_, &by_first_}) {
    const auto found = map->find(part);
    if (found == map->end()) continue;
    const std::size_t person = found->second != kNone ? found->second : of_several(index, part);
    if (person == kNone) continue;
    entity_of_[index] = person;
    return;
  }
  // "Halvard said" of Halvard Shipping, where no list has the word as anybody's name.
  const auto house = parts.size() == 1 ? short_forms_.find(part) : short_forms_.end();
  if (house != short_forms_.end() && house->second != kNone && !tables_.gazetteer.person(part).known()) {
    entity_of_[index] = house->second;
    return;
  }
  // More than a part where a particle opens the name: "van der Berg".
  std::string key = parts.empty() ? part : joined(parts);
  if (const std::string_view full = tables_.variants.alone(key); !full.empty()) key = slug(full);
  entity_of_[index] = entity("per:" + key, EntityType::kPerson, text);
}

std::string Builder::other_key(std::size_t index) const {
  const Name& name = names_[index];
  if (name.type == EntityType::kOrganisation) {
    const std::string plain = plain_organisation(document_, name, tables_.gazetteer);
    return "org:" + bodies_.slug(index, plain);
  }
  const std::string prefix = name.type == EntityType::kPlace ? "loc:" : "misc:";
  if (places_[index]) return prefix + std::string(places_[index]->key);
  if (name.known && !name.known->key.empty() && name.known->type == name.type) {
    const std::string of = name.known->demonym ? place_of_people(*name.known, tables_.gazetteer) : std::string();
    return prefix + (of.empty() ? std::string(name.known->key) : of);
  }
  std::vector<std::string_view> words;
  for (std::size_t i = name.first; i < name.end; ++i) words.push_back(document_.word(i).folded);
  const std::string key = common_slug(words);
  return prefix + (key.empty() ? slug(text_of(name)) : key);
}

// The initials of "European Central Bank", the first word of "Halvard Shipping", and what stands in brackets behind a
// name.
void Builder::remember_short_forms(const Name& name, std::size_t entity) {
  const auto remember = [&](std::string form) {
    const auto [at, added] = short_forms_.try_emplace(std::move(form), entity);
    if (!added && at->second != entity) at->second = kNone;
  };
  std::string initials;
  for (std::size_t i = name.first; i < name.end; ++i) {
    const Word& word = document_.word(i);
    if (word.capitalised && !word.all_caps) initials.push_back(word.folded.front());
  }
  if (initials.size() >= 3) remember(initials);
  const Word& first = document_.word(name.first);
  const bool tail = document_.word(name.end - 1).is(kOrgTail);
  const auto elsewhere = tables_.gazetteer.probe(first.folded).name;
  if (tail && !first.is(kCommonWord | kStopWord) && !elsewhere) remember(std::string(first.folded));
  const Sentence& sentence = document_.sentences()[first.sentence];
  if (name.end + 2 < sentence.end_word && document_.word(name.end).folded == "(" &&
      document_.word(name.end + 1).all_caps && document_.word(name.end + 2).folded == ")") {
    short_forms_[base::replace_all(document_.word(name.end + 1).folded, ".", "")] = entity;
  }
}

void Builder::add_other(std::size_t index) {
  const Name& name = names_[index];
  const std::size_t found = entity(other_key(index), name.type, text_of(name));
  entity_of_[index] = found;
  news::Entity& known = article_.entities[found];
  if (places_[index] && !known.location) {
    const KnownPlace& place = *places_[index];
    known.location = {place.latitude_degrees, place.longitude_degrees, std::string(place.country)};
  }
  if (name.type == EntityType::kOther && name.known && name.known->demonym && known.of.empty()) {
    const std::string place = place_of_people(*name.known, tables_.gazetteer);
    if (!place.empty()) known.of = "loc:" + place;
  }
  if (name.type == EntityType::kOrganisation && name.end - name.first > 1) remember_short_forms(name, found);
}

void Builder::add_short_form(std::size_t index) {
  const auto found = short_forms_.find(base::replace_all(document_.word(names_[index].first).folded, ".", ""));
  if (found == short_forms_.end() || found->second == kNone) return add_other(index);
  entity_of_[index] = found->second;
}

void Builder::order_by_first_mention() {
  std::vector<std::size_t> place(article_.entities.size(), kNone);
  std::vector<news::Entity> ordered;
  for (std::size_t& entity : entity_of_) {
    if (place[entity] == kNone) {
      place[entity] = ordered.size();
      ordered.push_back(std::move(article_.entities[entity]));
    }
    entity = place[entity];
  }
  article_.entities = std::move(ordered);
}

}  // namespace

void build_entities(const Document& document, const std::vector<Name>& names, const EntityTables& tables,
                    news::Article& article) {
  article.entities.clear();
  article.mentions.clear();
  Builder(document, names, tables, article).run();
  assign_roles(document, names, article);
}

}  // namespace dateline::annotate

#include "annotate/state_bodies.h"

#include <algorithm>
#include <array>

#include "annotate/name_keys.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

constexpr std::array<std::string_view, 24> kBodies = {"air-force",
                                                      "armed-forces",
                                                      "army",
                                                      "central-bank",
                                                      "coast-guard",
                                                      "communist-party",
                                                      "conservative-party",
                                                      "constitutional-court",
                                                      "democratic-party",
                                                      "federal-assembly",
                                                      "foreign-office",
                                                      "green-party",
                                                      "high-court",
                                                      "house-of-representatives",
                                                      "labor-party",
                                                      "liberal-party",
                                                      "national-assembly",
                                                      "navy",
                                                      "parliament",
                                                      "republican-party",
                                                      "senate",
                                                      "socialist-party",
                                                      "supreme-court",
                                                      "treasury"};

constexpr std::size_t kMaxCountryWords = 6;  // "of the United Arab Emirates", "of" included.

bool is_state_body(std::string_view slug) {
  return slug.starts_with("ministry-of-") || std::find(kBodies.begin(), kBodies.end(), slug) != kBodies.end();
}

std::string words_slug(const Document& document, std::size_t first, std::size_t end) {
  std::vector<std::string_view> words;
  for (std::size_t i = first; i < end; ++i) words.push_back(document.word(i).folded);
  return organisation_slug(words);
}

// The key of the country that words [first, end) name, or whose people; empty when they name none.
std::string country_named(const Document& document, std::size_t first, std::size_t end, const Gazetteer& gazetteer) {
  std::string phrase;
  for (std::size_t i = first; i < end; ++i) {
    if (!phrase.empty()) phrase += ' ';
    phrase += document.word(i).folded;
  }
  const auto found = gazetteer.probe(phrase).name;
  if (!found) return {};
  if (found->demonym) return place_of_people(*found, gazetteer);
  const bool country = found->type == EntityType::kPlace && found->source <= Source::kCountry;
  return country ? std::string(found->key) : std::string();
}

/// A name without the country or people that is said inside it.
struct BareBody {
  std::size_t first;
  std::size_t end;
  std::string country;
};

// "Russian Defence Ministry", "Ministry of Defence of the United States": of a state's body the country is taken off.
BareBody bare_body(const Document& document, const Name& name, const Gazetteer& gazetteer) {
  BareBody body{name.first, name.end, {}};
  if (name.end - name.first < 2) return body;
  if (is_state_body(words_slug(document, name.first + 1, name.end))) {
    body.country = country_named(document, name.first, name.first + 1, gazetteer);
    if (!body.country.empty()) ++body.first;
    return body;
  }
  for (std::size_t of = name.end - 1; of-- > name.first + 1 && name.end - of <= kMaxCountryWords;) {
    if (document.word(of).folded != "of") continue;
    const std::size_t first = document.word(of + 1).folded == "the" ? of + 2 : of + 1;
    if (first < name.end) body.country = country_named(document, first, name.end, gazetteer);
    if (!body.country.empty() && is_state_body(words_slug(document, name.first, of))) body.end = of;
    break;
  }
  if (body.end == name.end) body.country.clear();
  return body;
}

}  // namespace

std::string plain_organisation(const Document& document, const Name& name, const Gazetteer& gazetteer) {
  if (name.known && !name.known->key.empty() && name.known->type == EntityType::kOrganisation) {
    return std::string(name.known->key);
  }
  const BareBody body = bare_body(document, name, gazetteer);
  const std::string plain = words_slug(document, body.first, body.end);
  return plain.empty() ? slug(document.text_of(name.first, name.end)) : plain;
}

StateBodies::StateBodies(const Document& document, const std::vector<Name>& names,
                         const std::vector<std::optional<KnownPlace>>& places, const Gazetteer& gazetteer)
    : document_(document), names_(names), places_(places), gazetteer_(gazetteer) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (names_[i].type != EntityType::kOrganisation) continue;
    const std::string body = plain_organisation(document, names_[i], gazetteer);
    if (!is_state_body(body)) continue;
    const std::string whose = country(i);
    if (whose.empty()) continue;
    const auto [at, added] = countries_.try_emplace(body, whose);
    if (!added && at->second != whose) at->second.clear();
  }
}

// The key of the country whose body it is, from the words in it and around it; empty when they do not tell.
std::string StateBodies::country(std::size_t index) const {
  const Name& name = names_[index];
  const auto place_key = [&](std::size_t other) {
    const bool state = places_[other] && places_[other]->kind == KnownPlace::Kind::kCountry;
    return state ? std::string(places_[other]->key) : std::string();
  };
  if (std::string inside = bare_body(document_, name, gazetteer_).country; !inside.empty()) return inside;
  const std::size_t sentence = document_.word(name.first).sentence;
  if (index > 0 && document_.word(names_[index - 1].first).sentence == sentence) {
    const Name& before = names_[index - 1];
    if (before.end == name.first && before.known && before.known->demonym) {
      return place_of_people(*before.known, gazetteer_);
    }
    const bool possessive = before.end + 1 == name.first &&
                            (document_.word(before.end).folded == "'s" || document_.word(before.end).folded == "'");
    if (possessive) return place_key(index - 1);
  }
  if (index + 1 < names_.size() && names_[index + 1].first == name.end + 1 && document_.word(name.end).folded == "of") {
    return place_key(index + 1);
  }
  return {};
}

std::string StateBodies::slug(std::size_t index, std::string_view plain) const {
  if (!is_state_body(plain)) return std::string(plain);
  std::string whose = country(index);
  if (whose.empty()) {
    const auto found = countries_.find(std::string(plain));
    if (found != countries_.end()) whose = found->second;
  }
  // Names that known-names.txt has are America's where nothing else is said.
  const bool plainly = whose.empty() || (whose == "united-states" && names_[index].known);
  return plainly ? std::string(plain) : std::string(plain) + '-' + whose;
}

}  // namespace dateline::annotate

#include "annotate/gazetteer.h"

#include <algorithm>

#include "base/strings.h"
#include "text/words.h"

namespace dateline::annotate {
namespace {

using news::EntityType;

EntityType type_named(std::string_view word) {
  if (word == "LOC") return EntityType::kPlace;
  if (word == "ORG") return EntityType::kOrganisation;
  return EntityType::kOther;
}

// Short names in capitals are also everyday words or parts of words ("us", "who", "is", "la").
bool is_short_acronym(std::string_view spelling) {
  std::size_t letters = 0;
  for (const char c : spelling) {
    if (base::is_ascii_lower(c) || c == ' ') return false;
    letters += base::is_ascii_upper(c) ? 1 : 0;
  }
  return letters >= 2 && letters <= 5;
}

KnownName from_country(std::string_view payload) {
  KnownName name;
  const char kind = payload.empty() ? 'C' : payload.front();
  const std::string_view key = payload.size() > 2 ? payload.substr(2) : std::string_view();
  name.type = kind == 'D' ? EntityType::kOther : EntityType::kPlace;
  name.demonym = kind == 'D';
  name.source = kind == 'D' ? Source::kDemonym : kind == 'P' ? Source::kCapital : Source::kCountry;
  if (kind != 'P') name.key = key;
  return name;
}

KnownName from_city(std::string_view payload) {
  KnownName name;
  name.type = EntityType::kPlace;
  name.source = !payload.empty() && payload.front() == 'A' ? Source::kDivision : Source::kCity;
  if (payload.size() > 1 && base::is_ascii_digit(payload[1])) name.digits = static_cast<std::uint8_t>(payload[1] - '0');
  name.common_word = !payload.empty() && payload.back() == 'w';
  return name;
}

KnownName an_organisation() {
  KnownName name;
  name.type = EntityType::kOrganisation;
  name.source = Source::kOrganisation;
  return name;
}

}  // namespace

std::string slug(std::string_view name) {
  std::string out;
  for (const char c : text::fold(name)) {
    const bool keep = base::is_ascii_lower(c) || base::is_ascii_digit(c) || static_cast<signed char>(c) < 0;
    if (keep) {
      out.push_back(c);
    } else if (c != '.' && c != '\'' && !out.empty() && out.back() != '-') {
      out.push_back('-');
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string place_of_people(const KnownName& people, const Gazetteer& gazetteer) {
  const auto place = gazetteer.probe(base::replace_all(people.key, "-", " ")).name;
  const bool known = place && place->type == EntityType::kPlace;
  return known ? std::string(place->key.empty() ? people.key : place->key) : std::string();
}

Gazetteer::Gazetteer(const Tables& tables)
    : people_(tables.people),
      countries_(tables.countries),
      cities_(tables.cities),
      organisations_(tables.organisations) {
  read_known_names(tables.known_names);
}

void Gazetteer::read_known_names(std::string_view text) {
  const std::vector<std::string_view> lines = base::split(text, '\n');
  slugs_.reserve(lines.size());
  for (const std::string_view line : lines) {
    const std::size_t colon = line.find(':');
    if (line.empty() || line.front() == '#' || colon == std::string_view::npos) continue;
    const std::string_view kind = base::trim(line.substr(0, colon));
    const std::string_view rest = line.substr(colon + 1);
    const std::size_t equals = rest.find('=');
    const std::string_view first = base::trim(rest.substr(0, equals));
    if (first.empty()) continue;
    slugs_.push_back(slug(first));
    KnownName name;
    name.type = type_named(kind);
    name.key = slugs_.back();
    name.name = first;
    name.demonym = kind == "DEM";
    if (!name.demonym) add_spelling(first, name);
    if (equals == std::string_view::npos) continue;
    for (const std::string_view spelling : base::split(rest.substr(equals + 1), ',')) {
      if (!base::trim(spelling).empty()) add_spelling(base::trim(spelling), name);
    }
  }
  std::stable_sort(curated_.begin(), curated_.end(), [](const Curated& a, const Curated& b) {
    if (a.phrase != b.phrase) return a.phrase < b.phrase;
    return a.name.needs_caps < b.name.needs_caps;  // "NATO, Nato": any capitals will do.
  });
}

void Gazetteer::add_spelling(std::string_view spelling, KnownName name) {
  name.needs_caps = is_short_acronym(spelling);
  curated_.push_back({text::fold(spelling), name});
}

PersonName Gazetteer::person(std::string_view folded) const {
  PersonName result;
  const auto flags = people_.find(folded);
  if (!flags) return result;
  for (const char flag : *flags) {
    result.male = result.male || flag == 'm';
    result.female = result.female || flag == 'f';
    result.rare_first = result.rare_first || flag == 'g';
    result.surname = result.surname || flag == 's' || flag == 'S';
    result.frequent_surname = result.frequent_surname || flag == 'S';
    result.any = result.any || flag == 'p';
    result.common_word = result.common_word || flag == 'w';
  }
  result.first = result.male || result.female;
  return result;
}

Gazetteer::Probe Gazetteer::probe_curated(std::string_view phrase) const {
  Probe result;
  auto at = std::lower_bound(curated_.begin(), curated_.end(), phrase,
                             [](const Curated& a, std::string_view key) { return a.phrase < key; });
  if (at != curated_.end() && at->phrase == phrase) result.name = at->name;
  while (at != curated_.end() && at->phrase == phrase) ++at;
  result.goes_on = at != curated_.end() && at->phrase.size() > phrase.size() &&
                   at->phrase.compare(0, phrase.size(), phrase) == 0 && at->phrase[phrase.size()] == ' ';
  return result;
}

Gazetteer::Probe Gazetteer::probe(std::string_view phrase) const {
  Probe result = probe_curated(phrase);
  const SortedTable::Probe country = countries_.probe(phrase);
  const SortedTable::Probe organisation = organisations_.probe(phrase);
  const SortedTable::Probe city = cities_.probe(phrase);
  result.goes_on = result.goes_on || country.goes_on || organisation.goes_on || city.goes_on;
  if (result.name) return result;
  if (country.payload) {
    result.name = from_country(*country.payload);
  } else if (organisation.payload) {
    result.name = an_organisation();
  } else if (city.payload) {
    result.name = from_city(*city.payload);
  }
  return result;
}

}  // namespace dateline::annotate

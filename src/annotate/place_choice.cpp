#include "annotate/place_choice.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

using Kind = KnownPlace::Kind;
using news::EntityType;

// In the hundredths of KnownPlace::prominence. Chosen so that a named division turns Birmingham to Alabama, but not
// Paris to Texas, and that America's part in the news does not make Georgia a state.
constexpr int kSureLead = 150;  // Ahead of the next by so much, a place speaks for others.
constexpr int kItsDivisionNamed = 150;
constexpr int kTownInsideNamed = 100;  // For a division or country.
constexpr int kSameDivisionNamed = 70;
constexpr int kItsCountryNamed = 60;
constexpr int kCountryOfDivisionNamed = 30;
constexpr int kSiblingNamed = 50;
constexpr int kNeighbourNamed = 40;
constexpr double kNeighbourKm = 1500;
constexpr int kMostOfAKind = 2;            // Counted at most.
constexpr int kKnownAlone = 480;           // Less prominent places need somebody to speak for them.
constexpr std::size_t kMaxWitnesses = 48;  // Distinct places that are asked.
constexpr std::size_t kMaxNames = 20000;   // Names of an article that are looked at.
constexpr std::size_t kMaxWordsBetween = 3;

constexpr std::array<std::string_view, 10> kTownWords = {"town",    "city", "village", "suburb", "capital",
                                                         "borough", "port", "hamlet",  "resort", "community"};

// True for two places of one country that have divisions.
bool have_divisions(const KnownPlace& place, const KnownPlace& other) {
  return place.country == other.country && !place.division.empty() && !other.division.empty();
}

class Chooser {
 public:
  Chooser(const Document& document, const std::vector<Name>& names, const PlaceTables& tables)
      : document_(document), names_(names), tables_(tables), group_of_(names.size(), kNone), chosen_(names.size()) {}

  std::vector<std::optional<KnownPlace>> run() {
    for (std::size_t i = 0; i < std::min(names_.size(), kMaxNames); ++i) group_of_[i] = group_for(names_[i]);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (is_place(i)) find_told(i);
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) add_witness(i);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!is_place(i)) continue;
      Group& group = groups_[group_of_[i]];
      if (chosen_[i]) {
        group.told = chosen_[i];
      } else if (group.told) {
        chosen_[i] = group.told;
      } else {
        chosen_[i] = weighed(group_of_[i]);
      }
    }
    return std::move(chosen_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // All mentions of one written name.
  struct Group {
    std::vector<KnownPlace> places;
    std::optional<KnownPlace> told;  // By the words beside a mention: the first, then the latest one.
    bool people = false;             // "Japanese": speaks for Japan, and is no place itself.
    bool weighed = false;
    std::optional<KnownPlace> choice;
  };
  struct Witness {
    std::size_t group;
    KnownPlace place;
  };

  const Word& word(std::size_t index) const { return document_.word(index); }
  bool is_place(std::size_t name) const {
    return group_of_[name] != kNone && !groups_[group_of_[name]].people && !groups_[group_of_[name]].places.empty();
  }
  std::size_t group_for(const Name& name);
  void find_told(std::size_t name);
  void set_told(std::size_t name, const KnownPlace& place);
  bool tell(std::size_t name, std::size_t whole);
  bool stands_behind(std::size_t name) const;
  bool stands_before(std::size_t name) const;
  std::optional<Kind> told_kind(std::size_t name) const;
  void add_witness(std::size_t group);
  int evidence(std::size_t group, const KnownPlace& place) const;
  std::optional<KnownPlace> weighed(std::size_t group);

  const Document& document_;
  const std::vector<Name>& names_;
  const PlaceTables& tables_;
  std::vector<Group> groups_;
  std::unordered_map<std::string, std::size_t> group_by_name_;
  std::vector<std::size_t> group_of_;
  std::vector<std::optional<KnownPlace>> chosen_;
  std::vector<Witness> witnesses_;
};

std::size_t Chooser::group_for(const Name& name) {
  const bool people = name.known && name.known->demonym;
  if (name.type != EntityType::kPlace && !people) return kNone;
  const std::string written = people ? std::string(name.known->key) : slug(document_.text_of(name.first, name.end));
  const auto [at, added] = group_by_name_.try_emplace((people ? "~" : "") + written, groups_.size());
  if (!added) return at->second;
  Group group;
  group.people = people;
  group.places = tables_.named(written);
  // "Ala." is Alabama for those who know, whatever village has that name.
  const std::string_view known = name.known ? name.known->key : std::string_view();
  const bool listed = std::any_of(group.places.begin(), group.places.end(),
                                  [&](const KnownPlace& place) { return place.key == known; });
  if (!known.empty() && !listed) {
    if (std::vector<KnownPlace> places = tables_.named(known); !places.empty()) group.places = std::move(places);
  }
  groups_.push_back(std::move(group));
  return at->second;
}

// "Paris, Texas", "Cambridge (Massachusetts)", "Birmingham in England": the words between a name and the next one.
bool Chooser::stands_behind(std::size_t name) const {
  const std::size_t at = names_[name].end;
  const Name& next = names_[name + 1];
  if (next.first != at + 1 || word(at).sentence != word(next.end - 1).sentence) return false;
  const std::string_view between = word(at).folded;
  if (between == "(" || between == "in") return true;
  // "Vienna, Georgia and Russia" is a list.
  const bool last = next.end >= document_.words().size();
  return between == "," && (last || (word(next.end).folded != "and" && word(next.end).folded != "or"));
}

// "the Texas town of Paris"
bool Chooser::stands_before(std::size_t name) const {
  const Name& before = names_[name - 1];
  const std::size_t first = names_[name].first;
  if (first < before.end + 2 || first > before.end + kMaxWordsBetween || word(first - 1).folded != "of") return false;
  return std::find(kTownWords.begin(), kTownWords.end(), word(first - 2).folded) != kTownWords.end();
}

void Chooser::set_told(std::size_t name, const KnownPlace& place) {
  chosen_[name] = place;
  Group& group = groups_[group_of_[name]];
  if (!group.told) group.told = place;
}

bool Chooser::tell(std::size_t name, std::size_t whole) {
  for (const KnownPlace& place : groups_[group_of_[name]].places) {
    for (const KnownPlace& around : groups_[group_of_[whole]].places) {
      if (!around.contains(place)) continue;
      set_told(name, place);
      if (!groups_[group_of_[whole]].people) set_told(whole, around);
      return true;
    }
  }
  return false;
}

// "Washington state", "the state of Georgia"
std::optional<Kind> Chooser::told_kind(std::size_t name) const {
  const auto is_division = [](std::string_view folded) {
    return folded == "state" || folded == "province" || folded == "region";
  };
  const std::size_t end = names_[name].end;
  if (end < document_.words().size() && !word(end).capitalised && is_division(word(end).folded)) return Kind::kDivision;
  const std::size_t first = names_[name].first;
  if (first >= 2 && word(first - 1).folded == "of") {
    if (is_division(word(first - 2).folded)) return Kind::kDivision;
    if (word(first - 2).folded == "republic") return Kind::kCountry;
  }
  return std::nullopt;
}

void Chooser::find_told(std::size_t name) {
  if (chosen_[name]) return;
  if (name + 1 < names_.size() && group_of_[name + 1] != kNone && is_place(name + 1) && stands_behind(name) &&
      tell(name, name + 1)) {
    return;
  }
  if (name > 0 && group_of_[name - 1] != kNone && stands_before(name) && tell(name, name - 1)) return;
  const std::optional<Kind> kind = told_kind(name);
  if (!kind) return;
  for (const KnownPlace& place : groups_[group_of_[name]].places) {
    if (place.kind == *kind) return set_told(name, place);
  }
}

void Chooser::add_witness(std::size_t index) {
  if (witnesses_.size() >= kMaxWitnesses) return;
  const std::vector<KnownPlace>& places = groups_[index].places;
  if (places.empty()) return;
  const KnownPlace* sure = nullptr;
  if (places.size() == 1 || places[0].prominence >= places[1].prominence + kSureLead) sure = &places[0];
  if (groups_[index].told) sure = &*groups_[index].told;
  if (sure != nullptr && sure->prominence >= kKnownAlone) witnesses_.push_back({index, *sure});
}

// How much the other places that the article names speak for `place`.
int Chooser::evidence(std::size_t group, const KnownPlace& place) const {
  int same_division = 0;
  int siblings = 0;
  int neighbours = 0;
  int inside = 0;
  int around = 0;
  for (const Witness& witness : witnesses_) {
    if (witness.group == group || witness.place.key == place.key) continue;
    const KnownPlace& other = witness.place;
    if (other.contains(place)) {
      const int country = place.kind == Kind::kTown ? kItsCountryNamed : kCountryOfDivisionNamed;
      around = std::max(around, other.kind == Kind::kDivision ? kItsDivisionNamed : country);
    } else if (place.contains(other)) {
      ++inside;
    } else if (have_divisions(place, other) && place.division == other.division) {
      ++same_division;
    } else if (have_divisions(place, other) && other.kind == Kind::kDivision) {
      ++siblings;
    } else if (place.kind == Kind::kCountry && distance_km(place, other) < kNeighbourKm) {
      ++neighbours;
    }
  }
  return around + (inside > 0 ? kTownInsideNamed : 0) + std::min(same_division, kMostOfAKind) * kSameDivisionNamed +
         std::min(siblings, kMostOfAKind) * kSiblingNamed + std::min(neighbours, kMostOfAKind) * kNeighbourNamed;
}

std::optional<KnownPlace> Chooser::weighed(std::size_t index) {
  Group& group = groups_[index];
  if (group.weighed) return group.choice;
  group.weighed = true;
  int best = 0;
  for (const KnownPlace& place : group.places) {
    const int spoken_for = evidence(index, place);
    if (place.prominence < kKnownAlone && spoken_for < kItsCountryNamed) continue;
    if (group.choice && place.prominence + spoken_for <= best) continue;
    best = place.prominence + spoken_for;
    group.choice = place;
  }
  return group.choice;
}

}  // namespace

std::vector<std::optional<KnownPlace>> choose_places(const Document& document, const std::vector<Name>& names,
                                                     const PlaceTables& tables) {
  return Chooser(document, names, tables).run();
}

}  // namespace dateline::annotate

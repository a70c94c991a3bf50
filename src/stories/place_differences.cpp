#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/embedded.h"
#include "base/strings.h"
#include "stories/differences.h"
#include "text/words.h"

DATELINE_EMBEDDED(wide_places, en_wide_places_txt)

namespace dateline::stories {
namespace {

constexpr std::size_t kReach = 6;        // content words on each side that tell what a place belongs to
constexpr std::size_t kCommonWords = 3;  // of these, names not counted, that two places must have in common
constexpr double kNearKilometres = 30;   // a suburb and its town, a village and the next one

struct PlaceSaid {
  const Statement* statement = nullptr;
  base::Span span;
  const news::Entity* entity = nullptr;
  std::string relation;  // the word before it: "in", "near"
  std::vector<TermKey> around;
};

// A country, a state or a continent: something lies inside it.
bool is_wide(const news::Entity& place) {
  static const auto kWide = [] {
    std::unordered_set<std::string> names;
    for (const std::string_view line : base::split(wide_places(), '\n')) {
      if (!line.empty() && !line.starts_with('#')) names.emplace(line);
    }
    return names;
  }();
  return kWide.contains(text::fold(place.name));
}

// Along a great circle (haversine formula, earth a ball of 6,371 km).
double kilometres(const news::Location& a, const news::Location& b) {
  const double radians = std::numbers::pi / 180;
  const double north = std::sin((a.latitude_degrees - b.latitude_degrees) * radians / 2);
  const double east = std::sin((a.longitude_degrees - b.longitude_degrees) * radians / 2);
  const double square =
      north * north + std::cos(a.latitude_degrees * radians) * std::cos(b.latitude_degrees * radians) * east * east;
  return 2 * 6371 * std::asin(std::sqrt(std::min(square, 1.0)));
}

// The word that ends right before `span`, folded.
std::string word_before(std::string_view text, const base::Span& span) {
  const std::string_view before = base::trim(text.substr(0, span.begin_bytes));
  return text::fold(before.substr(before.find_last_of(" \n\t(\"'") + 1));
}

bool tells_where(std::string_view relation) {
  return relation == "in" || relation == "at" || relation == "near" || relation == "outside" || relation == "off" ||
         relation == "bei" || relation == "nahe" || relation == "vor";
}

std::vector<PlaceSaid> places_of(const Comparison& comparison) {
  std::vector<PlaceSaid> places;
  for (const Statement* statement : comparison.statements) {
    const news::Article& article = *comparison.articles[statement->ref.article];
    const auto [first, last] = article.mentions_in(statement->span);
    for (std::size_t i = first; i < last; ++i) {
      const news::Mention& mention = article.mentions[i];
      const news::Entity& entity = article.entities[mention.entity];
      if (entity.type != news::EntityType::kPlace || !entity.location) continue;
      std::string relation =
          word_before(std::string_view(article.text).substr(0, mention.span.end_bytes), mention.span);
      if (!tells_where(relation)) continue;
      if (places.size() == kMostThings) return places;
      places.push_back({statement, mention.span, &entity, std::move(relation),
                        words_around(*statement, mention.span, kReach, Names::kWithout)});
    }
  }
  return places;
}

// A report that names the other place too knows what it says.
bool names(const news::Article& article, const news::Entity& place) {
  return std::any_of(article.entities.begin(), article.entities.end(),
                     [&](const news::Entity& entity) { return entity.key == place.key; });
}

bool contradict(const PlaceSaid& a, const PlaceSaid& b) {
  const news::Location& first = *a.entity->location;
  const news::Location& second = *b.entity->location;
  if (a.entity->key == b.entity->key) return false;
  if (is_wide(*a.entity) || is_wide(*b.entity))
    return !first.country.empty() && !second.country.empty() && first.country != second.country;
  return kilometres(first, second) >= kNearKilometres;
}

bool same_place_of_statement(const PlaceSaid& a, const PlaceSaid& b) {
  return a.relation == b.relation && common_keys(a.around, b.around) >= kCommonWords;
}

}  // namespace

void compare_places(const Comparison& comparison, std::vector<news::Difference>& out) {
  const std::vector<PlaceSaid> places = places_of(comparison);
  news::Difference difference;
  difference.kind = news::Difference::Kind::kPlace;
  difference.what = "where";
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const PlaceSaid& a = places[j];
      const PlaceSaid& b = places[i];
      const std::size_t first = a.statement->ref.article;
      const std::size_t second = b.statement->ref.article;
      if (comparison.voices[first] == comparison.voices[second] || !contradict(a, b)) continue;
      if (!same_place_of_statement(a, b)) continue;
      if (names(*comparison.articles[first], *b.entity) || names(*comparison.articles[second], *a.entity)) continue;
      add_side(difference, comparison, *a.statement, a.span);
      add_side(difference, comparison, *b.statement, b.span);
    }
  }
  if (difference.sides.size() >= 2) out.push_back(std::move(difference));
}

}  // namespace dateline::stories

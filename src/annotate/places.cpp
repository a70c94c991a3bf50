#include "annotate/places.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/strings.h"

namespace dateline::annotate {
namespace {

constexpr int kOtherNameLoss = 250;  // As in tools/data/annotate_places.py.
constexpr std::array<std::string_view, 7> kDivisionTails = {"-province", "-region",     "-state",      "-oblast",
                                                            "-district", "-prefecture", "-governorate"};

template <typename Number>
bool read(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

std::optional<KnownPlace> read_place(std::string_view key, std::optional<std::string_view> payload) {
  if (!payload) return std::nullopt;
  std::array<std::string_view, 6> cells;
  std::string_view rest = *payload;
  for (std::string_view& cell : cells) {
    const std::size_t tab = std::min(rest.find('\t'), rest.size());
    cell = rest.substr(0, tab);
    rest.remove_prefix(std::min(tab + 1, rest.size()));
  }
  KnownPlace place;
  place.key = key;
  place.kind = cells[0] == "C"   ? KnownPlace::Kind::kCountry
               : cells[0] == "A" ? KnownPlace::Kind::kDivision
               : cells[0] == "L" ? KnownPlace::Kind::kLandmark
                                 : KnownPlace::Kind::kTown;
  place.country = cells[1];
  place.division = cells[2];
  const bool numbers = read(cells[3], place.prominence) && read(cells[4], place.latitude_degrees) &&
                       read(cells[5], place.longitude_degrees);
  return numbers ? std::optional(place) : std::nullopt;
}

}  // namespace

bool KnownPlace::contains(const KnownPlace& other) const {
  if (country.empty() || country != other.country) return false;
  if (kind == Kind::kCountry) return other.kind != Kind::kCountry;
  return kind == Kind::kDivision && other.kind == Kind::kTown && division == other.division;
}

double distance_km(const KnownPlace& a, const KnownPlace& b) {
  constexpr double kRadian = 3.14159265358979323846 / 180;
  constexpr double kEarthRadiusKm = 6371;
  const double north = a.latitude_degrees * kRadian;
  const double other_north = b.latitude_degrees * kRadian;
  const double east = (b.longitude_degrees - a.longitude_degrees) * kRadian;
  const double cosine =
      std::sin(north) * std::sin(other_north) + std::cos(north) * std::cos(other_north) * std::cos(east);
  return kEarthRadiusKm * std::acos(std::clamp(cosine, -1.0, 1.0));
}

std::optional<KnownPlace> PlaceTables::find(std::string_view key) const {
  for (const SortedTable* table : {&countries_, &landmarks_, &places_}) {
    const auto row = table->find_row(key);
    if (row) return read_place(row->key, row->payload);
  }
  return std::nullopt;
}

std::vector<KnownPlace> PlaceTables::listed(std::string_view name_slug) const {
  std::vector<KnownPlace> found;
  for (const SortedTable* table : {&countries_, &landmarks_}) {
    const auto row = table->find_row(name_slug);
    const auto place = row ? read_place(row->key, row->payload) : std::nullopt;
    if (place) found.push_back(*place);
  }
  const auto keys = names_.find(name_slug);
  if (!keys) {
    const auto row = found.empty() ? places_.find_row(name_slug) : std::nullopt;
    const auto place = row ? read_place(row->key, row->payload) : std::nullopt;
    if (place) found.push_back(*place);
    return found;
  }
  for (std::string_view key : base::split(*keys, ' ')) {
    const bool other_name = key.starts_with('~');
    if (other_name) key.remove_prefix(1);
    auto place = find(key);
    if (!place) continue;
    if (other_name) place->prominence -= kOtherNameLoss;
    found.push_back(*place);
  }
  return found;
}

std::vector<KnownPlace> PlaceTables::named(std::string_view name_slug) const {
  std::vector<KnownPlace> found = listed(name_slug);
  if (!found.empty()) return found;
  for (const std::string_view tail : kDivisionTails) {
    if (!name_slug.ends_with(tail)) continue;
    found = listed(name_slug.substr(0, name_slug.size() - tail.size()));
    found.erase(std::remove_if(found.begin(), found.end(),
                               [](const KnownPlace& place) { return place.kind != KnownPlace::Kind::kDivision; }),
                found.end());
    break;
  }
  return found;
}

}  // namespace dateline::annotate

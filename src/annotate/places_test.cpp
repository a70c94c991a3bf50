// The tables of places; which place an article means is in tests/cases/annotate/places.txt.
#include "annotate/places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/resources.h"
#include "base/files.h"
#include "base/strings.h"

namespace dateline::annotate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = KnownPlace::Kind;

constexpr std::string_view kPlaces =
    "broken\tT\tXX\t1\tmany\t1\t2\nodesa\tT\tUA\t17\t948\t46.486\t30.744\nodessa-us-tx\tT\tUS\tTX\t600\t31.846\t-102."
    "368\n"
    "short\tT\tUS\ntexas\tA\tUS\tTX\t880\t31\t-97.5\n";
constexpr std::string_view kNames =
    "nowhere\tbroken gone short\nodesa\todesa ~odessa-us-tx\nodessa\todesa odessa-us-tx\n";
constexpr std::string_view kCountries = "ukraine\tC\tUA\t\t900\t49\t32\nunited-states\tC\tUS\t\t900\t38\t-97\n";

constexpr std::string_view kLandmarks = "black-sea\tL\t\t\t950\t43.4\t34.3\n";

PlaceTables small() {
  return PlaceTables({kPlaces, kNames, kCountries, kLandmarks});
}

std::vector<std::string> keys(const std::vector<KnownPlace>& places) {
  std::vector<std::string> out;
  for (const KnownPlace& place : places) out.emplace_back(place.key);
  return out;
}

TEST(PlaceTables, ANameAndItsPlaces) {
  EXPECT_THAT(keys(small().named("odessa")), ElementsAre("odesa", "odessa-us-tx"));
  EXPECT_THAT(keys(small().named("texas")), ElementsAre("texas"));
  EXPECT_THAT(keys(small().named("ukraine")), ElementsAre("ukraine"));
  EXPECT_THAT(keys(small().named("lilliput")), IsEmpty());
  EXPECT_THAT(keys(small().named("")), IsEmpty());
}

TEST(PlaceTables, ANameBesideItsOwnCountsForLess) {
  EXPECT_EQ(small().named("odesa")[1].prominence, 350);
  EXPECT_EQ(small().named("odessa")[1].prominence, 600);
}

TEST(PlaceTables, ADivisionMaySayWhatItIs) {
  EXPECT_THAT(keys(small().named("texas-state")), ElementsAre("texas"));
  EXPECT_THAT(keys(small().named("odessa-state")), IsEmpty()) << "a town is no state";
}

TEST(PlaceTables, BrokenRowsAreNoPlaces) {
  EXPECT_FALSE(small().find("broken").has_value());
  EXPECT_FALSE(small().find("short").has_value());
  EXPECT_THAT(keys(small().named("nowhere")), IsEmpty());
}

TEST(PlaceTables, WhatLiesInWhat) {
  const KnownPlace odessa = *small().find("odessa-us-tx");
  const KnownPlace texas = *small().find("texas");
  const KnownPlace states = *small().find("united-states");
  const KnownPlace ukraine = *small().find("ukraine");
  EXPECT_EQ(texas.kind, Kind::kDivision);
  EXPECT_TRUE(texas.contains(odessa) && states.contains(odessa) && states.contains(texas));
  const KnownPlace sea = *small().find("black-sea");
  EXPECT_FALSE(sea.contains(sea) || sea.contains(odessa));
  EXPECT_FALSE(ukraine.contains(odessa) || odessa.contains(texas) || texas.contains(states) || texas.contains(texas));
}

TEST(PlaceTables, Distances) {
  EXPECT_NEAR(distance_km(*small().find("odesa"), *small().find("ukraine")), 294, 5);
  EXPECT_EQ(distance_km(*small().find("odesa"), *small().find("odesa")), 0);
}

TEST(PlaceTables, EveryNameOfTheFilesLeadsToAPlaceOnEarth) {
  const PlaceTables tables = Annotator::Resources().places;
  const std::string folder = std::string(DATELINE_SOURCE_DIR) + "/data/";
  for (const char* file : {"place-names.tsv", "places.tsv", "country-places-odbl.tsv", "landmarks.tsv"}) {
    const auto text = base::read_file(folder + file, 4 << 20);
    ASSERT_TRUE(text.ok()) << file;
    std::size_t lines = 0;
    for (const std::string_view line : base::split(*text, '\n')) {
      if (line.empty() || lines++ % 5 != 0) continue;
      const std::vector<KnownPlace> places = tables.named(line.substr(0, line.find('\t')));
      ASSERT_FALSE(places.empty()) << line;
      for (const KnownPlace& place : places) {
        EXPECT_LE(std::abs(place.latitude_degrees), 90) << line;
        EXPECT_LE(std::abs(place.longitude_degrees), 180) << line;
        EXPECT_TRUE(place.country.size() == 2 || place.kind == Kind::kLandmark) << line;
      }
    }
    EXPECT_GT(lines, 80U) << file;
  }
}

}  // namespace
}  // namespace dateline::annotate

// annotate/places.h -- the places that the gazetteers know: which ones a name can mean, and where they lie.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "annotate/sorted_table.h"

namespace dateline::annotate {

/// A place of the gazetteers. Views are into the tables.
struct KnownPlace {
  enum class Kind { kCountry, kDivision, kTown, kLandmark };

  std::string_view key;  ///< "paris", "paris-us-tx": what follows "loc:".
  Kind kind = Kind::kTown;
  std::string_view country;   ///< ISO 3166-1 alpha-2; "XK" for Kosovo; empty for seas and the like.
  std::string_view division;  ///< GeoNames' code of the first-order division; empty for countries.
  int prominence =
      0;  ///< Hundredths of an order of magnitude, see tools/data/annotate_places.py; less for other names.
  double latitude_degrees = 0;
  double longitude_degrees = 0;

  /// True for a country or division that `other` lies in.
  bool contains(const KnownPlace& other) const;
};

/// Great-circle distance in kilometres, on a sphere.
double distance_km(const KnownPlace& a, const KnownPlace& b);

/// Ownership: borrows the tables. Threads: any.
class PlaceTables {
 public:
  struct Tables {
    std::string_view places;     ///< data/places.tsv
    std::string_view names;      ///< data/place-names.tsv
    std::string_view countries;  ///< data/country-places-odbl.tsv
    std::string_view landmarks;  ///< data/landmarks.tsv
  };
  explicit PlaceTables(const Tables& tables)
      : places_(tables.places), names_(tables.names), countries_(tables.countries), landmarks_(tables.landmarks) {}

  /// The place of that key. Rows that are not as the table's maker writes them are no places.
  std::optional<KnownPlace> find(std::string_view key) const;

  /// The places that a name can mean, the most prominent first; at most fourteen. `name_slug` is the slug() of the
  /// name. "Helmand Province" is the division that "Helmand" names.
  std::vector<KnownPlace> named(std::string_view name_slug) const;

 private:
  std::vector<KnownPlace> listed(std::string_view name_slug) const;

  SortedTable places_;
  SortedTable names_;
  SortedTable countries_;
  SortedTable landmarks_;
};

}  // namespace dateline::annotate

// annotate/state_bodies.h -- whose ministry: bodies that every state has, told apart by their country.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/names.h"
#include "annotate/places.h"

namespace dateline::annotate {

/// The ministries, parliaments, courts and parties of an article whose names many countries use. Borrows everything.
class StateBodies {
 public:
  /// `places` are those of choose_places().
  StateBodies(const Document& document, const std::vector<Name>& names,
              const std::vector<std::optional<KnownPlace>>& places, const Gazetteer& gazetteer);

  /// The slug of organisation `index`: "ministry-of-defense-russia" for "Russian Defence Ministry", "Russia's Ministry
  /// of Defence", "Ministry of Defence of Russia", and for a bare "Defence Ministry" when the article speaks of one
  /// country's only; else its `plain` one, as it is. `plain` is the known key or organisation_slug() of the name.
  std::string slug(std::size_t index, std::string_view plain) const;

 private:
  std::string country(std::size_t index) const;

  const Document& document_;
  const std::vector<Name>& names_;
  const std::vector<std::optional<KnownPlace>>& places_;
  const Gazetteer& gazetteer_;
  std::unordered_map<std::string, std::string> countries_;  // Of a body; empty for several.
};

/// How keys call organisation `name`, without regard to its country: the known key or organisation_slug(); the country
/// or people inside the name of a state's body is left out ("Russian Defence Ministry").
std::string plain_organisation(const Document& document, const Name& name, const Gazetteer& gazetteer);

}  // namespace dateline::annotate

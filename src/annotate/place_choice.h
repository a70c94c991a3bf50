// annotate/place_choice.h -- which of several places of one name an article means.
#pragma once

#include <optional>
#include <vector>

#include "annotate/document.h"
#include "annotate/names.h"
#include "annotate/places.h"

namespace dateline::annotate {

/// For each of `names` the place that it means; nothing for names that are no places, that no gazetteer has, and for
/// small places that nothing else in the article speaks for.
///
/// What is said beside the name decides: "Paris, Texas", "the Texas town of Paris", "Birmingham in England",
/// "Washington state". A bare name is the place that was told so before it. Else the countries, divisions and towns
/// that the article names weigh against how well known each place is.
std::vector<std::optional<KnownPlace>> choose_places(const Document& document, const std::vector<Name>& names,
                                                     const PlaceTables& tables);

}  // namespace dateline::annotate

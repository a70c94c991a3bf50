// annotate/entities.h -- names to entities: which mentions are one thing, its key, its fullest name, where places
// lie, people's roles.
#pragma once

#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/name_keys.h"
#include "annotate/names.h"
#include "annotate/places.h"
#include "news/article.h"

namespace dateline::annotate {

/// What is known about names. Borrowed for the call.
struct EntityTables {
  const Gazetteer& gazetteer;
  const PlaceTables& places;
  const NameVariants& variants;
};

/// Fills article.entities and article.mentions from `names` (mention i is names[i]).
///
/// Keys: "per:sergei-lavrov" (see person_parts()), "loc:united-states", "loc:paris" and, for a less known place of the
/// name, "loc:paris-us-tx" (see choose_places()), "org:european-union", "misc:japan" for the people of a place
/// ("Japanese"), whose Entity::of is that place's key, else "misc:" and the name. A last name alone is the person of
/// the article with that last name; an acronym is the organisation whose initials it has, or that it follows in
/// brackets.
void build_entities(const Document& document, const std::vector<Name>& names, const EntityTables& tables,
                    news::Article& article);

}  // namespace dateline::annotate

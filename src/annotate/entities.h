// annotate/entities.h -- names to entities: which mentions are one thing, its key, its fullest name, people's roles.
#pragma once

#include <vector>

#include "annotate/document.h"
#include "annotate/names.h"
#include "news/article.h"

namespace dateline::annotate {

/// Fills article.entities and article.mentions from `names` (mention i is names[i]).
///
/// Keys: "per:sergei-lavrov" (titles, middle initials and "Jr." left out), "loc:united-states", "org:european-union",
/// "misc:japan" for the people of a place ("Japanese"), else "misc:" and the name. A last name alone is the person of
/// the article with that last name; an acronym is the organisation whose initials it has, or that it follows in
/// brackets.
void build_entities(const Document& document, const std::vector<Name>& names, news::Article& article);

}  // namespace dateline::annotate

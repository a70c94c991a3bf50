// annotate/roles.h -- what a report calls people: "Russian Foreign Minister", "spokesman for the ministry".
#pragma once

#include <vector>

#include "annotate/document.h"
#include "annotate/names.h"
#include "news/article.h"

namespace dateline::annotate {

/// Sets Entity::role of the people of `article`, whose mentions are `names` in order. Roles are taken in the article's
/// words from before the name ("company president Jane Roe"), from behind it (", the company's chief executive,"), from
/// "counterpart" (the role of the person named before, with the counterpart's country) and from lists ("the defense
/// ministers of the two countries, A and B": with the country where the sentence has named exactly two, in that order).
void assign_roles(const Document& document, const std::vector<Name>& names, news::Article& article);

}  // namespace dateline::annotate

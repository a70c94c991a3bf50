// annotate/plain_names.h -- names in languages that the rules of names.h do not know.
#pragma once

#include <string_view>
#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/names.h"

namespace dateline::annotate {

/// Names by their capitals and by the lists of known names alone, in order, without overlaps; those that touch one of
/// `dates` are left out; `language` is the document's. A person is a stretch of capitalised words that opens with a
/// known first name, an initial or an honorific, and then each of the last names so found; a list's name has the list's
/// type; any other stretch is MISC. A sentence's first word counts when it is no name of a list only where it is also
/// written with a capital elsewhere inside a sentence. Where nouns have capitals (German) stretches that are neither
/// known nor a person's count only as acronyms ("CDU"). Scripts without capitals have no names but those written in
/// others.
std::vector<Name> find_plain_names(const Document& document, const Gazetteer& gazetteer, const std::vector<Span>& dates,
                                   std::string_view language);

}  // namespace dateline::annotate

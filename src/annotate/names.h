// annotate/names.h -- the names of one document: tagged, and made consistent within the document.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/name_model.h"
#include "news/article.h"

namespace dateline::annotate {

/// Words [first, end) that name something.
struct Name {
  std::size_t first = 0;
  std::size_t end = 0;
  news::EntityType type = news::EntityType::kOther;
  std::optional<KnownName> known;  ///< The whole name in the gazetteers.
};

/// The names of `document`, in order, without overlaps. A single word that is part of a person's full name elsewhere in
/// the document is that person, whatever stands around it. Linear.
std::vector<Name> find_names(const Document& document, const Gazetteer& gazetteer, const NameModel& model);

}  // namespace dateline::annotate

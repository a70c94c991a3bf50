// annotate/known_phrases.h -- the longest phrase of the gazetteers at a place in a document.
#pragma once

#include <cstddef>
#include <optional>

#include "annotate/document.h"
#include "annotate/gazetteer.h"

namespace dateline::annotate {

/// Words up to `end`, and what the gazetteers say of them; nothing when no phrase begins here.
struct KnownPhrase {
  std::size_t end = 0;
  std::optional<KnownName> name;
};

/// The longest phrase of `gazetteer` that begins at word `at` and ends before `limit`: six words at most. A plural of
/// a people's name counts ("Russians").
KnownPhrase longest_known(const Document& document, const Gazetteer& gazetteer, std::size_t at, std::size_t limit);

}  // namespace dateline::annotate

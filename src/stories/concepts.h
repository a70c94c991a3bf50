// stories/concepts.h -- one key for words that news uses for one another.
#pragma once

#include <string>
#include <string_view>

#include "stories/term_key.h"

namespace dateline::stories {

/// The key of a folded word whose stem is `stem`: that of its line in data/languages/en/news-concepts.txt, else of the
/// first letters of the stem with British spelling made American ("defence", "defense").
///
/// Threads: any number at once. The file is read at the first call.
TermKey concept_key(std::string_view folded, std::string_view stem);

/// The beginning of a stem by which words are compared.
std::string short_stem(std::string_view stem);

}  // namespace dateline::stories

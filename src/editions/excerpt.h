// editions/excerpt.h -- a few words of a sentence around the ones that matter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"

namespace dateline::editions {

/// Verbatim; "… " and " …" stand where words were left out.
struct Excerpt {
  std::string before;
  std::string inner;
  std::string after;

  std::string text() const { return before + inner + after; }
};

/// The words of `sentence` that `inner` (a span of it) touches, and as many whole words around them as fit into about
/// `limit_columns`: both sides grow by turns, the left one no further than a third of the room.
Excerpt excerpt(std::string_view sentence, const base::Span& inner, std::size_t limit_columns);

/// The beginning of `text`, at most `limit_columns` wide with the " …" where something was left out: whole words, or
/// part of the first one where that alone is too wide (scripts without spaces, long names).
std::string shortened(std::string_view text, std::size_t limit_columns);

}  // namespace dateline::editions

// archive/passage.h -- the passage of an article that shows best why it was found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "archive/sqlite.h"
#include "base/result.h"
#include "base/span.h"

namespace dateline::archive {

/// A place in a text where a phrase of the query occurs.
struct PhraseMatch {
  base::Span span;         ///< Of the text.
  std::size_t phrase = 0;  ///< Which one.
};

inline constexpr std::size_t kMaxPassageBytes = 240;

/// The passage of at most kMaxPassageBytes of `text`, inside one line, with most different phrases, the earliest of
/// these; it begins with its sentence where that fits and else with a word, and ends with a word. Without a match: how
/// the text begins. `matches` must be in order and inside `text`. Time is linear.
base::Span choose_passage(std::string_view text, const std::vector<PhraseMatch>& matches);

/// A passage with its matches (spans of `text`, in order, disjoint) as the SQL function below returns it.
struct Passage {
  std::string text;
  std::vector<base::Span> matches;
};

/// Makes two SQL functions known to the connection:
///   article_text(encoding, body)  the text inside a version's body; what the view `indexed` gives the search index
///   passage(search)               an FTS5 auxiliary function: the Passage of the current match, packed
/// Errors: kIo.
base::Result<void> register_functions(Connection& connection);

/// Unpacks what passage() returned. Errors: kCorrupt.
base::Result<Passage> unpack_passage(std::string_view packed);

}  // namespace dateline::archive

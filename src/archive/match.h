// archive/match.h -- what a reader typed as an FTS5 MATCH expression that is never a syntax error.
#pragma once

#include <string>
#include <string_view>

namespace dateline::archive {

/// What of a query is looked at; the rest is ignored, so that a pasted page costs no more than a sentence.
inline constexpr std::size_t kMaxQueryBytes = 1000;
inline constexpr std::size_t kMaxQueryTerms = 32;

/// The MATCH expression (SQLite FTS5, "Full-text Query Syntax") for `words`, any bytes: free words, all of which must
/// occur; "…" (also with typographic quotation marks) for a phrase; a '-' before either excludes. AND, OR, NEAR, '*',
/// ':' and parentheses mean nothing special. Empty when nothing is asked for: no words, or exclusions only.
std::string match_expression(std::string_view words);

}  // namespace dateline::archive

// stories/local_links.h -- long sentences that make the same statement in one of their clauses.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "stories/statement.h"

namespace dateline::stories {

/// How much two statements have in common within a few words of each: the weight (StoryWords::usual) of the common
/// words of the best window of either, names for a quarter. 0 when fewer than three of them are no names.
float local_likeness(const Statement& a, const Statement& b, const StoryWords& words);

/// From here on two clauses say the same.
inline constexpr float kSameClause = 13;

}  // namespace dateline::stories

// stories/fact_groups.h -- sentences to groups that make one statement.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "stories/statement.h"

namespace dateline::stories {

/// Indexes into `statements`, grouped. Every statement stands in at least one group; the sentence that says most of
/// what the group says comes first, the others in order. `voices`: by article; a group of one voice holds more than one
/// sentence only where copies say it. `lengths`: sentences by article.
std::vector<std::vector<std::size_t>> group_statements(std::span<const Statement> statements, const StoryWords& words,
                                                       std::span<const std::size_t> voices,
                                                       std::span<const std::size_t> lengths);

/// Statements compared with each other. Of a larger story the first sentences of its reports are; the others stand
/// alone.
inline constexpr std::size_t kMostLinked = 1000;

/// Mean log odds from which groups are joined, and from which two sentences of different groups make one of their own.
inline constexpr float kSameStatement = -0.6F;
inline constexpr float kSamePair = -0.9F;

}  // namespace dateline::stories

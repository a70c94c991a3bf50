// stories/overlapping_groups.h -- what belongs together beyond groups of which each thing is in one.
#pragma once

#include <cstddef>
#include <vector>

namespace dateline::stories {

/// Things of `groups` (which do not overlap) that are linked at least `least` but stand in different groups, as further
/// groups: in each every two are linked. They may overlap; every such link lies in one. The strongest links come first.
/// `links` is count x count, symmetric. Groups are sorted.
std::vector<std::vector<std::size_t>> groups_across(const std::vector<float>& links, std::size_t count, float least,
                                                    const std::vector<std::vector<std::size_t>>& groups);

}  // namespace dateline::stories

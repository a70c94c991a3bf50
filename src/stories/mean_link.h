// stories/mean_link.h -- groups of what hangs together on average.
#pragma once

#include <cstddef>
#include <vector>

namespace dateline::stories {

/// Groups items 0 to `count` - 1: the two groups with the highest mean link are joined as long as that is at least
/// `least`. Groups are sorted, in order of their first item. `links` is count x count, symmetric.
/// Source: average-link clustering (Sokal and Michener 1958). Quadratic in memory and, as a rule, in time.
std::vector<std::vector<std::size_t>> join_by_mean_link(std::vector<float> links, std::size_t count, float least);

}  // namespace dateline::stories

// bench/b_cubed.h -- how well one grouping agrees with another.
#pragma once

#include <cstdint>
#include <span>

namespace dateline::bench {

struct Agreement {
  double precision = 0;
  double recall = 0;
  double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};

/// B-cubed of `said` against `gold`: groups by item, equal numbers mean one group; both of one length. For each item
/// the share of its group that belongs with it (precision) and the share of what belongs with it that is in its group
/// (recall), on average. Of nothing: 0.
/// Source: Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998.
Agreement b_cubed(std::span<const std::uint64_t> gold, std::span<const std::uint64_t> said);

}  // namespace dateline::bench

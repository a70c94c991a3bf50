// stories/vector.h -- small sparse vectors: what an article is compared by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/similarity.h"

namespace dateline::stories {

/// text::TermId in half the space. A hundred thousand live articles are kept in memory, and two terms of one article
/// share a key so seldom (1 in 40 million pairs) that it does not show.
using TermKey = std::uint32_t;

inline TermKey key_of(text::TermId id) {
  return static_cast<TermKey>(id ^ (id >> 32));
}

struct Weighted {
  TermKey key = 0;
  float weight = 0;
};

/// Sorted by key, each key once, of length 1 unless empty.
using Vector = std::vector<Weighted>;

/// `terms` (each key once, any order, weights not negative) as a Vector of its `limit` heaviest; of equal weights the
/// lower key stays, so that the outcome does not depend on the order of `terms`.
Vector make_vector(std::vector<Weighted> terms, std::size_t limit);

/// The cosine of the angle between two Vectors, 0 to 1; 0 when one is empty. Linear.
float likeness(std::span<const Weighted> a, std::span<const Weighted> b);

}  // namespace dateline::stories

// stories/term_key.h -- terms as they are kept.
#pragma once

#include <cstdint>

#include "text/similarity.h"

namespace dateline::stories {

/// text::TermId in half the space. A hundred thousand live articles are kept in memory, and two terms of one article
/// share a key so seldom (1 in 40 million pairs) that it does not show.
using TermKey = std::uint32_t;

inline TermKey key_of(text::TermId id) {
  return static_cast<TermKey>(id ^ (id >> 32));
}

}  // namespace dateline::stories

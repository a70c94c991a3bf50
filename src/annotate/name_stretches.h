// annotate/name_stretches.h -- where in a document names could stand.
#pragma once

#include <cstddef>
#include <vector>

#include "annotate/document.h"

namespace dateline::annotate {

/// A stretch of words [first, end) of one sentence that could hold names.
struct NameStretch {
  std::size_t first = 0;
  std::size_t end = 0;
};

/// The stretches of `document`, in order, of at most 60 words each: capitalised words and what may join or follow them
/// in a name ("of the", "&", numbers). What is in none is in no name. Linear.
std::vector<NameStretch> find_name_stretches(const Document& document);

}  // namespace dateline::annotate

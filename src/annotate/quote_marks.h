// annotate/quote_marks.h -- the stretches of a document that stand in quotation marks.
#pragma once

#include <cstddef>
#include <vector>

#include "annotate/document.h"

namespace dateline::annotate {

/// Words [first, end) between double quotation marks of one paragraph.
struct QuotedStretch {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t paragraph = 0;
  bool closed = true;      ///< False: the paragraph ends before the closing mark.
  bool continues = false;  ///< The stretch before was not closed, and this one opens the next paragraph.
};

/// In order, without overlaps. “…”, "…", ``…'' and „…“ are marks; single marks are not, as they are apostrophes as
/// often as not. A stray mark quotes to the end of its paragraph at most.
std::vector<QuotedStretch> find_quoted(const Document& document);

}  // namespace dateline::annotate

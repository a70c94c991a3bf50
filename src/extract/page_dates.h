// extract/page_dates.h -- when a page's article was published and changed.
#pragma once

#include "extract/page_metadata.h"

namespace dateline::extract {

/// Sets published and modified. In order of trust: Open Graph's article times, JSON-LD, microdata, other meta elements,
/// time elements, lines near the headline that hold a date, a day in the address.
void read_page_dates(const PageFacts& facts, news::Article& article);

}  // namespace dateline::extract

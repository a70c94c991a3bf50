// extract/page_people.h -- who wrote a page's article.
#pragma once

#include "extract/page_metadata.h"

namespace dateline::extract {

/// Sets authors and byline. In order of trust: JSON-LD; the elements that a page marks as the author's; meta elements;
/// lines that read as bylines near the headline. Names that are the outlet's or an address are left out.
void read_people(const PageFacts& facts, news::Article& article);

}  // namespace dateline::extract

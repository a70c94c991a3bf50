// extract/page_people.h -- who wrote a page's article.
#pragma once

#include "extract/page_metadata.h"

namespace dateline::extract {

/// Sets authors and byline, in the order of trust of docs/extraction.md: JSON-LD where it names more than the house;
/// the elements that a page marks as the author's; lines near the headline that say "by"; meta elements; other lines
/// that read as bylines. Addresses are left out, and the outlet's own name comes last.
void read_people(const PageFacts& facts, news::Article& article);

}  // namespace dateline::extract

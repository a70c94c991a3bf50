// extract/page_labels.h -- how a page files its article: section, keywords, picture, rights, paywall.
#pragma once

#include "extract/page_metadata.h"
#include "news/article.h"

namespace dateline::extract {

/// Sets section, keywords, image, rights, paywalled, each from the first source that has it; docs/extraction.md lists
/// the sources in their order. REQUIRES: uri and headline are set.
void read_labels(const PageFacts& facts, news::Article& article);

}  // namespace dateline::extract

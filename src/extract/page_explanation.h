// extract/page_explanation.h -- why each block of a page was kept or dropped.
#pragma once

#include "extract/explanation.h"
#include "extract/page_blocks.h"
#include "extract/page_text.h"

namespace dateline::extract {

/// One entry for each block of `page`, in order.
Explanation explain_blocks(const PageBlocks& page, const PageText& text);

/// For a page whose text was taken from what it tells machines: everything in `explanation` is dropped after all, and
/// the paragraphs of `article` follow.
void explain_body(const news::Article& article, Explanation& explanation);

}  // namespace dateline::extract

// extract/page_headline.h -- which of a page's titles is the headline of its article.
#pragma once

#include <string>
#include <string_view>

#include "extract/json_ld.h"
#include "extract/page_blocks.h"
#include "extract/page_head.h"
#include "formats/html_tree.h"

namespace dateline::extract {

/// The text that most of the page's titles agree on: its main headings, lines that its <title> begins or ends with,
/// JSON-LD, Open Graph, Twitter card and <title>, with and without what stands before and after separators there; the
/// name of the site is no headline. Compared by letters and digits alone, returned as the most trusted of them writes
/// it. Empty when the page has none.
std::string choose_headline(const formats::HtmlTree& tree, const PageHead& head, const LdArticle* ld,
                            const PageBlocks& page);

/// The last part of `title` after a separator (" | ", " - "), where sites put their name; empty when there is none.
std::string_view title_suffix(std::string_view title);

}  // namespace dateline::extract

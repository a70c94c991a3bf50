// formats/newsml_parts.h -- inside the room: what NewsML-G2 and NewsML 1.x have in common, and where they part.
#pragma once

#include <libxml/tree.h>

#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// Puts the document in `content` into the body of `item`: the body of XHTML, NITF (which also fills fields that are
/// still empty), or the text of other XML read as HTML. False, and nothing changed, where there is no element in it.
bool read_inline_document(const xmlNode& content, NewsItem& item);

/// True where `item` has a body.
bool has_body(const NewsItem& item);

/// newsml1.cpp: the reports below a NewsML element of version 1.x. Errors: kInvalid, kTooLarge as parse_newsml_g2().
base::Result<std::vector<NewsItem>> read_newsml1(const xmlNode& root, const NewsItemLimits& limits);

/// kTooLarge: `node` is an item too many.
base::Error too_many_items(const xmlNode& node, const NewsItemLimits& limits);

}  // namespace dateline::formats

// formats/news_items.h -- the reports of any format that carries its own: one call for feeds, wire formats and mail.
#pragma once

#include <string_view>

#include "base/result.h"
#include "formats/news_item.h"
#include "formats/sniff.h"

namespace dateline::formats {

/// True for the formats that parse_news_items() reads.
bool carries_news_items(Format format);

/// The reports in `bytes`, which sniff() has found to be of `format`, in their order. An item of which a part is
/// missing is given with what it has; `outlet` is the feed's title where an entry has none of its own.
///
/// Errors: those of the format's parser. REQUIRES: carries_news_items(format).
base::Result<NewsItems> parse_news_items(Format format, std::string_view bytes, const NewsItemLimits& limits = {});

}  // namespace dateline::formats

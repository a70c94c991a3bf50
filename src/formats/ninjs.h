// formats/ninjs.h -- IPTC ninjs 1.0 to 1.8, 2.0 to 2.4 and 3.0 to 3.3 (iptc.org/std/ninjs), and what Superdesk adds.
#pragma once

#include <string_view>
#include <vector>

#include "base/json_fwd.h"
#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// True for a ninjs item, an array of them, or an object with an "items", "_items" or "item" list of them; also for an
/// object that wraps one as its "item". `cut`: `document` is the beginning of one, and less will do.
bool holds_ninjs(const base::Json& document, bool cut = false);

/// The reports in `bytes`, UTF-8, in their order. Items without a body that are no text (pictures, videos, audio,
/// graphics, events) are no reports and are left out, as are entries of a list that are no items; what is associated
/// with an item gives its picture and nothing else. `link` is empty; a uri that is an address stands in `id`.
///
/// Errors: kCorrupt "at byte 12: …" where JSON is not well-formed, no UTF-8, or nested deeper than 64 (no items then);
///         kInvalid where it is JSON but holds no ninjs; kTooLarge past `limits` or 4,000,000 values.
base::Result<std::vector<NewsItem>> parse_ninjs(std::string_view bytes, const NewsItemLimits& limits = {});

/// The same for JSON that has been parsed already: a row of JSON Lines. Errors: kInvalid, kTooLarge.
base::Result<std::vector<NewsItem>> read_ninjs(const base::Json& document, const NewsItemLimits& limits = {});

}  // namespace dateline::formats

// formats/json_feed.h -- JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1, jsonfeed.org/version/1.1).
#pragma once

#include <string_view>

#include "base/json_fwd.h"
#include "base/result.h"
#include "formats/feed.h"

namespace dateline::formats {

/// True for a JSON Feed or the beginning of one: by its version, else by what its items are made of.
bool is_json_feed(const base::Json& document);

/// The feed that `bytes`, UTF-8, hold. Entries have their body as HTML, plain text made into paragraphs; `section`,
/// `rights` and `outlet` are empty. An entry that is no object is left out.
///
/// Errors: kCorrupt "at byte 12: …" where JSON is not well-formed, no UTF-8, or nested deeper than 64 (a feed is one
///         document: no entries then); kInvalid where it is JSON but no feed; kTooLarge past `limits` or
///         4,000,000 values.
base::Result<Feed> parse_json_feed(std::string_view bytes, const NewsItemLimits& limits = {});

}  // namespace dateline::formats

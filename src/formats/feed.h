// formats/feed.h -- RSS 2.0 (and 0.9x, 1.0/RDF) and Atom (RFC 4287), through libxml2's reader with entities and network
// off.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

struct Feed {
  std::string title;
  std::string link;
  std::string language;
  std::vector<NewsItem> entries;  ///< `outlet` and `body_text` are empty.
};

/// Errors: kCorrupt "line 12: …" where XML is not well-formed (entries before that are lost: a feed is one document);
///         kInvalid where it is XML but no feed, or declares entities; kTooLarge past `limits`.
base::Result<Feed> parse_feed(std::string_view bytes, const NewsItemLimits& limits = {});

}  // namespace dateline::formats

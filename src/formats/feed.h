// formats/feed.h -- RSS 2.0 (and 0.9x, 1.0/RDF) and Atom (RFC 4287), through libxml2's reader with entities and network
// off.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dateline::formats {

struct FeedEntry {
  std::string id;  ///< guid or atom:id
  std::string link;
  std::string title;         ///< Plain text.
  std::string author;        ///< As written: dc:creator, author, atom:author/name; several joined by ", ".
  std::string published;     ///< As written: RFC 822 or ISO 8601.
  std::string content_html;  ///< content:encoded or atom:content; else the summary.
  bool is_excerpt = false;   ///< Only a summary was there.
};

struct Feed {
  std::string title;
  std::string link;
  std::string language;
  std::vector<FeedEntry> entries;
};

struct FeedLimits {
  std::size_t max_entries = 10'000;
};

/// Errors: kCorrupt "line 12: …" where XML is not well-formed (entries before that are lost: a feed is one document);
///         kInvalid where it is XML but no feed, or declares entities; kTooLarge past `limits`.
base::Result<Feed> parse_feed(std::string_view bytes, const FeedLimits& limits = {});

}  // namespace dateline::formats

// news/capture.h -- bytes as they arrived.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"

namespace dateline::news {

/// What kind of thing a capture's bytes are. One capture holds one report: containers (WARC, feeds) have been opened.
enum class MediaKind {
  kHtml,       ///< A page.
  kPlainText,  ///< The text of a page, line by line, furniture included.
  kFeedEntry,  ///< An entry of a feed: `bytes` is its HTML content; headline, date and authors stand in the fields.
};

/// One report as it came in.
struct Capture {
  std::string id;   ///< How messages and rows name it: the input's path, "path#3" for the third report of a container.
  std::string uri;  ///< Where it was published, or empty.
  MediaKind kind = MediaKind::kPlainText;
  std::string charset;                   ///< As declared by the carrier (HTTP header, WARC), or empty.
  std::string bytes;                     ///< Untouched.
  std::optional<base::Instant> arrived;  ///< When it was captured, where the carrier says so.

  // What a carrier (a feed) says about the report; trusted after what the page itself says.
  std::string carrier_outlet;  ///< The feed's title.
  std::string carrier_headline;
  std::string carrier_byline;
  std::string carrier_published;  ///< As written: ISO 8601 or RFC 822.
};

}  // namespace dateline::news

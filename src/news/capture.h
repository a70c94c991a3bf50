// news/capture.h -- bytes as they arrived.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace dateline::news {

/// What kind of thing a capture's bytes are. One capture holds one report: containers (WARC, feeds) have been opened.
enum class MediaKind {
  kHtml,       ///< A page.
  kPlainText,  ///< The text of a page, line by line, furniture included.
  kFeedEntry,  ///< An entry of a feed: `bytes` is its HTML content, or empty where the feed has headlines alone.
  kMail,       ///< A mail: `bytes` is its HTML; what its header says stands in `carrier`.
  kWireHtml,   ///< A wire message: `bytes` is its body as HTML; what its header says stands in `carrier`.
  kWireText,   ///< The same with a body of plain text, line by line.
};

/// What a carrier (a feed, a wire message, a mail) says about the report in it. Texts as written; empty where it says
/// nothing. A feed is believed after the page itself, a wire message's header before its body.
struct Carrier {
  std::string outlet;
  std::string headline;
  std::string byline;     ///< Several joined by ", ".
  std::string dateline;   ///< "TOKYO, Nov. 2"
  std::string published;  ///< ISO 8601 or RFC 822.
  std::string modified;   ///< ISO 8601 or RFC 822.
  std::string language;   ///< BCP 47.
  std::string section;
  std::string rights;
  std::string image;  ///< URI
  std::string note;   ///< To editors: "Adds details".
  std::vector<std::string> keywords;
};

/// One report as it came in.
struct Capture {
  std::string id;   ///< How messages and rows name it: the input's path, "path#3" for the third report of a container.
  std::string uri;  ///< Where it was published, or empty.
  MediaKind kind = MediaKind::kPlainText;
  std::string charset;                   ///< As declared by the carrier (HTTP header, WARC), or empty.
  std::string bytes;                     ///< Untouched.
  std::optional<base::Instant> arrived;  ///< When it was captured, where the carrier says so.
  Carrier carrier;
};

}  // namespace dateline::news

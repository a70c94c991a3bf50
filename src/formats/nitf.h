// formats/nitf.h -- NITF, the IPTC's News Industry Text Format, 2.5 to 3.6 (http://www.iptc.org/std/NITF/), through
// xml_document.h: no DTD is fetched.
#pragma once

#include <string_view>

#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// The one report that an NITF document is. Its body is HTML of p, h2, ul, blockquote, figure, table and their like.
/// docs/formats/nitf.md says where each field is from.
///
/// Errors: kCorrupt  "line 12: …" where XML is not well-formed
///         kInvalid  XML of another root ("line 3: …"), or one that declares entities
///         kTooLarge as XmlDocument::parse()
base::Result<NewsItem> parse_nitf(std::string_view bytes);

}  // namespace dateline::formats

// formats/newsml_g2.h -- NewsML-G2 2.x of the IPTC (https://iptc.org/standards/newsml-g2/): one newsItem, or a
// newsMessage of many; and its elder, NewsML 1.x. Through xml_document.h: neither catalogs nor DTDs are fetched.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// The items that are text, in their order. Pictures, video, packages (lists of items), concepts and plans are no
/// reports and are left out; content that is elsewhere is not fetched. docs/formats/newsml_g2.md says where each field
/// is from.
///
/// Errors: kCorrupt  "line 12: …" where XML is not well-formed
///         kInvalid  XML of another root ("line 3: …"), or one that declares entities; no report in it ("a message of 3
///                   items, no report in it")
///         kTooLarge more items than `limits` allow, or as XmlDocument::parse()
base::Result<std::vector<NewsItem>> parse_newsml_g2(std::string_view bytes, const NewsItemLimits& limits = {});

}  // namespace dateline::formats

// formats/news_sitemap.h -- sitemaps (https://www.sitemaps.org/protocol.html) with Google's extension for news
// (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap), through xml_document.h.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// An item for each url that has news in it: address, headline, outlet, language, date, keywords, picture; no body, and
/// `is_excerpt`. Addresses without news are left out.
///
/// Errors: kCorrupt  "line 12: …" where XML is not well-formed
///         kInvalid  no news in it: a sitemap of addresses alone, an index of sitemaps (with their number), other XML
///         kTooLarge more news than `limits` allow, or as XmlDocument::parse()
base::Result<std::vector<NewsItem>> parse_news_sitemap(std::string_view bytes, const NewsItemLimits& limits = {});

}  // namespace dateline::formats

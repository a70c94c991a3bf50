// desk/carried_captures.h -- the reports that a feed, wire message, mail or sitemap carries, as captures.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "formats/news_item.h"
#include "formats/sniff.h"
#include "news/capture.h"

namespace dateline::desk {

struct Carried {
  std::deque<news::Capture> captures;  ///< Without ids.
  std::deque<base::Error> problems;    ///< Of items that can't be read or must not be used, each with its place.
};

/// True for an address that can serve as an article's identity.
bool is_web_address(std::string_view uri);

/// `items` of `format` as captures. What its sender has cancelled, or withholds at `now`, is a problem instead: nothing
/// that is under embargo may come out of Dateline.
Carried carried_captures(std::vector<formats::NewsItem> items, formats::Format format, base::Instant now);

/// The same for `bytes`. Errors: those of formats::parse_news_items.
base::Result<Carried> read_carried(formats::Format format, std::string_view bytes, base::Instant now);

}  // namespace dateline::desk

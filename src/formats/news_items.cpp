#include "formats/news_items.h"

#include <utility>

#include "base/check.h"
#include "formats/feed.h"
#include "formats/json_feed.h"
#include "formats/mail.h"
#include "formats/news_sitemap.h"
#include "formats/newsml_g2.h"
#include "formats/ninjs.h"
#include "formats/nitf.h"
#include "formats/wire_text.h"

namespace dateline::formats {
namespace {

using Parsed = base::Result<NewsItems>;

Parsed entries_of(base::Result<Feed> parsed) {
  DATELINE_TRY(Feed feed, std::move(parsed));
  for (NewsItem& entry : feed.entries) {
    if (entry.outlet.empty()) entry.outlet = feed.title;
  }
  return NewsItems{std::move(feed.entries), {}};
}

Parsed all_of(base::Result<std::vector<NewsItem>> parsed) {
  DATELINE_TRY(std::vector<NewsItem> items, std::move(parsed));
  return NewsItems{std::move(items), {}};
}

Parsed one_of(base::Result<NewsItem> parsed) {
  NewsItems found;
  DATELINE_TRY(NewsItem item, std::move(parsed));
  found.items.push_back(std::move(item));
  return found;
}

}  // namespace

bool carries_news_items(Format format) {
  switch (format) {
    case Format::kFeed:
    case Format::kJsonFeed:
    case Format::kMail:
    case Format::kNewsMlG2:
    case Format::kNewsSitemap:
    case Format::kNinjs:
    case Format::kNitf:
    case Format::kWireText:
      return true;
    default:
      return false;
  }
}

base::Result<NewsItems> parse_news_items(Format format, std::string_view bytes, const NewsItemLimits& limits) {
  CHECK(carries_news_items(format));
  switch (format) {
    case Format::kFeed:
      return entries_of(parse_feed(bytes, limits));
    case Format::kJsonFeed:
      return entries_of(parse_json_feed(bytes, limits));
    case Format::kMail:
      return parse_mail(bytes, limits);
    case Format::kNewsMlG2:
      return all_of(parse_newsml_g2(bytes, limits));
    case Format::kNewsSitemap:
      return all_of(parse_news_sitemap(bytes, limits));
    case Format::kNinjs:
      return all_of(parse_ninjs(bytes, limits));
    case Format::kNitf:
      return one_of(parse_nitf(bytes));
    case Format::kWireText:
    default:
      return parse_wire_text(bytes, limits);
  }
}

}  // namespace dateline::formats

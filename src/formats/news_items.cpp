#include "formats/news_items.h"

#include <utility>

#include "base/check.h"
#include "formats/feed.h"
#include "formats/news_sitemap.h"
#include "formats/newsml_g2.h"
#include "formats/nitf.h"
#include "formats/wire_text.h"

namespace dateline::formats {
namespace {

using Items = base::Result<std::vector<NewsItem>>;

Items items_of_feed(std::string_view bytes, const NewsItemLimits& limits) {
  DATELINE_TRY(Feed feed, parse_feed(bytes, limits));
  for (NewsItem& entry : feed.entries) {
    if (entry.outlet.empty()) entry.outlet = feed.title;
  }
  return std::move(feed.entries);
}

Items items_of_wire(std::string_view bytes, const NewsItemLimits& limits) {
  DATELINE_TRY(WireMessages messages, parse_wire_text(bytes, limits));
  return std::move(messages.items);
}

Items items_of_nitf(std::string_view bytes, const NewsItemLimits&) {
  DATELINE_TRY(NewsItem item, parse_nitf(bytes));
  std::vector<NewsItem> items;
  items.push_back(std::move(item));
  return items;
}

struct Parser {
  Format format;
  Items (*parse)(std::string_view bytes, const NewsItemLimits& limits);
};

constexpr Parser kParsers[] = {
    {Format::kFeed, items_of_feed}, {Format::kWireText, items_of_wire},   {Format::kNewsSitemap, parse_news_sitemap},
    {Format::kNitf, items_of_nitf}, {Format::kNewsMlG2, parse_newsml_g2},
};

const Parser* parser_of(Format format) {
  for (const Parser& parser : kParsers) {
    if (parser.format == format) return &parser;
  }
  return nullptr;
}

}  // namespace

bool carries_news_items(Format format) {
  return parser_of(format) != nullptr;
}

Items parse_news_items(Format format, std::string_view bytes, const NewsItemLimits& limits) {
  const Parser* parser = parser_of(format);
  CHECK(parser != nullptr);
  return parser->parse(bytes, limits);
}

}  // namespace dateline::formats

// formats/news_sitemap.cpp -- see news_sitemap.h.
#include "formats/news_sitemap.h"

#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/wire_parts.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

using Items = base::Result<std::vector<NewsItem>>;

std::string child_line(const xmlNode& node, std::string_view name) {
  const xmlNode* child = child_named(node, name);
  return child == nullptr ? "" : line_of(*child);
}

std::size_t count_children(const xmlNode& node, std::string_view name) {
  std::size_t count = 0;
  for (const xmlNode* child = first_element(node); child != nullptr; child = next_element(*child)) {
    count += local_name(*child) == name ? 1 : 0;
  }
  return count;
}

void add_keywords(std::string_view list, NewsItem& item) {
  for (const std::string_view keyword : base::split(list, ',')) add_keyword(item, std::string(base::trim(keyword)));
}

NewsItem read_news(const xmlNode& url, const xmlNode& news) {
  NewsItem item;
  item.link = child_line(url, "loc");
  item.id = item.link;
  if (const xmlNode* publication = child_named(news, "publication")) {
    item.outlet = child_line(*publication, "name");
    item.language = child_line(*publication, "language");
  }
  const xmlNode* title = child_named(news, "title");
  item.headline = title == nullptr ? "" : plain_title(xml_text(*title));
  item.published = extended_date(child_line(news, "publication_date"));
  item.modified = extended_date(child_line(url, "lastmod"));
  item.section = child_line(news, "genres");
  add_keywords(child_line(news, "keywords"), item);
  if (const xmlNode* image = child_named(url, "image")) item.image = child_line(*image, "loc");
  item.is_excerpt = true;
  return item;
}

Items read_urls(const xmlNode& root, const NewsItemLimits& limits) {
  std::vector<NewsItem> items;
  for (const xmlNode* url = first_element(root); url != nullptr; url = next_element(*url)) {
    const xmlNode* news = local_name(*url) == "url" ? child_named(*url, "news") : nullptr;
    if (news == nullptr) continue;
    if (child_named(*url, "loc") == nullptr && child_named(*news, "title") == nullptr) continue;
    if (items.size() == limits.max_items) {
      return base::Error{base::ErrorCode::kTooLarge, xml_line_number(*url) + ": sitemap of more than " +
                                                         std::to_string(limits.max_items) + " news"};
    }
    items.push_back(read_news(*url, *news));
  }
  if (items.empty()) {
    return base::Error{
        base::ErrorCode::kInvalid,
        "a sitemap of " + counted(count_children(root, "url"), "address", "addresses") + ", no news in it"};
  }
  return items;
}

}  // namespace

Items parse_news_sitemap(std::string_view bytes, const NewsItemLimits& limits) {
  DATELINE_TRY(const XmlDocument document, XmlDocument::parse(bytes));
  const xmlNode& root = document.root();
  if (local_name(root) == "urlset") return read_urls(root, limits);
  if (local_name(root) == "sitemapindex") {
    return base::Error{base::ErrorCode::kInvalid, "an index of " +
                                                      counted(count_children(root, "sitemap"), "sitemap", "sitemaps") +
                                                      "; none of them is read, for nothing is fetched"};
  }
  return base::Error{base::ErrorCode::kInvalid, xml_line_number(root) + ": XML, but no sitemap: its root is <" +
                                                    std::string(local_name(root).substr(0, 40)) + ">"};
}

}  // namespace dateline::formats

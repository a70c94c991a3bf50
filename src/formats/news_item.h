// formats/news_item.h -- one report as a feed, a wire message or a mail carries it, and what opens any of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/sniff.h"

namespace dateline::formats {

/// What may be done with an item, as its sender says.
enum class ItemStatus {
  kUsable,
  kWithheld,   ///< Under embargo or withheld: not to be published yet.
  kCancelled,  ///< Killed: never to be published, or to be taken back.
};

/// Texts are UTF-8 and as the sender wrote them, white space collapsed outside the body; empty where it says nothing.
struct NewsItem {
  std::string id;         ///< guid, uri, duid, or service and number of a wire message.
  std::string link;       ///< Where the report is published on the web.
  std::string outlet;     ///< Who publishes it: provider, publication, sender of a mail.
  std::string headline;   ///< Plain text.
  std::string byline;     ///< As written; several joined by ", ".
  std::string dateline;   ///< "TOKYO, Nov. 2"
  std::string published;  ///< RFC 822 or ISO 8601.
  std::string modified;   ///< RFC 822 or ISO 8601.
  std::string language;   ///< BCP 47.
  std::string section;    ///< Category, desk or genre.
  std::string rights;     ///< Copyright or usage line.
  std::string image;      ///< Address of the first picture.
  std::string note;       ///< To editors: "Adds details", "Corrects spelling in paragraph 3".
  std::vector<std::string> keywords;
  std::string body_html;  ///< The report as HTML, or empty.
  std::string body_text;  ///< The report as plain text with its line breaks, where the format has no mark-up; or empty.
  bool is_excerpt = false;  ///< Only a summary was there.
  ItemStatus status = ItemStatus::kUsable;
  std::string release;  ///< Of an item that is kWithheld: from when on it may be published, ISO 8601; empty: unknown.
};

/// What was found in a heap of them, and what could not be read, each with its place.
struct NewsItems {
  std::vector<NewsItem> items;
  std::vector<base::Error> problems;
};

struct NewsItemLimits {
  std::size_t max_items = 10'000;
};

}  // namespace dateline::formats

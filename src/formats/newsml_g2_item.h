// formats/newsml_g2_item.h -- inside the room: one newsItem of NewsML-G2.
#pragma once

#include <libxml/tree.h>

#include <string>

#include "formats/news_item.h"

namespace dateline::formats {

/// What kind of thing an item is: "text", "picture", "video", "composite"; lower case; empty where it does not say.
std::string item_class(const xmlNode& item);

/// The report that `item`, a newsItem, holds. What it does not say stays empty.
NewsItem read_g2_item(const xmlNode& item);

}  // namespace dateline::formats

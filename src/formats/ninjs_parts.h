// formats/ninjs_parts.h -- inside the room: one ninjs item, part by part.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_fwd.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// The report that a ninjs item is; nothing for a picture or another item without a text.
std::optional<NewsItem> read_ninjs_item(const base::JsonObject& object);

/// One of an item's bodies, descriptions or headlines. Views the item.
struct NinjsText {
  std::string_view role;        ///< "main"; of "body_html", "html"; may be empty.
  std::string_view media_type;  ///< Empty before version 2.
  std::string_view value;
};

/// All texts in the list named `plural` (version 2 on) and in members whose name begins with `prefix` (version 1).
std::vector<NinjsText> ninjs_texts(const base::JsonObject& object, std::string_view plural, std::string_view prefix);

/// Puts the best of `texts` into `item` as body_html or body_text; false when none of them can be read.
bool take_ninjs_body(const std::vector<NinjsText>& texts, NewsItem& item);

/// The publishable headline as plain text; the item's title where there is none. Never the slugline.
std::string ninjs_headline(const base::JsonObject& object);

/// The address of the first picture: of the items associated with this one, else of its own renditions.
std::string ninjs_image(const base::JsonObject& object);

/// Who answers for the report.
std::string ninjs_outlet(const base::JsonObject& object);

}  // namespace dateline::formats

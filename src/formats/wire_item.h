// formats/wire_item.h -- inside the room: a wire message, taken apart, as a report.
#pragma once

#include <optional>

#include "formats/news_item.h"
#include "formats/wire_body.h"
#include "formats/wire_header.h"
#include "formats/wire_trailer.h"

namespace dateline::formats {

/// What header, text and trailer say together. Head lines become headline, byline, slug and notes by what they say; the
/// rest of the text is `body_text`.
NewsItem wire_item(const WireHeader& header, WireBody body, const std::optional<WireTrailer>& trailer);

}  // namespace dateline::formats

// formats/sniff_text.h -- inside the room: telling formats that are text from each other.
#pragma once

#include <string_view>

#include "formats/sniff.h"

namespace dateline::formats {

/// What `text`, which has no NUL and no byte order mark, is: kEmpty, kHtml, kFeed, kNitf, kNewsMlG2, kNewsSitemap, a
/// kind of JSON, kMail, kImage (SVG) or kPlainText. `cut`: there is more behind it.
Format sniff_text(std::string_view text, bool cut);

}  // namespace dateline::formats

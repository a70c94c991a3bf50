// formats/nitf_parts.h -- inside the room: NITF inside other formats.
#pragma once

#include <libxml/tree.h>

#include "formats/news_item.h"

namespace dateline::formats {

/// The report below `nitf`, an element of that name.
NewsItem read_nitf(const xmlNode& nitf);

}  // namespace dateline::formats

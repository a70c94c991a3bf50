// formats/wire_body.h -- inside the room: the text of a wire message, from typesetting codes to paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/wire_header.h"

namespace dateline::formats {

struct WireBody {
  std::vector<std::string> head;        ///< Lines in front of the report: slug, headline, notes, byline; codes undone.
  std::vector<std::string> paragraphs;  ///< One line each, never empty. Tables: a line each, columns parted by tabs.
};

/// Takes `text`, UTF-8, what stood between STX and ETX, apart. Head lines are those that begin with "^" (ANPA) or stand
/// above one that ends with "=" (IPTC).
WireBody read_wire_body(std::string_view text, const WireHeader& header);

}  // namespace dateline::formats

// formats/nitf_markup.h -- inside the room: NITF's mark-up as HTML and as a line of text.
#pragma once

#include <libxml/tree.h>

#include <string>

namespace dateline::formats {

/// What is between the tags of `node` as HTML: block as div, hl2 as h2, bq as blockquote, media as figure, and so on;
/// elements without a counterpart leave their text, metadata and notes to editors alone leave nothing. Elements of HTML
/// stay. Attributes: href, src, alt, width, height, colspan, rowspan.
std::string nitf_html(const xmlNode& node);

/// What is between the tags of `node` as one line of plain text: references decoded, white space collapsed, a space
/// where paragraphs or parts of a name or dateline adjoin. Reads XHTML as well.
std::string nitf_line(const xmlNode& node);

/// True where a media-reference is to a picture, by its own type or by that of the media around it.
bool is_picture(const xmlNode& reference);

}  // namespace dateline::formats

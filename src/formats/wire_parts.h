// formats/wire_parts.h -- inside the room: what formats of wires have in common when they fill a NewsItem.
#pragma once

#include <string>
#include <string_view>

#include "formats/news_item.h"

namespace dateline::formats {

/// `field` becomes `value` where it was empty.
void set_if_empty(std::string& field, std::string value);

/// Appends to `item.keywords` unless it is empty, there, or one too many: 200 of at most 200 bytes each are kept.
void add_keyword(NewsItem& item, std::string keyword);

/// Appends to `item.note`, notes parted by "; ".
void add_note(NewsItem& item, const std::string& note);

/// "20131102T090000+0100" as "2013-11-02T09:00:00+0100"; what is not of ISO 8601's basic form stays as it is.
std::string extended_date(std::string_view text);

/// "usable", "embargoed", "withheld", "canceled" as NITF and NewsML write them, case ignored; unknown words are usable.
ItemStatus status_of(std::string_view word);

/// Withholds `item` until `release`, unless it was sent at `sent` and so after that. Dates that cannot be read
/// withhold.
void withhold_until(NewsItem& item, std::string_view release, std::string_view sent);

/// Where `item` says nothing, it gets what `inner`, the document inside it, says; the body is always that of `inner`.
void fill_from(NewsItem& item, NewsItem inner);

/// "1 address", "50,000 addresses"
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// Puts `text`, the content of an element without mark-up, into the body: as HTML where it is some that was escaped or
/// stands in CDATA, else as plain text.
void set_body_from_text(NewsItem& item, std::string text);

}  // namespace dateline::formats

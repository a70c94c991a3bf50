// text/dates.h -- dates of publication as outlets write them. (Times in running text belong to annotate.)
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/span.h"

namespace dateline::text {

using WrittenDate = base::Moment;

/// The date that `text` as a whole is: ISO 8601, RFC 822/2822, "November 2, 2013", "2 November 2013 09:15 GMT",
/// "Sat, Nov 2, 2013 at 9:15 AM EDT", "02.11.2013, 09:15 Uhr", "2. November 2013", "20131102". A numeric date with both
/// parts up to 12 is read day first when `language` is not "en". Zones: offsets, "Z", and well-known abbreviations
/// (GMT, UTC, BST, CET, EST, EDT, CST, PST, JST, IST …; "ET" is summer or standard time by the day).
std::optional<WrittenDate> parse_written_date(std::string_view text, std::string_view language);

/// The first such date inside a line such as "Updated: 5 March 2025, 10:12 | By Jane Roe".
std::optional<WrittenDate> find_written_date(std::string_view line, std::string_view language);

/// A day, or a month as a whole, that running text names in full.
struct NamedDate {
  base::Span span;  ///< Without an article or preposition before it.
  base::Day day;    ///< Of a month: its first.
  bool whole_month = false;
};

/// All dates of running text, in order and apart, that need no other day to be understood, in any of the languages of
/// data/date_words.txt: "2. November 2013", "le 2 novembre 2013", "2 de noviembre de 2013", "2013年11月2日",
/// "02.11.2013", "novembre 2013". Years have four digits. `language` as above. Linear; in a line of more than 4,000
/// bytes a date that lies across a multiple of that is missed.
std::vector<NamedDate> find_named_dates(std::string_view text, std::string_view language);

}  // namespace dateline::text

// extract/datelines.h -- the dateline at the head of a report: "TOKYO, Nov. 2 (Reuters) - ".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::extract {

struct Dateline {
  std::string text;    ///< "Nov. 2 (Bloomberg)": as printed, without the dash.
  std::string agency;  ///< "Bloomberg"; empty when there is none in brackets.
};

/// The dateline that `paragraph` begins with: a place, a day or both, perhaps an agency in brackets or between slashes,
/// and a dash. Without an agency or a day the place must be in capitals ("WAYLAND - "), for a dash follows many a word.
/// Where day and agency are both there the dash may be missing: "Bengaluru, Nov 2 (IANS) The".
std::optional<Dateline> find_dateline(std::string_view paragraph);

/// A line of its own above a report: "WASHINGTON | Tue Mar 4, 2014 3:12pm EST". Views of the line.
struct DatedPlace {
  std::string_view place;
  std::string_view moment;  ///< As text::parse_written_date() reads it, perhaps.
};

/// `line` as a place in capitals, a bar, and something with a year in it; nothing for other lines.
std::optional<DatedPlace> parse_dated_place(std::string_view line);

/// "Oct.", "October", "Oktober": the name of a month, perhaps shortened, in English, German, French, Spanish or
/// Italian.
bool is_month_name(std::string_view word);

}  // namespace dateline::extract

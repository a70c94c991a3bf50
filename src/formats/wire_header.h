// formats/wire_header.h -- inside the room: the header and trailer lines of wire messages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::formats {

/// The fields of a header, as written; empty where it has none.
struct WireHeader {
  std::string service;   ///< ANPA: the service level, a letter. IPTC: the source, two to four letters.
  std::string number;    ///< Of the message: "0567".
  std::string priority;  ///< ANPA: a letter ("u"). IPTC: a digit.
  std::string category;  ///< ANPA: a letter ("i"). IPTC: up to three ("pl").
  std::string keyword;   ///< The slug, without the cycle: "JapanQuake", "Bundestag/Kinder".
  std::string version;   ///< ANPA: "1stLd-Writethru".
  std::string day;       ///< ANPA: month and day of filing, "11-02".
  bool is_iptc = false;
  bool is_tabular = false;  ///< ANPA: the text is lines of a table.
};

/// The fields of `header`, which stood between SOH and STX. A header of neither format gives none.
WireHeader parse_wire_header(std::string_view header);

struct PrintedHeader {
  WireHeader fields;
  std::size_t end_bytes = 0;  ///< Where the text begins.
};

/// The header that `text` begins with, where control characters are lost: the lines of ANPA ("a0567" or not, then
/// "r i BC-JapanQuake 1stLd-Writethru 11-02 0512") or IPTC ("bkn014 4 pl 171"). Nothing for other text: it must have
/// every field of these.
std::optional<PrintedHeader> printed_wire_header(std::string_view text);

/// What a trailer says.
struct WireTrailer {
  std::string published;  ///< As RFC 822 has it: "2 Nov 2013 14:05 EST". The zone is missing where there was none.
  std::string day;        ///< "2013-11-02"
  std::string agency;     ///< "AP" of "AP-NY-11-02-13 1405EST", or empty.
};

/// `line` read as a trailer: "1234ET 11-02-13", "AP-NY-11-02-13 1405EST", "021234 NOV 13", "212322 GMT Nov 18".
/// Numeric dates are month first, unless that cannot be.
std::optional<WireTrailer> parse_wire_trailer(std::string_view line);

}  // namespace dateline::formats

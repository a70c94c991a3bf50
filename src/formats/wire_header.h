// formats/wire_header.h -- inside the room: the header lines of wire messages.
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

}  // namespace dateline::formats

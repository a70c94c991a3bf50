// formats/wire_trailer.h -- the line that ends a wire message: when it was sent. (ANPA 1312 and IPTC 7901;
// wire_text.h.)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::formats {

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

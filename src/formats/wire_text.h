// formats/wire_text.h -- wire messages as agencies send them: ANPA Bulletin 1312 ("Highspeed Wire Service Transmission
// Guidelines", with its revisions 84-2 and 89-3) and its international sibling IPTC 7901 ("The IPTC Recommended Message
// Format", TEC 7901, 5th edition, 1995; control set: ISO-IR 26). docs/formats/wire_text.md tells what is read how.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/news_item.h"

namespace dateline::formats {

/// One message: header, text and trailer together.
inline constexpr std::size_t kMaxWireMessageBytes = std::size_t{1} << 20;
/// The header of a message: what stands between SOH and STX.
inline constexpr std::size_t kMaxWireHeaderBytes = 4096;

/// Problems that are told; what is wrong after these is passed over in silence.
inline constexpr std::size_t kMaxWireProblems = 1000;

/// The messages in `bytes`: framed by SOH, STX, ETX and EOT, whatever stands between them passed over; or, where a file
/// has lost these, each beginning with its printed header lines. Charset: UTF-8 where a message is that, else a
/// national variant of ISO 646 where it is all 7-bit and reads like one, else windows-1252. Linear.
///
/// Items have a paragraph of `body_text` a line; `body_html`, `link`, `image` and `language` are empty. Problems:
/// kCorrupt "message at byte 120 has no text", "… is cut off: no end of text" (its item is there with what came),
/// kTooLarge "… has more than 1048576 bytes", "… has a header of more than 4096 bytes".
///
/// Errors: kInvalid where there is no message; kTooLarge past `limits`.
base::Result<NewsItems> parse_wire_text(std::string_view bytes, const NewsItemLimits& limits = {});

}  // namespace dateline::formats

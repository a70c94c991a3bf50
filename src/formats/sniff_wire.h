// formats/sniff_wire.h -- inside the room: telling wire messages from other text and from binary data.
#pragma once

#include <string_view>

namespace dateline::formats {

/// True where `bytes` are a wire message from their start: framed (SOH, a header of text with a number in it, STX),
/// with at most a kilobyte of anything before it; or beginning with the printed header of one. Framing has control
/// characters, so this is to be asked before text is told from binary data.
bool is_wire_text(std::string_view bytes);

}  // namespace dateline::formats

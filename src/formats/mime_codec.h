// formats/mime_codec.h -- inside the room: how bodies of mail are written as lines of ASCII, undone.
#pragma once

#include <string>
#include <string_view>

namespace dateline::formats {

/// RFC 2045, section 6.8. What is no base64 digit is passed over; padding ends a group, and another may follow.
std::string decode_base64(std::string_view text);

/// RFC 2045, section 6.7: "=E9" and soft line breaks undone, white space before a line's end dropped. A '=' that begins
/// neither stands for itself.
std::string decode_quoted_printable(std::string_view text);

/// Text of format=flowed (RFC 3676) with each paragraph as one line. `delete_space`: its delsp=yes.
std::string unflow(std::string_view text, bool delete_space);

}  // namespace dateline::formats

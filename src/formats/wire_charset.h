// formats/wire_charset.h -- inside the room: the bytes of a wire message as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace dateline::formats {

/// `bytes` as UTF-8. UTF-8 stays. 7-bit text in which brackets and braces stand inside words of German, Swedish,
/// Danish, Norwegian or French is read in that country's variant of ISO 646; all else is windows-1252, of which ASCII
/// and ISO 8859-1 are parts. Linear.
std::string wire_to_utf8(std::string_view bytes);

}  // namespace dateline::formats

// text/charset_labels.h -- names of charsets as the web uses them. Inside the room only.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

/// The ICU converter for `label` as the WHATWG Encoding Standard (section 4.2) reads labels: "latin1" is windows-1252,
/// "gb2312" is GB 18030, "shift_jis" is windows-31j. Labels the standard does not know are tried on ICU's own aliases.
/// Empty when nothing fits, and for the charsets the standard forbids (UTF-7, EBCDIC and other non-supersets of ASCII).
std::string converter_for_label(std::string_view label);

}  // namespace dateline::text

// text/charset.h -- any charset to UTF-8, through ICU's converters and uchardet's guess.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace dateline::text {

/// `bytes` as well-formed UTF-8. In this order: a byte order mark; UTF-8 if the bytes are that, or nearly (for each
/// ill-formed byte four good sequences); `declared` (a label of the WHATWG Encoding Standard, from a header or meta
/// element, may be empty; "iso-8859-1" and "us-ascii" mean windows-1252 there); a guess; windows-1252. A declaration
/// that cannot read more than one byte in a hundred is not believed; UTF-16 without a mark is known by its NULs. What
/// cannot be converted becomes U+FFFD.
///
/// Errors: kInvalid "is not text" when the bytes look binary (a NUL in the first 1024 bytes of anything but UTF-16/32,
///         or more than one control character in ten).
base::Result<std::string> to_utf8(std::string_view bytes, std::string_view declared);

}  // namespace dateline::text

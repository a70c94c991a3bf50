// formats/header_fields.h -- inside the room: "Name: value" lines, as WARC records, HTTP messages and mail have them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dateline::formats {

struct HeaderField {
  std::string name;   ///< Lower case.
  std::string value;  ///< Trimmed; folded lines are joined by a space.
};

enum class BadLine { kIsError, kIsSkipped };

/// The fields of `lines`, which end in CRLF or LF, in order. A line that begins with white space continues the one
/// before it (RFC 5322, section 2.2.3; ISO 28500, section 4).
///
/// Errors: kCorrupt ("header line 3 has no colon") where `bad_line` says so.
base::Result<std::vector<HeaderField>> parse_header_fields(std::string_view lines, BadLine bad_line);

/// The value of the first field of that (lower-case) name; nullptr when there is none.
const std::string* find_field(const std::vector<HeaderField>& fields, std::string_view name);

}  // namespace dateline::formats

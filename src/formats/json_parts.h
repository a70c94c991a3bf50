// formats/json_parts.h -- inside the room: what the readers of JSON share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_fwd.h"
#include "base/result.h"

namespace dateline::formats {

/// Names to look for, best first: versions of a format spell the same thing in several ways.
using JsonNames = std::initializer_list<std::string_view>;

/// The JSON value that all of `bytes` is. A byte order mark before it is passed over.
///
/// Errors:
///   kCorrupt   not well-formed, no UTF-8, or nested deeper than 64 ("at byte 12: …")
///   kTooLarge  commas and opening brackets pass 4,000,000: each may stand for a value
base::Result<base::Json> parse_json_document(std::string_view bytes);

/// The first of these members that is a string and not blank, as written; empty when there is none.
std::string_view json_text(const base::JsonObject& object, JsonNames names);

/// The same with white space collapsed: addresses, names, dates.
std::string json_line(const base::JsonObject& object, JsonNames names);

/// The first of these members that is an array, or nullptr.
const base::JsonArray* json_array(const base::JsonObject& object, JsonNames names);

/// The names in the first of these members that is a list, each a string or an object with a "name"; or the one name
/// that it is itself. Of the first `max_names` entries, none twice.
std::vector<std::string> json_names(const base::JsonObject& object, JsonNames names, std::size_t max_names = 100);

}  // namespace dateline::formats

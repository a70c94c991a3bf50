// base/json.h -- JSON values, through Boost.JSON, without its exceptions. Include this in .cpp files; headers that only
// pass values along take base/json_fwd.h.
#pragma once

#include <boost/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json_fwd.h"
#include "base/result.h"

namespace dateline::base {

/// The one JSON value (RFC 8259) that `text` is.
///
/// Errors: kInvalid ("at byte 12: syntax error"), also for nesting deeper than 64 and for ill-formed UTF-8.
Result<Json> parse_json(std::string_view text);

/// `value` as one line of UTF-8 without a line end.
std::string to_text(const Json& value);

/// Looks that never throw: nullptr or nothing when `object` has no such member or it is of another kind.
const Json* find(const JsonObject& object, std::string_view key);
const JsonObject* find_object(const JsonObject& object, std::string_view key);
const JsonArray* find_array(const JsonObject& object, std::string_view key);
std::optional<std::string_view> find_string(const JsonObject& object, std::string_view key);
std::optional<std::int64_t> find_integer(const JsonObject& object, std::string_view key);
std::optional<std::int64_t> as_integer(const Json& value);
/// An integer or a fraction.
std::optional<double> find_number(const JsonObject& object, std::string_view key);
std::optional<bool> find_bool(const JsonObject& object, std::string_view key);

/// boost::json's string type from ours and back.
inline std::string_view as_view(const boost::json::string& text) {
  return {text.data(), text.size()};
}

}  // namespace dateline::base

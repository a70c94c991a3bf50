#include "base/json.h"

#include <fmt/format.h>

#include <limits>

namespace dateline::base {

Result<Json> parse_json(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 64;
  boost::json::parser parser({}, options);
  boost::json::error_code error;
  // The parser throws nothing but bad_alloc when it is handed an error_code.
  const std::size_t consumed = parser.write_some(boost::json::string_view(text.data(), text.size()), error);
  if (!error && consumed < text.size()) {
    return Error{ErrorCode::kInvalid, fmt::format("at byte {}: text after the JSON value", consumed)};
  }
  if (error)
    return Error{ErrorCode::kInvalid, fmt::format("at byte {}: no well-formed JSON: {}", consumed, error.message())};
  return parser.release();
}

std::string to_text(const Json& value) {
  return boost::json::serialize(value);
}

const Json* find(const JsonObject& object, std::string_view key) {
  return object.if_contains(boost::json::string_view(key.data(), key.size()));
}

const JsonObject* find_object(const JsonObject& object, std::string_view key) {
  const Json* value = find(object, key);
  return value != nullptr ? value->if_object() : nullptr;
}

const JsonArray* find_array(const JsonObject& object, std::string_view key) {
  const Json* value = find(object, key);
  return value != nullptr ? value->if_array() : nullptr;
}

std::optional<std::string_view> find_string(const JsonObject& object, std::string_view key) {
  const Json* value = find(object, key);
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return as_view(value->get_string());
}

std::optional<std::int64_t> as_integer(const Json& value) {
  if (value.is_int64()) return value.get_int64();
  // Values built from sizes are unsigned; parsed ones only where they pass 2^63.
  if (value.is_uint64() && value.get_uint64() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return static_cast<std::int64_t>(value.get_uint64());
  }
  return std::nullopt;
}

std::optional<std::int64_t> find_integer(const JsonObject& object, std::string_view key) {
  const Json* value = find(object, key);
  return value != nullptr ? as_integer(*value) : std::nullopt;
}

std::optional<double> find_number(const JsonObject& object, std::string_view key) {
  const Json* value = find(object, key);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  return value->to_number<double>();
}

std::optional<bool> find_bool(const JsonObject& object, std::string_view key) {
  const Json* value = find(object, key);
  if (value == nullptr || !value->is_bool()) return std::nullopt;
  return value->get_bool();
}

}  // namespace dateline::base

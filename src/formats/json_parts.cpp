#include "formats/json_parts.h"

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "base/strings.h"

namespace dateline::formats {
namespace {

// A value takes some 25 bytes of memory and up to twice that while its list grows, but only two of input.
constexpr std::size_t kMaxValues = 4'000'000;

// No fewer than there are: those inside strings count as well.
std::size_t most_values(std::string_view json) {
  return static_cast<std::size_t>(
      std::count_if(json.begin(), json.end(), [](char c) { return c == ',' || c == '{' || c == '['; }));
}

// The name that `value` is or has, or nothing.
std::string name_in(const base::Json& value) {
  if (value.is_string()) return base::collapse_whitespace(base::as_view(value.get_string()));
  const base::JsonObject* object = value.if_object();
  return object == nullptr ? std::string() : json_line(*object, {"name"});
}

}  // namespace

base::Result<base::Json> parse_json_document(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (most_values(bytes) > kMaxValues) {
    return base::Error{base::ErrorCode::kTooLarge,
                       "JSON of more than " + base::with_thousands(std::int64_t{kMaxValues}) + " values"};
  }
  base::Result<base::Json> json = base::parse_json(bytes);
  if (!json.ok()) return base::Error{base::ErrorCode::kCorrupt, json.error().message};
  return json;
}

std::string_view json_text(const base::JsonObject& object, JsonNames names) {
  for (const std::string_view name : names) {
    const std::string_view text = base::find_string(object, name).value_or(std::string_view());
    if (!base::trim(text).empty()) return text;
  }
  return {};
}

std::string json_line(const base::JsonObject& object, JsonNames names) {
  return base::collapse_whitespace(json_text(object, names));
}

const base::JsonArray* json_array(const base::JsonObject& object, JsonNames names) {
  for (const std::string_view name : names) {
    if (const base::JsonArray* array = base::find_array(object, name)) return array;
  }
  return nullptr;
}

std::vector<std::string> json_names(const base::JsonObject& object, JsonNames names, std::size_t max_names) {
  std::vector<std::string> found;
  const auto add = [&found](std::string name) {
    if (!name.empty() && std::find(found.begin(), found.end(), name) == found.end()) found.push_back(std::move(name));
  };
  for (const std::string_view member : names) {
    const base::Json* value = base::find(object, member);
    if (value == nullptr) continue;
    if (const base::JsonArray* list = value->if_array()) {
      for (std::size_t i = 0; i < std::min(list->size(), max_names); ++i) add(name_in((*list)[i]));
    } else {
      add(name_in(*value));
    }
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace dateline::formats

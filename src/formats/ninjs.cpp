// formats/ninjs.cpp -- where the items are.
#include "formats/ninjs.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/json.h"
#include "base/strings.h"
#include "formats/json_parts.h"
#include "formats/ninjs_parts.h"

namespace dateline::formats {
namespace {

/// Sorted, lower case: version 3 writes the same names with capitals inside. Names that other JSON has as well ("type",
/// "headline", "language") tell nothing.
constexpr std::array<std::string_view, 19> kNames = {
    "$standard",       "altids",         "bodies",      "contentcreated", "copyrightholder",
    "copyrightnotice", "descriptions",   "ednote",      "embargoed",      "firstcreated",
    "headlines",       "infosource",     "infosources", "pubstatus",      "representationtype",
    "slugline",        "trustindicator", "usageterms",  "versioncreated"};
constexpr std::array<std::string_view, 3> kPrefixes = {"body_", "description_", "headline_"};

bool is_name_of_ninjs(std::string_view name) {
  const auto begins = [name](std::string_view prefix) { return name.starts_with(prefix); };
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), begins) ||
         std::binary_search(kNames.begin(), kNames.end(), base::ascii_lower(name));
}

bool is_item(const base::JsonObject& object, bool cut) {
  // Rows of Dateline's own JSON Lines have some of the names, but their text in members that ninjs does not know.
  if (base::find(object, "text") != nullptr || base::find(object, "html") != nullptr) return false;
  // Members come in any order, and a body may fill all of a beginning.
  const bool has_uri = cut || !json_text(object, {"uri", "guid"}).empty();
  std::size_t missing = has_uri ? 1 : 2;
  for (const auto& member : object) {
    const auto key = member.key();
    if (is_name_of_ninjs({key.data(), key.size()}) && --missing == 0) return true;
  }
  return false;
}

const base::JsonArray* list_of(const base::Json& document) {
  const base::JsonObject* object = document.if_object();
  return object == nullptr ? document.if_array() : json_array(*object, {"items", "_items", "item"});
}

// The item that `value` is or wraps, or nullptr.
const base::JsonObject* item_in(const base::Json& value, bool cut) {
  const base::JsonObject* object = value.if_object();
  if (object == nullptr || is_item(*object, cut)) return object;
  const base::JsonObject* inner = base::find_object(*object, "item");
  return inner != nullptr && is_item(*inner, cut) ? inner : nullptr;
}

base::Error no_ninjs(std::string_view why) {
  return {base::ErrorCode::kInvalid, "JSON, but no ninjs: " + std::string(why)};
}

}  // namespace

bool holds_ninjs(const base::Json& document, bool cut) {
  if (item_in(document, cut) != nullptr) return true;
  const base::JsonArray* list = list_of(document);
  return list != nullptr && std::any_of(list->begin(), list->end(),
                                        [cut](const base::Json& entry) { return item_in(entry, cut) != nullptr; });
}

base::Result<std::vector<NewsItem>> read_ninjs(const base::Json& document, const NewsItemLimits& limits) {
  std::vector<const base::JsonObject*> objects;
  if (const base::JsonObject* only = item_in(document, false)) {
    objects.push_back(only);
  } else if (const base::JsonArray* list = list_of(document)) {
    if (list->size() > limits.max_items) {
      return base::Error{base::ErrorCode::kTooLarge,
                         "ninjs of more than " + std::to_string(limits.max_items) + " items"};
    }
    for (const base::Json& entry : *list) {
      if (const base::JsonObject* object = item_in(entry, false)) objects.push_back(object);
    }
    if (objects.empty() && !list->empty()) {
      return no_ninjs("none of its " + std::to_string(list->size()) + " entries is an item");
    }
  } else {
    return no_ninjs("it has neither the members of an item nor a list of items");
  }
  std::vector<NewsItem> items;
  for (const base::JsonObject* object : objects) {
    if (auto item = read_ninjs_item(*object)) items.push_back(std::move(*item));
  }
  return items;
}

base::Result<std::vector<NewsItem>> parse_ninjs(std::string_view bytes, const NewsItemLimits& limits) {
  DATELINE_TRY(const base::Json document, parse_json_document(bytes));
  return read_ninjs(document, limits);
}

}  // namespace dateline::formats

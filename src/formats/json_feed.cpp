#include "formats/json_feed.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/json.h"
#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/json_parts.h"

namespace dateline::formats {
namespace {

// Programs that break lines break them between these columns; paragraphs are longer, lines of lists shorter.
constexpr std::size_t kMinWrappedLine = 60;
constexpr std::size_t kMaxWrappedLine = 100;

// Plain text as HTML. Its paragraphs stand between blank lines; a text without any has one on each line, unless its
// lines are so short that they are parts of one.
std::string paragraphs_of(std::string_view text) {
  const std::vector<std::string_view> lines = base::split(text, '\n');
  bool has_blank = false;
  std::size_t longest = 0;
  for (const std::string_view line : lines) {
    has_blank = has_blank || base::trim(line).empty();
    longest = std::max(longest, line.size());
  }
  const bool paragraph_a_line = !has_blank && longest > kMaxWrappedLine;
  const bool wrapped = longest >= kMinWrappedLine && longest <= kMaxWrappedLine;
  std::string html;
  bool open = false;
  for (const std::string_view line : lines) {
    const std::string_view words = base::trim(line);
    if (open && (words.empty() || paragraph_a_line)) {
      html += "</p>";
      open = false;
    }
    if (words.empty()) continue;
    html += !open ? "<p>" : wrapped ? " " : "<br>";
    html += base::escape_html(words);
    open = true;
  }
  if (open) html += "</p>";
  return html;
}

// Version 1.1 has a list, 1.0 one author.
std::string byline_of(const base::JsonObject& object) {
  std::string byline;
  for (const std::string& name : json_names(object, {"authors", "author"})) add_name(byline, name);
  return byline;
}

// Version 1.0 lets a number stand for an id.
std::string id_of(const base::JsonObject& object) {
  const base::Json* id = base::find(object, "id");
  if (id != nullptr && id->is_number()) return base::to_text(*id);
  return json_line(object, {"id"});
}

NewsItem read_entry(const base::JsonObject& object, const Feed& feed, const std::string& feed_byline) {
  NewsItem entry;
  entry.link = json_line(object, {"url", "external_url"});
  entry.id = id_of(object);
  if (entry.id.empty()) entry.id = entry.link;
  entry.headline = plain_title(json_text(object, {"title"}));
  entry.byline = byline_of(object);
  if (entry.byline.empty()) entry.byline = feed_byline;
  entry.published = json_line(object, {"date_published", "date_modified"});
  entry.modified = json_line(object, {"date_modified"});
  if (entry.modified == entry.published) entry.modified.clear();
  entry.language = json_line(object, {"language"});
  if (entry.language.empty()) entry.language = feed.language;
  entry.image = json_line(object, {"image", "banner_image"});
  entry.keywords = json_names(object, {"tags"});
  entry.body_html = json_text(object, {"content_html"});
  if (entry.body_html.empty()) entry.body_html = paragraphs_of(json_text(object, {"content_text"}));
  entry.is_excerpt = entry.body_html.empty();
  if (entry.is_excerpt) entry.body_html = paragraphs_of(json_text(object, {"summary"}));
  return entry;
}

}  // namespace

bool is_json_feed(const base::Json& document) {
  const base::JsonObject* object = document.if_object();
  if (object == nullptr) return false;
  if (json_text(*object, {"version"}).find("jsonfeed.org/version/") != std::string_view::npos) return true;
  const base::JsonArray* items = base::find_array(*object, "items");
  const base::JsonObject* first = items == nullptr || items->empty() ? nullptr : items->front().if_object();
  if (first == nullptr) return false;
  for (const std::string_view name : {"content_html", "content_text", "date_published"}) {
    if (base::find(*first, name) != nullptr) return true;
  }
  return false;
}

base::Result<Feed> parse_json_feed(std::string_view bytes, const NewsItemLimits& limits) {
  DATELINE_TRY(const base::Json document, parse_json_document(bytes));
  const base::JsonObject* object = document.if_object();
  const base::JsonArray* items = object == nullptr ? nullptr : base::find_array(*object, "items");
  if (items == nullptr || !is_json_feed(document)) {
    return base::Error{base::ErrorCode::kInvalid, items == nullptr
                                                      ? "JSON, but no JSON Feed: it has no \"items\""
                                                      : "JSON, but no JSON Feed: its \"version\" is another"};
  }
  if (items->size() > limits.max_items) return too_many_entries(limits);
  Feed feed;
  feed.title = plain_title(json_text(*object, {"title"}));
  feed.link = json_line(*object, {"home_page_url"});
  feed.language = json_line(*object, {"language"});
  const std::string byline = byline_of(*object);
  for (const base::Json& item : *items) {
    if (const base::JsonObject* entry = item.if_object()) feed.entries.push_back(read_entry(*entry, feed, byline));
  }
  return feed;
}

}  // namespace dateline::formats

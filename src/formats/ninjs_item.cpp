// formats/ninjs_item.cpp -- what an item says about itself. Versions differ in names (byline, by), in case
// (versioncreated, versionCreated) and in number (genre, genres); a member of the wrong type counts as missing.
#include <algorithm>
#include <utility>

#include "base/json.h"
#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/json_parts.h"
#include "formats/ninjs_parts.h"
#include "formats/wire_parts.h"

namespace dateline::formats {
namespace {

constexpr double kMaxWidth = 2000;  ///< Pixels of a picture that is still for a screen, not for print.

// The address of the rendition that shows most and is not made for print; those that are no picture do not count.
std::string_view best_rendition(const base::JsonObject& item) {
  std::string_view best;
  double best_width = -2;
  const auto consider = [&](const base::Json& value) {
    const base::JsonObject* rendition = value.if_object();
    if (rendition == nullptr) return;
    const std::string_view href = base::trim(json_text(*rendition, {"href"}));
    const std::string_view type = json_text(*rendition, {"contentType", "contenttype", "mimetype"});
    if (href.empty() || (!type.empty() && !base::starts_with_ignoring_case(type, "image/"))) return;
    const base::Json* number = base::find(*rendition, "width");
    double width = number != nullptr && number->is_number() ? number->to_number<double>() : 0;
    if (width > kMaxWidth) width = -1;
    if (width <= best_width) return;
    best_width = width;
    best = href;
  };
  const base::Json* renditions = base::find(item, "renditions");
  if (renditions == nullptr) return {};
  if (const base::JsonArray* list = renditions->if_array()) {
    for (const base::Json& value : *list) consider(value);
  } else if (const base::JsonObject* named = renditions->if_object()) {
    for (const auto& member : *named) consider(member.value());
  }
  return best;
}

std::string_view picture_of(const base::Json& associated) {
  const base::JsonObject* item = associated.if_object();
  if (item == nullptr) return {};
  const std::string_view type = json_text(*item, {"type"});
  return type.empty() || type == "picture" || type == "graphic" ? best_rendition(*item) : std::string_view();
}

bool has_publishing_role(const base::JsonObject& source) {
  const std::string role = base::ascii_lower(json_text(source, {"role", "rel"}));
  constexpr std::string_view kRoles[] = {"provid", "publish", "distribut", "suppl"};
  return std::any_of(std::begin(kRoles), std::end(kRoles),
                     [&role](std::string_view part) { return role.find(part) != role.npos; });
}

// Of the parties that had to do with the report: with `with_role`, the one that is said to publish it; without, the
// first of which nothing is said.
std::string info_source(const base::JsonObject& object, bool with_role) {
  const base::JsonArray* sources = json_array(object, {"infoSources", "infosources", "infosource"});
  if (sources == nullptr) return {};
  for (const base::Json& value : *sources) {
    const base::JsonObject* source = value.if_object();
    if (source == nullptr) continue;
    const bool fits = with_role ? has_publishing_role(*source) : json_text(*source, {"role", "rel"}).empty();
    if (std::string name = json_line(*source, {"name"}); fits && !name.empty()) return name;
  }
  return {};
}

// "TOKYO, Nov. 2" has a day behind its place, "Tokyo, Japan" has none.
bool is_dateline(std::string_view located) {
  const std::size_t comma = located.find(',');
  if (comma == located.npos) return false;
  for (const std::string_view word : base::split_words(located.substr(comma))) {
    std::size_t digits = 0;
    while (digits < word.size() && base::is_ascii_digit(word[digits])) ++digits;
    if (digits == 1 || digits == 2) return true;
  }
  return false;
}

// Superdesk gives the dateline as {"text": …}; elsewhere it may stand where the place should.
std::string dateline_of(const base::JsonObject& object) {
  const base::JsonObject* written = base::find_object(object, "dateline");
  std::string dateline = written != nullptr ? json_line(*written, {"text"}) : json_line(object, {"dateline"});
  if (!dateline.empty()) return dateline;
  std::string located = json_line(object, {"located"});
  return is_dateline(located) ? located : std::string();
}

std::string byline_of(const base::JsonObject& object) {
  std::string byline = json_line(object, {"by", "byline"});
  if (!byline.empty()) return byline;
  for (const std::string& name : json_names(object, {"authors"})) add_name(byline, name);
  return byline;
}

std::string rights_of(const base::JsonObject& object) {
  std::string rights = plain_title(json_text(object, {"copyrightNotice", "copyrightnotice"}));
  const std::string terms = plain_title(json_text(object, {"usageTerms", "usageterms"}));
  if (!rights.empty() && !terms.empty() && rights != terms) rights += "; ";
  if (rights != terms) rights += terms;
  return rights;
}

// A first version has been published, not modified.
void read_dates(const base::JsonObject& object, NewsItem& item) {
  item.published = json_line(object, {"firstpublished", "firstCreated", "firstcreated", "versionCreated",
                                      "versioncreated", "contentCreated", "contentcreated"});
  item.modified = json_line(object, {"versionCreated", "versioncreated"});
  if (item.modified == item.published) item.modified.clear();
}

// Nothing here knows what time it is: when the embargo ends is handed on, even where it can't be read.
void read_status(const base::JsonObject& object, NewsItem& item) {
  const std::string status = base::ascii_lower(json_line(object, {"pubStatus", "pubstatus"}));
  if (status.ends_with("withheld")) item.status = ItemStatus::kWithheld;
  const std::string embargo = json_line(object, {"embargoed"});
  if (!embargo.empty()) withhold_until(item, embargo, json_line(object, {"versionCreated", "versioncreated"}));
  if (status.ends_with("canceled") || status.ends_with("cancelled")) item.status = ItemStatus::kCancelled;
}

void read_topics(const base::JsonObject& object, NewsItem& item) {
  const std::vector<std::string> sections = json_names(object, {"service", "genres", "genre"});
  if (!sections.empty()) item.section = sections.front();
  item.keywords = json_names(object, {"subjects", "subject"});
  for (std::string& word : json_names(object, {"keywords"})) {
    const bool known = std::find(item.keywords.begin(), item.keywords.end(), word) != item.keywords.end();
    if (!known) item.keywords.push_back(std::move(word));
  }
}

}  // namespace

std::string ninjs_image(const base::JsonObject& object) {
  const base::Json* associations = base::find(object, "associations");
  std::string_view picture;
  if (associations != nullptr && associations->is_array()) {
    for (const base::Json& value : associations->get_array()) {
      if (picture.empty()) picture = picture_of(value);
    }
  } else if (associations != nullptr && associations->is_object()) {
    for (const auto& member : associations->get_object()) {
      if (picture.empty()) picture = picture_of(member.value());
    }
  }
  return base::collapse_whitespace(picture.empty() ? best_rendition(object) : picture);
}

std::string ninjs_outlet(const base::JsonObject& object) {
  const std::vector<std::string> named = json_names(object, {"provider", "source"}, 1);
  if (!named.empty()) return named.front();
  std::string outlet = info_source(object, true);
  if (outlet.empty()) outlet = json_line(object, {"copyrightHolder", "copyrightholder"});
  return outlet.empty() ? info_source(object, false) : outlet;
}

std::optional<NewsItem> read_ninjs_item(const base::JsonObject& object) {
  NewsItem item;
  if (!take_ninjs_body(ninjs_texts(object, "bodies", "body_"), item)) {
    const std::string_view type = json_text(object, {"type"});
    if (!type.empty() && type != "text" && type != "composite") return std::nullopt;
    item.is_excerpt = true;
    take_ninjs_body(ninjs_texts(object, "descriptions", "description_"), item);
  }
  item.id = json_line(object, {"uri", "guid"});
  item.outlet = ninjs_outlet(object);
  item.headline = ninjs_headline(object);
  item.byline = byline_of(object);
  item.dateline = dateline_of(object);
  item.language = json_line(object, {"language"});
  item.rights = rights_of(object);
  item.image = ninjs_image(object);
  item.note = plain_title(json_text(object, {"edNote", "ednote"}));
  read_dates(object, item);
  read_status(object, item);
  read_topics(object, item);
  return item;
}

}  // namespace dateline::formats

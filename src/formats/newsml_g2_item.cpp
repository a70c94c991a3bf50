// formats/newsml_g2_item.cpp -- see newsml_g2_item.h. Controlled values are written as a QCode ("stat:usable") or as a
// URI ("http://cv.iptc.org/newscodes/pubstatusg2/usable"); in both the last part is the word, whatever a catalog, which
// is never fetched, calls the scheme.
#include "formats/newsml_g2_item.h"

#include <utility>

#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/newsml_parts.h"
#include "formats/nitf_markup.h"
#include "formats/nitf_parts.h"
#include "formats/wire_parts.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

/// Calls `visit` for each child element of `node` that is called `name`; for none where `node` is nullptr.
template <typename Visit>
void each_child(const xmlNode* node, std::string_view name, const Visit& visit) {
  if (node == nullptr) return;
  for (const xmlNode* child = first_element(*node); child != nullptr; child = next_element(*child)) {
    if (local_name(*child) == name) visit(*child);
  }
}

/// The text of the first such child that has one.
std::string child_line(const xmlNode* node, std::string_view name) {
  std::string line;
  each_child(node, name, [&line](const xmlNode& child) {
    if (line.empty()) line = nitf_line(child);
  });
  return line;
}

std::string word_after_scheme(const std::string& value) {
  const std::size_t end = value.find_last_of(":/#");
  return std::string(base::trim(end == std::string::npos ? value : value.substr(end + 1)));
}

/// The word of a controlled value: of `qcode`, else of `uri`.
std::string code_of(const xmlNode& node) {
  const std::string qcode = xml_attribute(node, "qcode");
  return word_after_scheme(qcode.empty() ? xml_attribute(node, "uri") : qcode);
}

/// What a party or subject is called in words: its name, else its literal.
std::string name_of(const xmlNode& node) {
  const std::string name = child_line(&node, "name");
  return name.empty() ? base::collapse_whitespace(xml_attribute(node, "literal")) : name;
}

std::string name_of_child(const xmlNode* node, std::string_view child) {
  std::string name;
  each_child(node, child, [&name](const xmlNode& at) {
    if (name.empty()) name = name_of(at);
  });
  return name;
}

struct Metadata {
  const xmlNode* item;     ///< itemMeta; each may be nullptr.
  const xmlNode* content;  ///< contentMeta
  const xmlNode* rights;   ///< rightsInfo
};

void read_outlet(const Metadata& meta, NewsItem& item) {
  item.outlet = name_of_child(meta.item, "provider");
  set_if_empty(item.outlet, name_of_child(meta.content, "infoSource"));
  set_if_empty(item.outlet, child_line(meta.content, "creditline"));
  set_if_empty(item.outlet, name_of_child(meta.rights, "copyrightHolder"));
  const xmlNode* provider = meta.item == nullptr ? nullptr : child_named(*meta.item, "provider");
  if (provider != nullptr) set_if_empty(item.outlet, code_of(*provider));
}

void read_people(const xmlNode* content, NewsItem& item) {
  each_child(content, "by", [&item](const xmlNode& by) { add_name(item.byline, nitf_line(by)); });
  if (!item.byline.empty()) return;
  each_child(content, "creator", [&item](const xmlNode& creator) { add_name(item.byline, name_of(creator)); });
}

void read_dates(const Metadata& meta, NewsItem& item) {
  const std::string version = child_line(meta.item, "versionCreated");
  item.published = child_line(meta.item, "firstCreated");
  set_if_empty(item.published, child_line(meta.content, "contentCreated"));
  set_if_empty(item.published, version);
  item.modified = child_line(meta.content, "contentModified");
  if (version != item.published) set_if_empty(item.modified, version);
}

void read_status(const Metadata& meta, NewsItem& item) {
  if (meta.item == nullptr) return;
  if (const xmlNode* status = child_named(*meta.item, "pubStatus")) item.status = status_of(code_of(*status));
  // An embargo without a date goes on until the item is sent again without it.
  if (const xmlNode* embargo = child_named(*meta.item, "embargoed")) {
    withhold_until(item, nitf_line(*embargo), child_line(meta.item, "versionCreated"));
  }
}

void read_link(const xmlNode& link, NewsItem& item) {
  const std::string relation = base::ascii_lower(word_after_scheme(xml_attribute(link, "rel")));
  if (relation == "canonical" || relation == "hascanonical" || relation == "alternate" || relation == "permalink") {
    set_if_empty(item.link, std::string(base::trim(xml_attribute(link, "href"))));
  }
}

void read_subjects(const xmlNode* content, NewsItem& item) {
  each_child(content, "keyword", [&item](const xmlNode& keyword) { add_keyword(item, nitf_line(keyword)); });
  each_child(content, "subject", [&item](const xmlNode& subject) { add_keyword(item, name_of(subject)); });
  item.section = name_of_child(content, "genre");
}

void read_headline(const Metadata& meta, NewsItem& item) {
  each_child(meta.content, "headline", [&item](const xmlNode& headline) {
    if (word_after_scheme(xml_attribute(headline, "role")) == "main") set_if_empty(item.headline, nitf_line(headline));
  });
  set_if_empty(item.headline, child_line(meta.content, "headline"));
  set_if_empty(item.headline, child_line(meta.item, "title"));
}

void read_metadata(const Metadata& meta, NewsItem& item) {
  read_headline(meta, item);
  read_outlet(meta, item);
  read_people(meta.content, item);
  read_dates(meta, item);
  read_status(meta, item);
  read_subjects(meta.content, item);
  item.dateline = child_line(meta.content, "dateline");
  item.rights = child_line(meta.rights, "copyrightNotice");
  set_if_empty(item.rights, child_line(meta.rights, "usageTerms"));
  each_child(meta.item, "edNote", [&item](const xmlNode& note) { add_note(item, nitf_line(note)); });
  each_child(meta.item, "link", [&item](const xmlNode& link) { read_link(link, item); });
  each_child(meta.content, "icon", [&item](const xmlNode& icon) {
    set_if_empty(item.image, std::string(base::trim(xml_attribute(icon, "href"))));
  });
  each_child(meta.content, "language",
             [&item](const xmlNode& language) { set_if_empty(item.language, xml_attribute(language, "tag")); });
}

/// inlineData is a string: plain text, or HTML.
void read_inline_data(const xmlNode& data, NewsItem& item) {
  if (!xml_attribute(data, "encoding").empty()) return;  // Base64, or packed.
  std::string text(base::trim(xml_text(data)));
  const std::string type = base::ascii_lower(xml_attribute(data, "contenttype"));
  if (type.starts_with("text/html") || type.starts_with("application/xhtml")) {
    item.body_html = std::move(text);
  } else if (type.empty() || !type.starts_with("text/")) {
    set_body_from_text(item, std::move(text));
  } else {
    item.body_text = std::move(text);
  }
}

/// The renditions of one text: the first with mark-up is taken, else the first of all.
void read_content(const xmlNode& set, NewsItem& item) {
  each_child(&set, "inlineXML", [&item](const xmlNode& content) {
    if (!has_body(item) && !read_inline_document(content, item)) read_inline_data(content, item);
  });
  each_child(&set, "inlineData", [&item](const xmlNode& data) {
    if (item.body_html.empty()) {
      NewsItem other;
      read_inline_data(data, other);
      if (!other.body_html.empty()) item.body_html = std::move(other.body_html);
      set_if_empty(item.body_text, std::move(other.body_text));
    }
  });
  if (!item.body_html.empty()) item.body_text.clear();
}

void read_description(const xmlNode* content, NewsItem& item) {
  const std::string description = child_line(content, "description");
  if (has_body(item) || description.empty()) return;
  item.body_html = "<p>" + base::escape_html(description) + "</p>";
  item.is_excerpt = true;
}

}  // namespace

bool has_body(const NewsItem& item) {
  return !item.body_html.empty() || !item.body_text.empty();
}

bool read_inline_document(const xmlNode& content, NewsItem& item) {
  const xmlNode* root = first_element(content);
  if (root == nullptr) return false;
  if (local_name(*root) == "nitf") {
    fill_from(item, read_nitf(*root));
    return true;
  }
  const xmlNode* body = local_name(*root) == "html" ? child_named(*root, "body") : nullptr;
  item.body_html = base::trim(xml_inner_html(body == nullptr ? content : *body));
  return true;
}

std::string item_class(const xmlNode& item) {
  const xmlNode* meta = child_named(item, "itemMeta");
  const xmlNode* item_class = meta == nullptr ? nullptr : child_named(*meta, "itemClass");
  return item_class == nullptr ? "" : base::ascii_lower(code_of(*item_class));
}

NewsItem read_g2_item(const xmlNode& node) {
  NewsItem item;
  item.id = base::collapse_whitespace(xml_attribute(node, "guid"));
  const Metadata meta{child_named(node, "itemMeta"), child_named(node, "contentMeta"), child_named(node, "rightsInfo")};
  read_metadata(meta, item);
  set_if_empty(item.language, xml_attribute(node, "lang", kXmlNamespace));
  each_child(&node, "contentSet", [&item](const xmlNode& set) { read_content(set, item); });
  read_description(meta.content, item);
  return item;
}

}  // namespace dateline::formats

// formats/feed_atom.cpp -- Atom 1.0 (RFC 4287), and what Atom 0.3 has under other names.
#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

/// Some feeds forget the namespace; their root has told what they are.
bool is_atom(const xmlNode& node) {
  const Vocabulary vocabulary = vocabulary_of(node);
  return vocabulary == Vocabulary::kAtom || vocabulary == Vocabulary::kRss;
}

std::string name_of_person(const xmlNode& person) {
  for (const xmlNode* child = first_element(person); child != nullptr; child = next_element(*child)) {
    if (local_name(*child) == "name" && is_atom(*child)) return line_of(*child);
  }
  return {};
}

std::string title_of(const xmlNode& node) {
  const std::string type = base::ascii_lower(xml_attribute(node, "type"));
  // "text" is what it means when nothing is said, but feeds that say nothing put HTML there all the same.
  return type == "text" ? line_of(node) : plain_title(type.empty() ? xml_text(node) : atom_html(node));
}

struct Entry {
  NewsItem fields;
  std::string updated;
  std::string summary;
};

void read_entry_field(const xmlNode& node, Entry& entry) {
  const std::string_view name = local_name(node);
  NewsItem& fields = entry.fields;
  if (vocabulary_of(node) == Vocabulary::kDublinCore && name == "creator") add_name(fields.byline, line_of(node));
  if (!is_atom(node)) return;
  if (name == "id" && fields.id.empty()) fields.id = line_of(node);
  if (name == "link" && fields.link.empty()) fields.link = atom_link(node);
  if (name == "title" && fields.headline.empty()) fields.headline = title_of(node);
  if (name == "author") add_name(fields.byline, name_of_person(node));
  if ((name == "published" || name == "issued") && fields.published.empty()) fields.published = line_of(node);
  if ((name == "updated" || name == "modified") && entry.updated.empty()) entry.updated = line_of(node);
  if (name == "content" && fields.body_html.empty()) fields.body_html = atom_html(node);
  if (name == "summary" && entry.summary.empty()) entry.summary = atom_html(node);
}

NewsItem read_entry(const xmlNode& node, const std::string& feed_author) {
  Entry entry;
  for (const xmlNode* child = first_element(node); child != nullptr; child = next_element(*child)) {
    read_entry_field(*child, entry);
  }
  NewsItem& fields = entry.fields;
  if (fields.id.empty()) fields.id = fields.link;
  // RFC 4287, section 4.2.1: without authors of its own an entry has those of the feed.
  if (fields.byline.empty()) fields.byline = feed_author;
  if (fields.published.empty()) fields.published = std::move(entry.updated);
  fields.is_excerpt = base::trim(fields.body_html).empty();
  if (fields.is_excerpt) fields.body_html = std::move(entry.summary);
  return std::move(entry.fields);
}

}  // namespace

std::string atom_html(const xmlNode& node) {
  const std::string type = base::ascii_lower(base::trim(xml_attribute(node, "type")));
  if (type == "xhtml" || type == "application/xhtml+xml") {
    const xmlNode* div = first_element(node);
    return div != nullptr && local_name(*div) == "div" ? xml_inner_html(*div) : xml_inner_html(node);
  }
  if (type == "html" || type == "text/html") return xml_text(node);
  if (!type.empty() && type != "text" && !type.starts_with("text/")) return {};
  if (first_element(node) != nullptr) return xml_inner_html(node);  // Atom 0.3, mode="xml".
  return base::escape_html(xml_text(node));
}

std::string atom_link(const xmlNode& node) {
  const std::string relation = xml_attribute(node, "rel");
  return relation.empty() || relation == "alternate" ? std::string(base::trim(xml_attribute(node, "href")))
                                                     : std::string();
}

base::Result<Feed> read_atom(const xmlNode& root, const NewsItemLimits& limits) {
  Feed feed;
  feed.language = xml_attribute(root, "lang", kXmlNamespace);
  std::string author;
  std::vector<const xmlNode*> entries;
  for (const xmlNode* node = first_element(root); node != nullptr; node = next_element(*node)) {
    if (!is_atom(*node)) continue;
    const std::string_view name = local_name(*node);
    if (name == "title" && feed.title.empty()) feed.title = title_of(*node);
    if (name == "link" && feed.link.empty()) feed.link = atom_link(*node);
    if (name == "author") add_name(author, name_of_person(*node));
    if (name == "entry") entries.push_back(node);
  }
  if (entries.size() > limits.max_items) return too_many_entries(limits);
  for (const xmlNode* entry : entries) feed.entries.push_back(read_entry(*entry, author));
  return feed;
}

}  // namespace dateline::formats

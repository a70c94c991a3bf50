// formats/feed_rss.cpp -- RSS 0.9x and 2.0 (rssboard.org/rss-specification) and RSS 0.90 and 1.0, which are RDF
// (web.resource.org/rss/1.0/spec) and have their items beside the channel.
#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

constexpr std::string_view kRdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

void read_channel_field(const xmlNode& node, Feed& feed) {
  const std::string_view name = local_name(node);
  const Vocabulary vocabulary = vocabulary_of(node);
  if (vocabulary == Vocabulary::kRss) {
    if (name == "title" && feed.title.empty()) feed.title = plain_title(xml_text(node));
    if (name == "link" && feed.link.empty()) feed.link = line_of(node);
    if (name == "language" && feed.language.empty()) feed.language = line_of(node);
  }
  if (vocabulary == Vocabulary::kDublinCore && name == "language" && feed.language.empty())
    feed.language = line_of(node);
}

/// What an item says, by where it says it; the best of each is taken at the end.
struct Item {
  std::string guid;
  bool guid_is_link = true;
  std::string link;
  std::string atom_link;
  std::string title;
  std::string creators;
  std::string authors;
  std::string pub_date;
  std::string other_date;
  std::string content;
  std::string description;
};

void read_rss_field(const xmlNode& node, Item& item) {
  const std::string_view name = local_name(node);
  if (name == "title" && item.title.empty()) item.title = plain_title(xml_text(node));
  if (name == "link" && item.link.empty()) item.link = line_of(node);
  if (name == "description" && item.description.empty()) item.description = xml_text(node);
  if (name == "author") add_name(item.authors, line_of(node));
  if (name == "pubDate" && item.pub_date.empty()) item.pub_date = line_of(node);
  if (name == "guid" && item.guid.empty()) {
    item.guid = line_of(node);
    item.guid_is_link = !base::equals_ignoring_case(base::trim(xml_attribute(node, "isPermaLink")), "false");
  }
}

void read_atom_field(const xmlNode& node, Item& item) {
  const std::string_view name = local_name(node);
  if (name == "link" && item.atom_link.empty()) item.atom_link = atom_link(node);
  if (name == "content" && item.content.empty()) item.content = atom_html(node);
  if ((name == "published" || name == "updated") && item.other_date.empty()) item.other_date = line_of(node);
  if (name != "author") return;
  for (const xmlNode* child = first_element(node); child != nullptr; child = next_element(*child)) {
    if (local_name(*child) == "name") add_name(item.authors, line_of(*child));
  }
}

void read_item_field(const xmlNode& node, Item& item) {
  const std::string_view name = local_name(node);
  switch (vocabulary_of(node)) {
    case Vocabulary::kRss:
      read_rss_field(node, item);
      break;
    case Vocabulary::kAtom:
      read_atom_field(node, item);
      break;
    case Vocabulary::kContent:
      if (name == "encoded" && item.content.empty()) item.content = xml_text(node);
      break;
    case Vocabulary::kDublinCore:
      if (name == "creator") add_name(item.creators, line_of(node));
      if ((name == "date" || name == "issued") && item.other_date.empty()) item.other_date = line_of(node);
      if (name == "title" && item.title.empty()) item.title = plain_title(xml_text(node));
      break;
    case Vocabulary::kOther:
      break;
  }
}

NewsItem read_item(const xmlNode& node) {
  Item item;
  for (const xmlNode* child = first_element(node); child != nullptr; child = next_element(*child)) {
    read_item_field(*child, item);
  }
  NewsItem entry;
  entry.headline = std::move(item.title);
  entry.link = std::move(item.link);
  if (entry.link.empty()) entry.link = std::move(item.atom_link);
  if (entry.link.empty() && item.guid_is_link && base::starts_with_ignoring_case(item.guid, "http"))
    entry.link = item.guid;
  if (entry.link.empty()) entry.link = xml_attribute(node, "about", kRdfNamespace);
  entry.id = item.guid.empty() ? entry.link : std::move(item.guid);
  entry.byline = item.creators.empty() ? std::move(item.authors) : std::move(item.creators);
  entry.published = item.pub_date.empty() ? std::move(item.other_date) : std::move(item.pub_date);
  entry.is_excerpt = base::trim(item.content).empty();
  entry.body_html = entry.is_excerpt ? std::move(item.description) : std::move(item.content);
  return entry;
}

}  // namespace

base::Result<Feed> read_rss(const xmlNode& root, const NewsItemLimits& limits) {
  Feed feed;
  const auto add_item = [&feed, &limits](const xmlNode& node) {
    if (feed.entries.size() < limits.max_items) {
      feed.entries.push_back(read_item(node));
      return true;
    }
    return false;
  };
  bool has_channel = false;
  for (const xmlNode* outer = first_element(root); outer != nullptr; outer = next_element(*outer)) {
    if (vocabulary_of(*outer) != Vocabulary::kRss) continue;
    if (local_name(*outer) == "item" && !add_item(*outer)) return too_many_entries(limits);
    if (local_name(*outer) != "channel") continue;
    has_channel = true;
    for (const xmlNode* inner = first_element(*outer); inner != nullptr; inner = next_element(*inner)) {
      const bool item = local_name(*inner) == "item" && vocabulary_of(*inner) == Vocabulary::kRss;
      if (!item) read_channel_field(*inner, feed);
      if (item && !add_item(*inner)) return too_many_entries(limits);
    }
  }
  if (!has_channel) return base::Error{base::ErrorCode::kInvalid, "XML, but no feed: it has no <channel>"};
  return feed;
}

}  // namespace dateline::formats

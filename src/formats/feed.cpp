// formats/feed.cpp -- which kind of feed, and what the kinds share.
#include "formats/feed.h"

#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/html_tree.h"
#include "formats/xml_document.h"

namespace dateline::formats {

bool looks_like_html(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char next = text[i + 1];
    if (text[i] == '<' && (next == '/' || next == '!' || base::is_ascii_letter(next))) return true;
    if (text[i] != '&' || (next != '#' && !base::is_ascii_letter(next))) continue;
    std::size_t end = i + 2;
    while (end < text.size() && (base::is_ascii_letter(text[end]) || base::is_ascii_digit(text[end]))) ++end;
    if (end < text.size() && text[end] == ';') return true;
  }
  return false;
}

Vocabulary vocabulary_of(const xmlNode& node) {
  const std::string_view space = namespace_of(node);
  if (space.empty() || space == "http://purl.org/rss/1.0/" || space.find("netscape.com/rdf/simple/0.9") != space.npos ||
      space.starts_with("http://backend.userland.com/")) {
    return Vocabulary::kRss;
  }
  if (space == "http://www.w3.org/2005/Atom" || space.starts_with("http://purl.org/atom/")) return Vocabulary::kAtom;
  if (space == "http://purl.org/rss/1.0/modules/content/") return Vocabulary::kContent;
  if (space == "http://purl.org/dc/elements/1.1/" || space == "http://purl.org/dc/terms/")
    return Vocabulary::kDublinCore;
  return Vocabulary::kOther;
}

std::string plain_title(std::string_view text) {
  if (!looks_like_html(text)) return base::collapse_whitespace(text);
  const base::Result<HtmlTree> tree = HtmlTree::parse(text);
  return tree.ok() ? tree->text_below(0) : base::collapse_whitespace(text);
}

std::string line_of(const xmlNode& node) {
  return base::collapse_whitespace(xml_text(node));
}

void add_name(std::string& list, std::string_view name) {
  constexpr std::size_t kMaxBytes = 1000;  // Bylines are read by people; looking for repeats is quadratic.
  if (name.empty() || list.size() + 2 + name.size() > kMaxBytes) return;
  for (const std::string_view known : base::split(list, ',')) {
    if (base::trim(known) == name) return;
  }
  if (!list.empty()) list += ", ";
  list += name;
}

base::Error too_many_entries(const NewsItemLimits& limits) {
  return {base::ErrorCode::kTooLarge, "feed of more than " + std::to_string(limits.max_items) + " entries"};
}

base::Result<Feed> parse_feed(std::string_view bytes, const NewsItemLimits& limits) {
  DATELINE_TRY(const XmlDocument document, XmlDocument::parse(bytes));
  const std::string_view name = local_name(document.root());
  if (name == "rss" || name == "RDF") return read_rss(document.root(), limits);
  if (name == "feed") return read_atom(document.root(), limits);
  return base::Error{base::ErrorCode::kInvalid,
                     "XML, but no feed: its root is <" + std::string(name.substr(0, 40)) + ">"};
}

}  // namespace dateline::formats

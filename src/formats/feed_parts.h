// formats/feed_parts.h -- inside the room: what RSS and Atom have in common.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

#include "formats/feed.h"

namespace dateline::formats {

/// Whose words an element's name is from. Media RSS, iTunes and all others are kOther, so that a <media:title> is no
/// <title>.
enum class Vocabulary { kRss, kAtom, kContent, kDublinCore, kOther };
Vocabulary vocabulary_of(const xmlNode& node);

inline constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

/// True where `text` has something that only HTML has: "<b", "</", "&amp;", "&#8217;".
bool looks_like_html(std::string_view text);

/// `text` as one line of plain text. Feeds write titles as text and as HTML and do not say which; what has a tag or a
/// reference in it is taken for HTML.
std::string plain_title(std::string_view text);

/// The text of `node`, white space collapsed.
std::string line_of(const xmlNode& node);

/// Appends `name` to the names in `list`, separated by ", ", unless it is empty, there, or one too many.
void add_name(std::string& list, std::string_view name);

/// What stands in an atom:content, atom:summary or atom:title, as HTML (RFC 4287, section 3.1). Empty for content that
/// is elsewhere or not text.
std::string atom_html(const xmlNode& node);

/// The href of an atom:link to the page itself; empty for a link of another relation.
std::string atom_link(const xmlNode& node);

/// feed_rss.cpp and feed_atom.cpp. Errors: kInvalid, kTooLarge as parse_feed().
base::Result<Feed> read_rss(const xmlNode& root, const NewsItemLimits& limits);
base::Result<Feed> read_atom(const xmlNode& root, const NewsItemLimits& limits);

base::Error too_many_entries(const NewsItemLimits& limits);

}  // namespace dateline::formats

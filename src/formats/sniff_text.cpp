// formats/sniff_text.cpp -- see sniff_text.h. People write "<" and "{" in plain text, so a mark-up sign alone says
// nothing: the first element decides where the text begins with one, and many tags of HTML where it does not.
#include "formats/sniff_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/strings.h"
#include "formats/sniff_json.h"
#include "formats/sniff_mail.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kTagsOfFragment = 8;  ///< That many tags, a quarter of them end tags: HTML without its start.

/// Sorted. Element names that begin pages and fragments of them.
constexpr std::array<std::string_view, 54> kElements = {
    "a",      "article", "aside",  "b",        "blockquote", "body", "br",     "center", "dd",      "div",   "dl",
    "dt",     "em",      "figure", "font",     "footer",     "form", "h1",     "h2",     "h3",      "h4",    "h5",
    "h6",     "head",    "header", "hr",       "html",       "i",    "iframe", "img",    "input",   "li",    "link",
    "main",   "meta",    "nav",    "noscript", "ol",         "p",    "pre",    "script", "section", "small", "span",
    "strong", "style",   "table",  "tbody",    "td",         "th",   "time",   "title",  "tr",      "ul"};

bool is_html_element(std::string_view name) {
  return std::binary_search(kElements.begin(), kElements.end(), name);
}

bool is_name_char(char c) {
  return base::is_ascii_letter(c) || base::is_ascii_digit(c) || c == ':' || c == '-' || c == '_' || c == '.';
}

struct TagStart {
  std::string name;  ///< Lower case; empty when there is no tag here.
  bool end = false;  ///< "</"
};

/// The tag at the start of `text`. A name that nothing ends ("<b" of "a<b") is none.
TagStart tag_at(std::string_view text) {
  if (!text.starts_with('<')) return {};
  std::size_t i = 1;
  const bool end = i < text.size() && text[i] == '/';
  if (end) ++i;
  const std::size_t begin = i;
  while (i < text.size() && is_name_char(text[i])) ++i;
  if (i == begin || !base::is_ascii_letter(text[begin])) return {};
  if (i < text.size() && text[i] != '>' && text[i] != '/' && !base::is_ascii_space(text[i])) return {};
  return {base::ascii_lower(text.substr(begin, i - begin)), end};
}

/// `text` behind its first `mark`; empty when it has none.
std::string_view behind(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at == std::string_view::npos ? std::string_view{} : text.substr(at + mark.size());
}

struct Prolog {
  std::string_view rest;  ///< From the first element on.
  bool xml = false;       ///< There was an XML declaration.
  std::string doctype;    ///< Its name, lower case, or empty.
};

Prolog skip_prolog(std::string_view text) {
  Prolog prolog;
  for (;;) {
    text = base::trim(text);
    if (text.starts_with("<?")) {
      prolog.xml = prolog.xml || base::starts_with_ignoring_case(text, "<?xml");
      text = behind(text, "?>");
    } else if (text.starts_with("<!--")) {
      text = behind(text, "-->");
    } else if (base::starts_with_ignoring_case(text, "<!doctype")) {
      const std::string_view name = base::trim(text.substr(9));
      std::size_t end = 0;
      while (end < name.size() && is_name_char(name[end])) ++end;
      prolog.doctype = base::ascii_lower(name.substr(0, end));
      const std::string_view declaration = text.substr(0, text.find('>'));
      text = declaration.find('[') == std::string_view::npos ? behind(text, ">") : behind(behind(text, "]"), ">");
    } else {
      prolog.rest = text;
      return prolog;
    }
  }
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_feed_root(std::string_view local, std::string_view text) {
  if (local == "rss" || local == "feed") return true;
  if (local != "rdf") return false;
  return base::contains_ignoring_case(text, "http://purl.org/rss/1.0/") ||
         base::contains_ignoring_case(text, "netscape.com/rdf/simple/0.9") ||
         base::contains_ignoring_case(text, "<channel");
}

/// The wire format or sitemap that a root of that name, in lower case, begins; kPlainText for other roots. Others have
/// a <newsitem> too, so those of NewsML-G2 must say whose they are.
Format wire_format_of_root(std::string_view local, std::string_view text) {
  if (local == "nitf") return Format::kNitf;
  if (local == "newsml") return Format::kNewsMlG2;
  if (local == "urlset" || local == "sitemapindex") return Format::kNewsSitemap;
  static constexpr std::array<std::string_view, 7> kItems = {
      "newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"};
  const bool is_item = std::find(kItems.begin(), kItems.end(), local) != kItems.end();
  const bool is_g2 =
      base::contains_ignoring_case(text, "iptc.org/std/nar") || base::contains_ignoring_case(text, "newsml-g2");
  return is_item && is_g2 ? Format::kNewsMlG2 : Format::kPlainText;
}

/// For a text that begins with '<'.
Format sniff_markup(std::string_view text) {
  const Prolog prolog = skip_prolog(text);
  if (prolog.doctype == "html") return Format::kHtml;
  const TagStart first = tag_at(prolog.rest);
  const std::string_view local = without_prefix(first.name);
  if (!first.end && is_feed_root(local, text)) return Format::kFeed;
  if (!first.end) {
    const Format wire = wire_format_of_root(local.empty() ? prolog.doctype : local, text);
    if (wire != Format::kPlainText) return wire;
  }
  if (first.name == "svg" || first.name == "svg:svg") return Format::kImage;
  if (is_html_element(first.name)) return Format::kHtml;
  // XML of another vocabulary: its text can be had by reading it as HTML, and by nothing else that we have.
  return prolog.xml ? Format::kHtml : Format::kPlainText;
}

bool is_fragment_of_html(std::string_view text) {
  std::size_t tags = 0;
  std::size_t end_tags = 0;
  bool has_html = false;
  bool has_inside = false;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const TagStart tag = tag_at(text.substr(at, 64));
    if (!is_html_element(tag.name)) continue;
    ++tags;
    end_tags += tag.end ? 1 : 0;
    has_html = has_html || (tag.name == "html" && !tag.end);
    has_inside = has_inside || (tag.name == "head" || tag.name == "body");
  }
  if (has_html && has_inside && tags >= kTagsOfFragment / 2) return true;
  return tags >= kTagsOfFragment && end_tags * 4 >= tags;
}

}  // namespace

Format sniff_text(std::string_view text, bool cut) {
  text = base::trim(text);
  if (text.empty()) return cut ? Format::kPlainText : Format::kEmpty;
  if (text.front() == '{' || text.front() == '[') {
    if (const std::optional<Format> json = sniff_json(text, cut)) return *json;
  }
  if (text.front() == '<') return sniff_markup(text);
  if (is_mail(text)) return Format::kMail;
  return is_fragment_of_html(text) ? Format::kHtml : Format::kPlainText;
}

}  // namespace dateline::formats

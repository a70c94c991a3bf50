// formats/nitf_markup.cpp -- see nitf_markup.h. Elements: IPTC NITF 3.6, http://www.iptc.org/std/NITF/3.6/.
#include "formats/nitf_markup.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "base/strings.h"
#include "formats/html_tree.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

enum class Shape {
  kBlock,   ///< A tag of HTML; in a line, a space.
  kInline,  ///< A tag of HTML; in a line, nothing.
  kPart,    ///< No tag; kept apart from what is before it: "TOKYO" and "Nov. 2" of a dateline.
  kThrough,
  kDrop,
};

struct Element {
  std::string_view name;
  std::string_view html;
  Shape shape = Shape::kThrough;
};

/// Sorted by name. What is not here goes through: its text stays.
constexpr Element kElements[] = {
    {"a", "a", Shape::kInline},
    {"addressee", "", Shape::kPart},
    {"b", "b", Shape::kInline},
    {"bibliography", "p", Shape::kBlock},
    {"block", "div", Shape::kBlock},
    {"blockquote", "blockquote", Shape::kBlock},
    {"body.head", "", Shape::kDrop},
    {"bq", "blockquote", Shape::kBlock},
    {"br", "br", Shape::kBlock},
    {"byttl", "", Shape::kPart},
    {"caption", "caption", Shape::kBlock},
    {"care.of", "", Shape::kPart},
    {"city", "", Shape::kPart},
    {"col", "col", Shape::kBlock},
    {"colgroup", "colgroup", Shape::kBlock},
    {"copyrite.holder", "", Shape::kPart},
    {"copyrite.year", "", Shape::kPart},
    {"country", "", Shape::kPart},
    {"credit", "p", Shape::kBlock},
    {"custom-table", "", Shape::kDrop},
    {"datasource", "p", Shape::kBlock},
    {"dd", "dd", Shape::kBlock},
    {"delivery.office", "", Shape::kPart},
    {"delivery.point", "", Shape::kPart},
    {"div", "div", Shape::kBlock},
    {"dl", "dl", Shape::kBlock},
    {"dt", "dt", Shape::kBlock},
    {"em", "em", Shape::kInline},
    {"figcaption", "figcaption", Shape::kBlock},
    {"figure", "figure", Shape::kBlock},
    {"fn", "div", Shape::kBlock},
    {"frac", "", Shape::kPart},  // "1" and "1/2"
    {"h1", "h1", Shape::kBlock},
    {"h2", "h2", Shape::kBlock},
    {"h3", "h3", Shape::kBlock},
    {"h4", "h4", Shape::kBlock},
    {"h5", "h5", Shape::kBlock},
    {"h6", "h6", Shape::kBlock},
    {"hl1", "h2", Shape::kBlock},
    {"hl2", "h2", Shape::kBlock},
    {"hr", "hr", Shape::kBlock},
    {"i", "i", Shape::kInline},
    {"img", "img", Shape::kInline},
    {"li", "li", Shape::kBlock},
    {"media", "figure", Shape::kBlock},
    {"media-caption", "figcaption", Shape::kBlock},
    {"media-metadata", "", Shape::kDrop},
    {"media-object", "", Shape::kDrop},
    {"media-producer", "", Shape::kDrop},
    {"name.family", "", Shape::kPart},
    {"name.given", "", Shape::kPart},
    {"nitf-table-metadata", "", Shape::kDrop},
    {"nitf-table-summary", "", Shape::kDrop},
    {"note", "div", Shape::kBlock},
    {"ol", "ol", Shape::kBlock},
    {"p", "p", Shape::kBlock},
    {"postcode", "", Shape::kPart},
    {"pre", "pre", Shape::kBlock},
    {"region", "", Shape::kPart},
    {"rights.agent", "", Shape::kPart},
    {"rights.enddate", "", Shape::kPart},
    {"rights.geography", "", Shape::kPart},
    {"rights.limitations", "", Shape::kPart},
    {"rights.owner", "", Shape::kPart},
    {"rights.startdate", "", Shape::kPart},
    {"rights.type", "", Shape::kPart},
    {"rp", "", Shape::kDrop},
    {"rt", "", Shape::kDrop},  // The reading of a word; with it the word would stand there twice.
    {"script", "", Shape::kDrop},
    {"section", "section", Shape::kBlock},
    {"state", "", Shape::kPart},
    {"story.date", "", Shape::kPart},
    {"strong", "strong", Shape::kInline},
    {"style", "", Shape::kDrop},
    {"sub", "sub", Shape::kInline},
    {"sublocation", "", Shape::kPart},
    {"sup", "sup", Shape::kInline},
    {"table", "table", Shape::kBlock},
    {"tagline", "p", Shape::kBlock},
    {"tbody", "tbody", Shape::kBlock},
    {"td", "td", Shape::kBlock},
    {"tfoot", "tfoot", Shape::kBlock},
    {"th", "th", Shape::kBlock},
    {"thead", "thead", Shape::kBlock},
    {"title", "", Shape::kPart},
    {"tr", "tr", Shape::kBlock},
    {"u", "u", Shape::kInline},
    {"ul", "ul", Shape::kBlock},
};

constexpr bool by_name(const Element& a, const Element& b) {
  return a.name < b.name;
}
static_assert(std::is_sorted(std::begin(kElements), std::end(kElements), by_name));

/// The attributes that say something about the text or where it leads; classes and styles are of another vocabulary.
constexpr std::array<std::string_view, 7> kAttributes = {"href", "src", "alt", "width", "height", "colspan", "rowspan"};

Element element_of(const xmlNode& node) {
  const Element wanted{local_name(node), "", Shape::kThrough};
  const Element* found = std::lower_bound(std::begin(kElements), std::end(kElements), wanted, by_name);
  return found != std::end(kElements) && found->name == wanted.name ? *found : wanted;
}

/// Notes that never go to readers: advisories marked so, and copyright lines.
bool is_for_editors(const xmlNode& note) {
  return xml_attribute(note, "type") == "npa" || xml_attribute(note, "noteclass") == "cpyrt";
}

bool is_word(char c) {
  return base::is_ascii_letter(c) || base::is_ascii_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool ends_word(char c) {
  return is_word(c) || std::string_view(".,;:)").find(c) != std::string_view::npos;
}

class Writer {
 public:
  explicit Writer(bool with_tags) : with_tags_(with_tags) {}

  std::string write(const xmlNode& node) {
    walk_below(
        node, [this](const xmlNode& at) { return enter(at); }, [this](const xmlNode& at) { leave(at); });
    return std::move(html_);
  }

 private:
  bool enter(const xmlNode& node) {
    if (node.type == XML_ENTITY_REF_NODE) html_.append("&").append(local_name(node)).append(";");
    if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) add_text(xml_view(node.content));
    return node.type == XML_ELEMENT_NODE && enter_element(node);
  }

  void add_text(std::string_view text) {
    if (text.empty()) return;
    if (apart_ && !html_.empty() && ends_word(html_.back()) && is_word(text.front())) html_ += ' ';
    apart_ = false;
    html_ += base::escape_html(text);
  }

  bool enter_element(const xmlNode& node) {
    const Element element = element_of(node);
    if (element.shape == Shape::kDrop || (element.name == "note" && is_for_editors(node))) return false;
    if (element.name == "media") has_picture_ = false;
    if (element.name == "media-reference") add_picture(node);
    if (element.name == "denom" && (html_.empty() || html_.back() != '/')) html_ += '/';
    add_tag(element, &node);
    return true;
  }

  void leave(const xmlNode& node) {
    const Element element = element_of(node);
    if (!is_void_html(element.html)) add_tag(element, nullptr);
  }

  /// The start tag of `node`, or an end tag where it is nullptr.
  void add_tag(const Element& element, const xmlNode* node) {
    // What stands behind a part stands there as written: the "s" of "Limas".
    apart_ = apart_ || (element.shape == Shape::kPart && node != nullptr);
    if (!with_tags_) {
      if (element.shape == Shape::kBlock) html_ += ' ';
      return;
    }
    if (element.html.empty()) return;
    html_.append(node == nullptr ? "</" : "<").append(element.html);
    if (node != nullptr) {
      for (const std::string_view name : kAttributes) add_attribute(name, xml_attribute(*node, name));
    }
    html_ += '>';
  }

  void add_attribute(std::string_view name, std::string_view value) {
    if (!value.empty()) html_.append(" ").append(name).append("=\"").append(base::escape_html(value)).append("\"");
  }

  /// The same picture often follows in other sizes.
  void add_picture(const xmlNode& reference) {
    const std::string source = xml_attribute(reference, "source");
    if (!with_tags_ || has_picture_ || source.empty() || !is_picture(reference)) return;
    has_picture_ = true;
    html_ += "<img";
    add_attribute("src", source);
    add_attribute("alt", xml_attribute(reference, "alternate-text"));
    add_attribute("width", xml_attribute(reference, "width"));
    add_attribute("height", xml_attribute(reference, "height"));
    html_ += '>';
  }

  bool with_tags_;
  bool has_picture_ = false;
  bool apart_ = false;
  std::string html_;
};

}  // namespace

bool is_picture(const xmlNode& reference) {
  const std::string type = base::ascii_lower(xml_attribute(reference, "mime-type"));
  if (!type.empty()) return type.starts_with("image");
  const xmlNode* media = reference.parent;
  const std::string kind = media == nullptr ? "" : base::ascii_lower(xml_attribute(*media, "media-type"));
  return kind == "image" || kind == "photo" || kind == "graphic" || kind == "picture";
}

std::string nitf_html(const xmlNode& node) {
  return Writer(true).write(node);
}

std::string nitf_line(const xmlNode& node) {
  const std::string text = Writer(false).write(node);
  if (text.find('&') == std::string::npos) return base::collapse_whitespace(text);
  const base::Result<HtmlTree> tree = HtmlTree::parse(text);
  return tree.ok() ? tree->text_below(0) : base::collapse_whitespace(text);
}

}  // namespace dateline::formats

// formats/nitf.cpp -- see nitf.h. What stands in the head and the body.head of a document; its text: nitf_markup.cpp.
#include "formats/nitf.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/strings.h"
#include "formats/feed_parts.h"
#include "formats/nitf_markup.h"
#include "formats/nitf_parts.h"
#include "formats/wire_parts.h"
#include "formats/xml_document.h"

namespace dateline::formats {
namespace {

/// Calls `visit` for every element below `node`.
template <typename Visit>
void each_element(const xmlNode& node, const Visit& visit) {
  const auto enter = [&visit](const xmlNode& at) {
    if (at.type == XML_ELEMENT_NODE) visit(at);
    return true;
  };
  walk_below(node, enter, [](const xmlNode&) {});
}

/// The same, for the outermost elements that `wanted` says yes to and not below them: nesting costs no more.
template <typename Wanted, typename Visit>
void each_outermost(const xmlNode& node, const Wanted& wanted, const Visit& visit) {
  const auto enter = [&](const xmlNode& at) {
    if (at.type != XML_ELEMENT_NODE || !wanted(at)) return true;
    visit(at);
    return false;
  };
  walk_below(node, enter, [](const xmlNode&) {});
}

std::string attribute_line(const xmlNode& node, std::string_view name) {
  return base::collapse_whitespace(xml_attribute(node, name));
}

/// An attribute of an element somewhere below <head>.
struct Field {
  std::string NewsItem::*field;
  std::string_view element;
  std::string_view attribute;
};

/// For each field, what is trusted most stands first.
constexpr Field kHeadFields[] = {
    {&NewsItem::id, "doc-id", "id-string"},
    {&NewsItem::id, "du-key", "key"},
    {&NewsItem::link, "pubdata", "ex-ref"},
    {&NewsItem::published, "date.issue", "norm"},
    {&NewsItem::published, "pubdata", "date.publication"},
    {&NewsItem::published, "date.release", "norm"},
    {&NewsItem::outlet, "pubdata", "name"},
    {&NewsItem::section, "pubdata", "position.section"},
    {&NewsItem::section, "tobject.subject", "tobject.subject.type"},
    {&NewsItem::section, "fixture", "fix-id"},
};

/// Trusted less than what the body's head says.
constexpr Field kLateHeadFields[] = {
    {&NewsItem::outlet, "doc.copyright", "holder"},
    {&NewsItem::outlet, "from-src", "src-name"},
};

/// Elements below <head> of which an attribute, or else the text, is a keyword.
constexpr std::pair<std::string_view, std::string_view> kKeywords[] = {
    {"keyword", "key"},
    {"tobject.subject", "tobject.subject.matter"},
    {"tobject.subject", "tobject.subject.detail"},
    {"series", "series.name"},
    {"classifier", "value"},
};

void read_head_fields(const xmlNode& head, std::span<const Field> fields, NewsItem& item) {
  for (const Field& field : fields) {
    each_element(head, [&](const xmlNode& node) {
      if (local_name(node) == field.element) set_if_empty(item.*field.field, attribute_line(node, field.attribute));
    });
  }
}

void read_keywords(const xmlNode& node, NewsItem& item) {
  for (const auto& [element, attribute] : kKeywords) {
    if (local_name(node) == element) add_keyword(item, attribute_line(node, attribute));
  }
}

/// "2013 Example News": year and holder as the attributes have them.
std::string copyright_of(const xmlNode& node) {
  return base::collapse_whitespace(xml_attribute(node, "year") + ' ' + xml_attribute(node, "holder"));
}

void read_head_element(const xmlNode& node, NewsItem& item) {
  const std::string_view name = local_name(node);
  if (name == "docdata") item.status = status_of(attribute_line(node, "management-status"));
  if (name == "ed-msg" || name == "correction") add_note(item, attribute_line(node, "info"));
  if (name == "doc.copyright") set_if_empty(item.rights, copyright_of(node));
  // Revisions stand in their order.
  if (name == "revision-history" && !xml_attribute(node, "norm").empty()) item.modified = attribute_line(node, "norm");
  const bool canonical = attribute_line(node, "name") == "canonical" || attribute_line(node, "rel") == "canonical";
  if (canonical) set_if_empty(item.link, attribute_line(node, name == "meta" ? "content" : "href"));
  read_keywords(node, item);
}

void read_head(const xmlNode& head, NewsItem& item) {
  read_head_fields(head, kHeadFields, item);
  std::string release;
  each_element(head, [&](const xmlNode& node) {
    read_head_element(node, item);
    if (local_name(node) == "date.release") set_if_empty(release, extended_date(attribute_line(node, "norm")));
  });
  const auto names_content = [](const xmlNode& node) { return local_name(*node.parent) == "identified-content"; };
  each_outermost(head, names_content, [&item](const xmlNode& node) { add_keyword(item, nitf_line(node)); });
  item.published = extended_date(item.published);
  item.modified = extended_date(item.modified);
  if (item.status == ItemStatus::kWithheld) item.release = std::move(release);
}

/// `line` without `words` at its end, and without the comma before them.
std::string without_end(std::string line, const std::string& words) {
  if (line.ends_with(words)) line.resize(line.size() - words.size());
  while (line.ends_with(',') || line.ends_with(' ')) line.pop_back();
  return line;
}

/// The names of the persons in a byline, else all of it; posts ("Staff Writer") are left out.
void read_byline(const xmlNode& byline, NewsItem& item) {
  bool has_person = false;
  const auto named = [](std::string_view name) {
    return [name](const xmlNode& node) { return local_name(node) == name; };
  };
  each_outermost(byline, named("person"), [&](const xmlNode& person) {
    std::string name = nitf_line(person);
    each_outermost(person, named("function"),
                   [&](const xmlNode& post) { name = without_end(std::move(name), nitf_line(post)); });
    add_name(item.byline, name);
    has_person = true;
  });
  if (has_person) return;
  std::string line = nitf_line(byline);
  if (const xmlNode* title = child_named(byline, "byttl")) line = without_end(std::move(line), nitf_line(*title));
  add_name(item.byline, line);
}

void read_body_head(const xmlNode& head, NewsItem& item) {
  for (const xmlNode* node = first_element(head); node != nullptr; node = next_element(*node)) {
    const std::string_view name = local_name(*node);
    if (name == "hedline") {
      const xmlNode* main = child_named(*node, "hl1");
      set_if_empty(item.headline, nitf_line(main == nullptr ? *node : *main));
    }
    if (name == "hl1") set_if_empty(item.headline, nitf_line(*node));
    if (name == "byline") read_byline(*node, item);
    if (name == "dateline") set_if_empty(item.dateline, nitf_line(*node));
    if (name == "note") add_note(item, nitf_line(*node));
    if (name == "rights") item.rights = nitf_line(*node);
    if (name == "distributor") set_if_empty(item.outlet, nitf_line(*node));
  }
}

/// What else stands in the body than its text: the first picture, notes that are not for readers, a date of last
/// resort.
void read_body_elements(const xmlNode& body, NewsItem& item) {
  each_element(body, [&item](const xmlNode& node) {
    const std::string_view name = local_name(node);
    if (name == "media-reference" && is_picture(node)) set_if_empty(item.image, attribute_line(node, "source"));
    if (name == "story.date") set_if_empty(item.published, extended_date(attribute_line(node, "norm")));
  });
  const auto is_advisory = [](const xmlNode& node) {
    return local_name(node) == "note" && xml_attribute(node, "type") == "npa" &&
           local_name(*node.parent) != "body.head";
  };
  each_outermost(body, is_advisory, [&item](const xmlNode& note) { add_note(item, nitf_line(note)); });
}

/// True where no body.content of `body` has elements, but one has text: some senders put HTML there in a CDATA section,
/// or lines alone. `text` becomes that text.
bool has_text_alone(const xmlNode& body, std::string& text) {
  for (const xmlNode* node = first_element(body); node != nullptr; node = next_element(*node)) {
    if (local_name(*node) != "body.content") continue;
    if (first_element(*node) != nullptr) return false;
    text += xml_text(*node);
  }
  text = base::trim(text);
  return !text.empty();
}

void read_text(const xmlNode& body, NewsItem& item) {
  std::string text;
  if (has_text_alone(body, text)) {
    set_body_from_text(item, std::move(text));
    return;
  }
  item.body_html = base::trim(nitf_html(body));
  if (!item.body_html.empty()) return;
  const xmlNode* head = child_named(body, "body.head");
  const xmlNode* abstract = head == nullptr ? nullptr : child_named(*head, "abstract");
  item.body_html = abstract == nullptr ? "" : base::trim(nitf_html(*abstract));
  item.is_excerpt = !item.body_html.empty();
}

}  // namespace

NewsItem read_nitf(const xmlNode& nitf) {
  NewsItem item;
  const xmlNode* head = child_named(nitf, "head");
  const xmlNode* body = child_named(nitf, "body");
  item.language = xml_attribute(nitf, "lang", kXmlNamespace);
  if (head != nullptr) read_head(*head, item);
  if (body != nullptr) {
    set_if_empty(item.language, xml_attribute(*body, "lang", kXmlNamespace));
    if (const xmlNode* body_head = child_named(*body, "body.head")) read_body_head(*body_head, item);
    read_body_elements(*body, item);
    read_text(*body, item);
  }
  if (head != nullptr) {
    read_head_fields(*head, kLateHeadFields, item);
    const xmlNode* title = child_named(*head, "title");
    if (title != nullptr) set_if_empty(item.headline, nitf_line(*title));
  }
  set_if_empty(item.id, attribute_line(nitf, "uno"));
  return item;
}

base::Result<NewsItem> parse_nitf(std::string_view bytes) {
  DATELINE_TRY(const XmlDocument document, XmlDocument::parse(bytes));
  const xmlNode& root = document.root();
  if (local_name(root) == "nitf") return read_nitf(root);
  return base::Error{base::ErrorCode::kInvalid, xml_line_number(root) + ": XML, but no NITF: its root is <" +
                                                    std::string(local_name(root).substr(0, 40)) + ">"};
}

}  // namespace dateline::formats

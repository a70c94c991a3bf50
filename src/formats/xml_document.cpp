// formats/xml_document.cpp -- see xml_document.h.
#include "formats/xml_document.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/strings.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 30;  // libxml2 counts in int.
/// No entity substitution, no DTD, no files: by leaving out XML_PARSE_NOENT, _DTDLOAD, _DTDATTR, _XINCLUDE and _HUGE.
constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;

constexpr std::size_t kMaxAttributesOfTag = 256;
constexpr std::size_t kMaxNamespacesOfTag = 32;

/// True when no tag has more attributes than libxml2 can take in good time. Looks at ASCII only, which tags are made
/// of in every encoding but UTF-16; there, the zeros between are left out first.
bool tags_are_sane(std::string_view bytes) {
  std::string narrow;
  if (bytes.substr(0, 4).find('\0') != bytes.npos || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(narrow), [](char c) { return c != '\0'; });
    bytes = narrow;
  }
  for (std::size_t at = bytes.find('<'); at < bytes.size(); at = bytes.find('<', at)) {
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<!--") || rest.starts_with("<![CDATA[")) {
      at = bytes.find(rest[2] == '-' ? "-->" : "]]>", at + 4);
      continue;
    }
    std::size_t attributes = 0;
    std::size_t namespaces = 0;
    for (++at; at < bytes.size() && bytes[at] != '>' && bytes[at] != '<'; ++at) {
      if (bytes[at] == '=') ++attributes;
      if (bytes[at] == 'x' && bytes.substr(at).starts_with("xmlns")) ++namespaces;
      if (bytes[at] == '"' || bytes[at] == '\'') at = std::min(bytes.find(bytes[at], at + 1), bytes.size());
    }
    if (attributes > kMaxAttributesOfTag || namespaces > kMaxNamespacesOfTag) return false;
  }
  return true;
}

/// libxml2 writes to standard error where no handler is set. Handlers are per thread; the one before comes back.
class Silence {
 public:
  Silence() : function_(xmlStructuredError), context_(xmlStructuredErrorContext) {
    xmlSetStructuredErrorFunc(nullptr, [](void*, xmlErrorPtr) {});
  }
  ~Silence() { xmlSetStructuredErrorFunc(context_, function_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  xmlStructuredErrorFunc function_;
  void* context_;
};

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

base::Error error_of(const xmlParserCtxt& context) {
  const xmlError& error = context.lastError;
  std::string words(base::trim(error.message == nullptr ? "not well-formed" : error.message));
  while (words.ends_with('.')) words.pop_back();
  // libxml2 converts other charsets as a whole, and refuses to for more than 10 MB.
  if (words.find("Huge input lookup") != std::string::npos) {
    return {base::ErrorCode::kTooLarge, "more than 10 MB of XML that is not UTF-8"};
  }
  return {base::ErrorCode::kCorrupt,
          "line " + std::to_string(std::max(error.line, 1)) + ": " + base::replace_all(words, "\n", " ")};
}

/// Stops the parser at the first declaration of an internal DTD: entities that stand for gigabytes, default attributes
/// for every element. The parser has seen nothing but declarations then, whatever the encoding.
void refuse_declarations(xmlParserCtxt& context) {
  context.sax->entityDecl = [](void* parser, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
    xmlStopParser(static_cast<xmlParserCtxt*>(parser));
  };
  context.sax->attributeDecl = [](void* parser, const xmlChar*, const xmlChar*, int, int, const xmlChar*,
                                  xmlEnumeration* values) {
    xmlFreeEnumeration(values);  // The handler owns them.
    xmlStopParser(static_cast<xmlParserCtxt*>(parser));
  };
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kVoid = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                                             "input", "link", "meta", "source", "track", "wbr"};
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

/// The node after `node` in document order below `top`; calls `leave` for every element that ends on the way.
template <typename Leave>
const xmlNode* next_node(const xmlNode* node, const xmlNode& top, const Leave& leave) {
  if (node->type == XML_ELEMENT_NODE) {
    if (node->children != nullptr) return node->children;
    leave(*node);
  }
  while (node->next == nullptr) {
    node = node->parent;
    if (node == &top) return nullptr;
    leave(*node);
  }
  return node->next;
}

std::string attribute_text(const xmlAttr& attribute) {
  std::string text;
  for (const xmlNode* part = attribute.children; part != nullptr; part = part->next) text += xml_view(part->content);
  return text;
}

void append_start_tag(const xmlNode& element, std::string& html) {
  html += '<';
  html += local_name(element);
  for (const xmlAttr* attribute = element.properties; attribute != nullptr; attribute = attribute->next) {
    html += ' ';
    html += xml_view(attribute->name);
    html += "=\"" + base::escape_html(attribute_text(*attribute)) + '"';
  }
  html += '>';
}

}  // namespace

base::Result<XmlDocument> XmlDocument::parse(std::string_view bytes) {
  if (bytes.size() > kMaxBytes) return base::Error{base::ErrorCode::kTooLarge, "XML of more than 1 GiB"};
  if (!tags_are_sane(bytes)) return base::Error{base::ErrorCode::kTooLarge, "element with too many attributes"};
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  const Silence silence;
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (context == nullptr) return base::Error{base::ErrorCode::kTooLarge, "no memory for the XML parser"};
  refuse_declarations(*context);
  XmlDocument parsed;
  parsed.document_.reset(xmlCtxtReadMemory(context.get(), bytes.empty() ? "" : bytes.data(),
                                           static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
  if (context->errNo == XML_ERR_USER_STOP) return base::Error{base::ErrorCode::kInvalid, "declares entities"};
  if (parsed.document_ == nullptr) return error_of(*context);
  parsed.root_ = xmlDocGetRootElement(parsed.document_.get());
  if (parsed.root_ == nullptr) return base::Error{base::ErrorCode::kCorrupt, "line 1: no element"};
  return parsed;
}

const xmlNode* first_element(const xmlNode& node) {
  const xmlNode* child = node.children;
  while (child != nullptr && child->type != XML_ELEMENT_NODE) child = child->next;
  return child;
}

const xmlNode* next_element(const xmlNode& node) {
  const xmlNode* next = node.next;
  while (next != nullptr && next->type != XML_ELEMENT_NODE) next = next->next;
  return next;
}

std::string xml_attribute(const xmlNode& node, std::string_view name, std::string_view space) {
  for (const xmlAttr* attribute = node.properties; attribute != nullptr; attribute = attribute->next) {
    const std::string_view has = attribute->ns == nullptr ? std::string_view{} : xml_view(attribute->ns->href);
    if (xml_view(attribute->name) == name && has == space) return attribute_text(*attribute);
  }
  return {};
}

std::string xml_text(const xmlNode& node) {
  std::string text;
  for (const xmlNode* at = node.children; at != nullptr; at = next_node(at, node, [](const xmlNode&) {})) {
    if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) text += xml_view(at->content);
    if (at->type == XML_ENTITY_REF_NODE) text.append("&").append(local_name(*at)).append(";");
  }
  return text;
}

std::string xml_inner_html(const xmlNode& node) {
  std::string html;
  const auto leave = [&html](const xmlNode& element) {
    const std::string_view name = local_name(element);
    if (!is_void(name)) html.append("</").append(name).append(">");
  };
  for (const xmlNode* at = node.children; at != nullptr; at = next_node(at, node, leave)) {
    if (at->type == XML_ELEMENT_NODE) append_start_tag(*at, html);
    if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE)
      html += base::escape_html(xml_view(at->content));
    if (at->type == XML_ENTITY_REF_NODE) html.append("&").append(local_name(*at)).append(";");
  }
  return html;
}

}  // namespace dateline::formats

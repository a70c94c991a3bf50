// formats/xml_document.cpp -- see xml_document.h.
#include "formats/xml_document.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "base/strings.h"

namespace dateline::formats {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 30;  // libxml2 counts in int.
/// No entity substitution, no DTD, no files: by leaving out XML_PARSE_NOENT, _DTDLOAD, _DTDATTR, _XINCLUDE and _HUGE.
constexpr int kOptions =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;

/// A node takes libxml2 120 bytes, and "<a/>" stands for one in four.
constexpr std::size_t kMaxNodes = 1'000'000;
constexpr std::size_t kMaxAttributesOfTag = 256;
constexpr std::size_t kMaxNamespacesOfTag = 32;

/// References to entities that a DTD elsewhere declares, such as "&eacute;"; each becomes a node.
std::size_t count_references(std::string_view bytes) {
  static constexpr std::array<std::string_view, 6> kOthers = {"&#", "&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
  std::size_t count = 0;
  for (std::size_t at = bytes.find('&'); at < bytes.size(); at = bytes.find('&', at + 1)) {
    const std::string_view rest = bytes.substr(at, 6);
    count += std::none_of(kOthers.begin(), kOthers.end(), [&](auto other) { return rest.starts_with(other); }) ? 1 : 0;
  }
  return count;
}

struct TagSize {
  std::size_t attributes = 0;
  std::size_t namespaces = 0;
};

/// The attributes of the tag whose '<' stands at `at`, which moves behind them.
TagSize measure_tag(std::string_view bytes, std::size_t& at) {
  TagSize size;
  for (++at; at < bytes.size() && bytes[at] != '>' && bytes[at] != '<'; ++at) {
    if (bytes[at] == '=') ++size.attributes;
    if (bytes[at] == 'x' && bytes.substr(at).starts_with("xmlns")) ++size.namespaces;
    if (bytes[at] == '"' || bytes[at] == '\'') at = std::min(bytes.find(bytes[at], at + 1), bytes.size());
  }
  at = std::min(at, bytes.size());
  return size;
}

/// What `bytes` have too much of for libxml2, with its line. Looks at ASCII only, which tags are made of in every
/// encoding but UTF-16; there, the zeros between are left out first.
std::optional<std::string> find_excess(std::string_view bytes) {
  std::string narrow;
  if (bytes.substr(0, 4).find('\0') != bytes.npos || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(narrow), [](char c) { return c != '\0'; });
    bytes = narrow;
  }
  const auto at_line = [&bytes](std::size_t end, const std::string& words) {
    const std::string_view before = bytes.substr(0, end);
    return "line " + std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + ": " + words;
  };
  std::size_t nodes = 0;
  for (std::size_t at = bytes.find('<'); at < bytes.size();) {
    const std::size_t begin = at;
    const std::string_view rest = bytes.substr(at);
    nodes += rest.starts_with("</") ? 0 : 1;
    if (rest.starts_with("<!--") || rest.starts_with("<![CDATA[")) {
      at = bytes.find(rest[2] == '-' ? "-->" : "]]>", at + 4);
      if (at == bytes.npos) break;
    } else {
      const TagSize size = measure_tag(bytes, at);
      nodes += size.attributes + count_references(bytes.substr(begin, at - begin));
      if (size.attributes > kMaxAttributesOfTag || size.namespaces > kMaxNamespacesOfTag) {
        return at_line(begin, "element with too many attributes");
      }
    }
    const std::size_t next = std::min(bytes.find('<', at), bytes.size());
    nodes += count_references(bytes.substr(at, next - at));
    if (nodes > kMaxNodes) return at_line(begin, "more than a million elements, attributes and references to entities");
    at = next;
  }
  return std::nullopt;
}

/// Takes the errors of libxml2, which writes them to standard error where no handler is set, and keeps the first that
/// makes a document no XML: those after it are what comes of it. Handlers are per thread; the one before comes back.
class ErrorCatcher {
 public:
  ErrorCatcher() : function_(xmlStructuredError), context_(xmlStructuredErrorContext) {
    xmlSetStructuredErrorFunc(this, [](void* catcher, xmlErrorPtr error) {
      if (error->level == XML_ERR_FATAL) static_cast<ErrorCatcher*>(catcher)->keep(*error);
    });
  }
  ~ErrorCatcher() { xmlSetStructuredErrorFunc(context_, function_); }
  ErrorCatcher(const ErrorCatcher&) = delete;
  ErrorCatcher& operator=(const ErrorCatcher&) = delete;

  base::Error error() const {
    // libxml2 converts other charsets as a whole, and refuses to for more than 10 MB.
    if (words_.find("Huge input lookup") != std::string::npos) {
      return {base::ErrorCode::kTooLarge, "more than 10 MB of XML that is not UTF-8"};
    }
    return {base::ErrorCode::kCorrupt, "line " + std::to_string(line_) + ": " + words_};
  }

 private:
  void keep(const xmlError& error) {
    if (error.message == nullptr || has_error_) return;
    has_error_ = true;
    line_ = std::max(error.line, 1);
    words_ = base::replace_all(base::trim(error.message), "\n", " ");
    while (words_.ends_with('.')) words_.pop_back();
  }

  bool has_error_ = false;
  int line_ = 1;
  std::string words_ = "not well-formed";
  xmlStructuredErrorFunc function_;
  void* context_;
};

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

/// `parser` is a xmlParserCtxt; the line goes where its _private points to.
void stop_here(void* parser) {
  auto* context = static_cast<xmlParserCtxt*>(parser);
  *static_cast<int*>(context->_private) = xmlSAX2GetLineNumber(parser);
  xmlStopParser(context);
}

/// Stops the parser at the first declaration of an internal DTD: entities that stand for gigabytes, default attributes
/// for every element. The parser has seen nothing but declarations then, whatever the encoding. `line`: where.
void refuse_declarations(xmlParserCtxt& context, int& line) {
  context._private = &line;
  context.sax->entityDecl = [](void* parser, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*) {
    stop_here(parser);
  };
  context.sax->attributeDecl = [](void* parser, const xmlChar*, const xmlChar*, int, int, const xmlChar*,
                                  xmlEnumeration* values) {
    xmlFreeEnumeration(values);  // The handler owns them.
    stop_here(parser);
  };
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
  // Many feeds begin with an empty line, which XML forbids before its declaration. UTF-16 begins with other bytes.
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (!bytes.empty() && base::is_ascii_space(bytes.front())) bytes.remove_prefix(1);
  if (bytes.size() > kMaxBytes) return base::Error{base::ErrorCode::kTooLarge, "XML of more than 1 GiB"};
  if (std::optional<std::string> excess = find_excess(bytes)) {
    return base::Error{base::ErrorCode::kTooLarge, std::move(*excess)};
  }
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  const ErrorCatcher errors;
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (context == nullptr) return base::Error{base::ErrorCode::kTooLarge, "no memory for the XML parser"};
  int line = 0;
  refuse_declarations(*context, line);
  XmlDocument parsed;
  parsed.document_.reset(xmlCtxtReadMemory(context.get(), bytes.empty() ? "" : bytes.data(),
                                           static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
  if (context->errNo == XML_ERR_USER_STOP) {
    return base::Error{base::ErrorCode::kInvalid, "line " + std::to_string(std::max(line, 1)) + ": declares entities"};
  }
  if (parsed.document_ == nullptr) return errors.error();
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

const xmlNode* child_named(const xmlNode& node, std::string_view name) {
  const xmlNode* child = first_element(node);
  while (child != nullptr && local_name(*child) != name) child = next_element(*child);
  return child;
}

std::string xml_attribute(const xmlNode& node, std::string_view name, std::string_view space) {
  for (const xmlAttr* attribute = node.properties; attribute != nullptr; attribute = attribute->next) {
    const std::string_view has = attribute->ns == nullptr ? std::string_view{} : xml_view(attribute->ns->href);
    if (xml_view(attribute->name) == name && has == space) return attribute_text(*attribute);
  }
  return {};
}

std::string xml_line_number(const xmlNode& node) {
  return "line " + std::to_string(std::max(xmlGetLineNo(&node), 1L));
}

bool is_void_html(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kVoid = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                                             "input", "link", "meta", "source", "track", "wbr"};
  return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

std::string xml_text(const xmlNode& node) {
  std::string text;
  const auto enter = [&text](const xmlNode& at) {
    if (at.type == XML_TEXT_NODE || at.type == XML_CDATA_SECTION_NODE) text += xml_view(at.content);
    if (at.type == XML_ENTITY_REF_NODE) text.append("&").append(local_name(at)).append(";");
    return true;
  };
  walk_below(node, enter, [](const xmlNode&) {});
  return text;
}

std::string xml_inner_html(const xmlNode& node) {
  std::string html;
  const auto enter = [&html](const xmlNode& at) {
    if (at.type == XML_ELEMENT_NODE) append_start_tag(at, html);
    if (at.type == XML_TEXT_NODE || at.type == XML_CDATA_SECTION_NODE) html += base::escape_html(xml_view(at.content));
    if (at.type == XML_ENTITY_REF_NODE) html.append("&").append(local_name(at)).append(";");
    return true;
  };
  const auto leave = [&html](const xmlNode& element) {
    const std::string_view name = local_name(element);
    if (!is_void_html(name)) html.append("</").append(name).append(">");
  };
  walk_below(node, enter, leave);
  return html;
}

}  // namespace dateline::formats

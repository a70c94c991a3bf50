// formats/xml_document.h -- inside the room: an XML document through libxml2, hardened. The one place where libxml2's
// parser is called; what walks its nodes includes <libxml/tree.h> as well.
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace dateline::formats {

/// A parsed document. Nothing outside it was read while parsing: no network, no file, no external DTD.
///
/// Threads: immutable after parse(); any number may read.
class XmlDocument {
 public:
  /// A UTF-8 byte order mark and white space before the document are passed over.
  ///
  /// Errors:
  ///   kCorrupt   not well-formed, of an unknown encoding, or nested deeper than 256 ("line 12: …")
  ///   kInvalid   declares entities or attributes: nobody needs to, and a few lines of them stand for gigabytes
  ///   kTooLarge  more than 1 GiB, or 10 MB in a charset other than UTF-8; more than a million elements,
  ///              attributes and references to entities that no DTD at hand declares; an element with more than 256
  ///              attributes or 32 namespaces (libxml2 takes time quadratic in them)
  static base::Result<XmlDocument> parse(std::string_view bytes);

  const xmlNode& root() const { return *root_; }

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  std::unique_ptr<xmlDoc, Free> document_;
  const xmlNode* root_ = nullptr;
};

inline std::string_view xml_view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(text)};
}
inline std::string_view local_name(const xmlNode& node) {
  return xml_view(node.name);
}
inline std::string_view namespace_of(const xmlNode& node) {
  return node.ns == nullptr ? std::string_view{} : xml_view(node.ns->href);
}
/// The first child that is an element, and the next sibling that is one; nullptr when there is none.
const xmlNode* first_element(const xmlNode& node);
const xmlNode* next_element(const xmlNode& node);

/// The first child element of that local name; nullptr when there is none.
const xmlNode* child_named(const xmlNode& node, std::string_view name);

/// Visits what is below `top` in document order, without recursion. `enter` gets every node and says whether to go into
/// it; `leave` gets every element that `enter` said yes to, after what is in it.
template <typename Enter, typename Leave>
void walk_below(const xmlNode& top, const Enter& enter, const Leave& leave) {
  const xmlNode* node = top.children;
  while (node != nullptr) {
    const bool inside = enter(*node) && node->type == XML_ELEMENT_NODE;
    if (inside && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (inside) leave(*node);
    while (node->next == nullptr) {
      node = node->parent;
      if (node == &top) return;
      leave(*node);
    }
    node = node->next;
  }
}

/// The value of the attribute of that local name in no namespace, or in `space`; empty when there is none.
std::string xml_attribute(const xmlNode& node, std::string_view name, std::string_view space = {});

/// "line 12": where `node` begins.
std::string xml_line_number(const xmlNode& node);

/// True for elements of HTML that have no end tag: br, img, hr.
bool is_void_html(std::string_view name);

/// All text below `node`, mark-up left out. References to entities that nobody declared stay as "&name;".
std::string xml_text(const xmlNode& node);

/// What is between the tags of `node`, as HTML: namespace prefixes dropped, void elements without an end tag.
std::string xml_inner_html(const xmlNode& node);

}  // namespace dateline::formats

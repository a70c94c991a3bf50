// formats/html_builder_myhtml.cpp -- the HTML builder through MyHTML. Its headers are included in files of this name's
// ending alone.
#include "formats/html_builder.h"

#include <myhtml/callback.h>
#include <myhtml/myhtml.h>
#include <myhtml/tree.h>

#include <array>
#include <cstdint>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "formats/html_guard_myhtml.h"
#include "formats/html_names_myhtml.h"
#include "formats/html_slices_myhtml.h"
#include "formats/html_tags_myhtml.h"

namespace dateline::formats {
namespace {

/// MyHTML's tables and arenas, kept from page to page: setting them up costs as much as parsing a small page.
class Parser {
 public:
  Parser() = default;
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    drop_tree();
    if (library_ != nullptr) myhtml_destroy(library_);
  }

  /// nullptr when memory ran out.
  myhtml_tree_t* parse(std::string_view utf8, Guard& guard) {
    if (!make()) return nullptr;
    myhtml_callback_before_token_done_set(tree_, &Guard::on_raw_token, &guard);
    myhtml_callback_after_token_done_set(tree_, &Guard::on_token, &guard);
    myhtml_callback_tree_node_insert_set(tree_, &Guard::on_insert, &guard);
    // MyHTML reads nothing at a null pointer, but does arithmetic on it.
    const char* begin = utf8.empty() ? "" : utf8.data();
    if (myhtml_parse_single(tree_, MyENCODING_UTF_8, begin, utf8.size()) != 0) return nullptr;
    return tree_;
  }

  /// Gives back the memory of a large page at once; that of a small one serves the next.
  void release(std::size_t size_bytes) {
    if (tree_ == nullptr) return;
    if (size_bytes > kKeepBytes) {
      drop_tree();
      return;
    }
    myhtml_tree_parse_flags_set(tree_, MyHTML_TREE_PARSE_FLAGS_CLEAN);
    myhtml_tree_clean(tree_);
  }

  void drop_tree() {
    if (tree_ != nullptr) myhtml_tree_destroy(tree_);
    tree_ = nullptr;
  }

 private:
  static constexpr std::size_t kKeepBytes = std::size_t{1} << 20;
  /// MyHTML puts the rest of every used-up chunk of text on a list, which it searches whenever it needs memory for
  /// text: few large chunks (its own are 20 KB) keep the list short.
  static constexpr std::size_t kTextChunkBytes = std::size_t{1} << 18;

  bool make() {
    if (library_ == nullptr) {
      library_ = myhtml_create();
      if (library_ == nullptr) return false;
      if (myhtml_init(library_, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0) != 0) return false;
    }
    if (tree_ != nullptr) return true;
    tree_ = myhtml_tree_create();
    if (tree_ == nullptr) return false;
    if (myhtml_tree_init(tree_, library_) == 0) {
      tree_->mchar->origin_size = kTextChunkBytes;
      return true;
    }
    drop_tree();
    return false;
  }

  myhtml_t* library_ = nullptr;
  myhtml_tree_t* tree_ = nullptr;
};

/// Copies MyHTML's linked tree into the flat one, without recursion.
class Flattener {
 public:
  Flattener(myhtml_tree_t& tree, const RawSlices& slices, FlatHtml& flat) : tree_(tree), slices_(slices), flat_(flat) {}

  void run(std::string_view unbuilt) {
    unbuilt_ = unbuilt;
    push(NodeKind::kDocument, Tag::kNone, kNoNode);
    const myhtml_tree_node_t* node = tree_.document->child;
    NodeIndex parent = 0;
    while (node != nullptr) {
      const NodeIndex index = add(*node, parent);
      if (node->child != nullptr && index != kNoNode) {
        parent = index;
        node = node->child;
        continue;
      }
      if (index != kNoNode) leave(*node, index);
      while (node->next == nullptr && node->parent != tree_.document) {
        node = node->parent;
        leave(*node, parent);
        parent = flat_.nodes[parent].parent;
      }
      node = node->next;
    }
    close(0);
  }

 private:
  NodeIndex push(NodeKind kind, Tag tag, NodeIndex parent) {
    HtmlNode& node = flat_.nodes.emplace_back();
    node.kind = kind;
    node.tag = tag;
    node.parent = parent;
    return static_cast<NodeIndex>(flat_.nodes.size() - 1);
  }

  /// MyHTML decodes some references, and cuts some names, to what is no UTF-8.
  std::string_view keep(std::string_view text) {
    return base::is_utf8(text) ? flat_.text.keep(text) : flat_.text.keep(base::mend_utf8(text));
  }

  void close(NodeIndex index) { flat_.nodes[index].subtree_end = static_cast<NodeIndex>(flat_.nodes.size()); }

  void leave(const myhtml_tree_node_t& node, NodeIndex index) {
    if (&node == tree_.node_body && !unbuilt_.empty()) {
      flat_.unbuilt = push(NodeKind::kText, Tag::kNone, index);
      flat_.nodes.back().text = keep(unbuilt_);
      close(flat_.unbuilt);
    }
    close(index);
  }

  /// The new node's index; kNoNode for what has none: doctypes, comments, and text that joins the node before it.
  NodeIndex add(const myhtml_tree_node_t& node, NodeIndex parent) {
    switch (node.tag_id) {
      case MyHTML_TAG__DOCTYPE:
      case MyHTML_TAG__COMMENT:
      case MyHTML_TAG__UNDEF:
      case MyHTML_TAG__END_OF_FILE:
        return kNoNode;
      case MyHTML_TAG__TEXT:
        if (node.data != nullptr) add_text(*static_cast<const myhtml_token_node_t*>(node.data), parent);
        return kNoNode;
      default:
        push(NodeKind::kElement, Tag::kOther, parent);
        flat_.nodes.back().text = name_of(node);
        flat_.nodes.back().tag = tag_of(node, flat_.nodes.back().text);
        add_attributes(node);
    }
    return static_cast<NodeIndex>(flat_.nodes.size() - 1);
  }

  void add_text(const myhtml_token_node_t& token, NodeIndex parent) {
    const std::string_view decoded = view(token.str);
    add_text(decoded.empty() ? slices_.text_of(token) : decoded, parent);
  }

  void add_text(std::string_view text, NodeIndex parent) {
    if (text.empty()) return;
    HtmlNode& last = flat_.nodes.back();
    if (last.kind == NodeKind::kText && last.parent == parent) {
      last.text = flat_.text.append(last.text, base::is_utf8(text) ? text : base::mend_utf8(text));
      return;
    }
    const NodeIndex index = push(NodeKind::kText, Tag::kNone, parent);
    flat_.nodes[index].text = keep(text);
    close(index);
  }

  std::string_view name_of(const myhtml_tree_node_t& node) {
    const myhtml_tag_context_t* context = myhtml_tag_get_by_id(tree_.tags, node.tag_id);
    if (context == nullptr || context->name == nullptr) return "";
    const std::string_view name{context->name, context->name_length};
    // Names of the standard are constants of the library; others live as long as MyHTML's tree.
    return node.tag_id < MyHTML_TAG_LAST_ENTRY ? name : keep(name);
  }

  void add_attributes(const myhtml_tree_node_t& node) {
    HtmlNode& flat = flat_.nodes.back();
    flat.first_attribute = static_cast<std::uint32_t>(flat_.attributes.size());
    if (node.token == nullptr) return;
    for (const auto& [name, value] : slices_.attributes_of(*node.token)) {
      if (has(flat, name)) continue;
      flat_.attributes.push_back({flat_.text.keep(name), flat_.text.keep(value)});
      if (++flat.attribute_count == kMaxAttributes) return;
    }
    for (const myhtml_token_attr_t* attribute = node.token->attr_first; attribute != nullptr;
         attribute = attribute->next) {
      const std::string_view name = view(attribute->key);
      if (name.empty() || has(flat, name)) continue;
      // The standard gives SVG attributes capitals ("viewBox"); our names have none.
      const std::string_view kept = node.ns == MyHTML_NAMESPACE_HTML ? keep(name) : keep(base::ascii_lower(name));
      flat_.attributes.push_back({kept, keep(view(attribute->value))});
      if (++flat.attribute_count == kMaxAttributes) return;
    }
  }

  bool has(const HtmlNode& node, std::string_view name) const {
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
      if (flat_.attributes[node.first_attribute + i].name == name) return true;
    }
    return false;
  }

  myhtml_tree_t& tree_;
  const RawSlices& slices_;
  FlatHtml& flat_;
  std::string_view unbuilt_;
};

}  // namespace

base::Result<void> build_html(std::string_view utf8, const HtmlLimits& limits, FlatHtml& flat) {
  thread_local Parser parser;
  std::string without_nul;
  if (utf8.find('\0') != std::string_view::npos) {
    // The standard drops NUL in text and writes U+FFFD elsewhere; MyHTML's buffers take harm from it.
    without_nul = base::replace_all(utf8, std::string_view("\0", 1), "");
    utf8 = without_nul;
  }
  const std::string few_names = with_few_names(utf8);
  if (!few_names.empty()) utf8 = few_names;
  RawSlices slices(utf8, limits.attributes);
  Guard guard(limits, utf8, slices);
  myhtml_tree_t* tree = parser.parse(utf8, guard);
  if (tree == nullptr) {
    parser.drop_tree();
    return base::Error{base::ErrorCode::kTooLarge, "page needs more memory than there is"};
  }
  flat.nodes.reserve(utf8.size() / 64 + 8);
  Flattener(*tree, slices, flat).run(guard.unbuilt());
  parser.release(utf8.size());
  return {};
}

}  // namespace dateline::formats

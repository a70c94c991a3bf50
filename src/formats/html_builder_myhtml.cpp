// formats/html_builder_myhtml.cpp -- the HTML builder through MyHTML. No other file includes its headers.
//
// MyHTML follows the standard's tree construction to the letter, and so takes time quadratic (or worse) in the number
// of open elements, of active formatting elements and of text tokens side by side. The Guard below stands between its
// tokenizer and its tree builder, sees the true stack of open elements before every token, and leaves out tokens.
#include "formats/html_builder.h"

#include <myhtml/callback.h>
#include <myhtml/myhtml.h>
#include <myhtml/tree.h>

#include <array>
#include <cstdint>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "formats/html_names_myhtml.h"
#include "formats/html_tags_myhtml.h"

namespace dateline::formats {
namespace {

/// Active formatting elements are opened again in every block that follows; this many may be.
constexpr std::size_t kMaxFormatting = 128;
/// What one byte of the page may cost before the builder is left out, and what every page may cost; in steps along
/// the stack of open elements. Pages for people stay under a tenth of it.
constexpr std::uint64_t kStepsPerByte = 32;
constexpr std::uint64_t kStepsPerPage = 32'000'000;
constexpr std::uint64_t kStepsPerNode = 256;
/// Every further <html> or <body> is merged into the first, attribute by attribute.
constexpr unsigned kMaxRootTags = 16;

std::string_view view(const mycore_string_t& text) {
  return text.data == nullptr ? std::string_view{} : std::string_view{text.data, text.length};
}

/// Decides which tokens the tree builder sees. One per page.
class Guard {
 public:
  /// Borrows both.
  Guard(const HtmlLimits& limits, std::string_view utf8)
      : utf8_(utf8),
        attributes_(limits.attributes),
        max_depth_(std::max<std::size_t>(limits.max_depth, 8)),
        steps_left_(kStepsPerPage + kStepsPerByte * utf8.size()) {}

  /// Text that came after the page had used up its steps.
  const std::string& tail() const { return tail_; }

  /// Called by MyHTML with a token before it copies and decodes the token's text. Most of a news page is code that
  /// nobody reads: it is never copied.
  static void* on_raw_token(myhtml_tree_t*, myhtml_token_node_t* token, void* context) {
    auto* guard = static_cast<Guard*>(context);
    guard->leave_out_ = token->tag_id == MyHTML_TAG__COMMENT;
    if (token->tag_id == MyHTML_TAG__TEXT) {
      const bool raw = (token->type & (MyHTML_TOKEN_TYPE_SCRIPT | MyHTML_TOKEN_TYPE_RAWTEXT)) != 0;
      guard->leave_out_ = raw ? guard->in_code_ : guard->behind_block_ && guard->is_blank(*token);
    } else if (!guard->attributes_.empty()) {
      guard->drop_attributes(*token);
    }
    if (guard->leave_out_) token->raw_length = 0;
    return context;
  }

  /// Called by MyHTML with a token that is complete, right before the builder would see it.
  static void* on_token(myhtml_tree_t* tree, myhtml_token_node_t* token, void* context) {
    auto* guard = static_cast<Guard*>(context);
    if (token->tag_id == MyHTML_TAG__END_OF_FILE) {
      // Where the page ends inside a tag, MyHTML makes the rest of that tag the end-of-file token, and then takes it
      // for an end tag to be ignored.
      token->type = MyHTML_TOKEN_TYPE_DONE;
      token->attr_first = nullptr;
      token->attr_last = nullptr;
    }
    limit_attributes(*token);
    if (token->tag_id >= MyHTML_TAG_A) {
      guard->in_code_ = holds_code(*token);
      guard->behind_block_ = is_block(token->tag_id);
    }
    const bool build = guard->admit(*tree, *token);
    // The flag is looked at once a token, right after this call. The tokenizer then keeps its own idea of its state.
    const int flags = build ? MyHTML_TREE_PARSE_FLAGS_CLEAN : MyHTML_TREE_PARSE_FLAGS_WITHOUT_BUILD_TREE;
    myhtml_tree_parse_flags_set(tree, static_cast<myhtml_tree_parse_flags_t>(flags));
    // Before a CDATA section the tokenizer waits for the builder to have come this far, on a thread that is not there.
    if (!build) tree->token_last_done = token;
    return context;
  }

  /// Called by MyHTML with every node that it puts into the tree, or moves.
  static void on_insert(myhtml_tree_t*, myhtml_tree_node_t* node, void* context) {
    auto* guard = static_cast<Guard*>(context);
    // A clone copies the attributes of the tag it was made from, so the tag's length counts each time.
    guard->spend(kStepsPerNode + (node->token != nullptr ? node->token->element_length : 0));
    if (node->tag_id == MyHTML_TAG__TEXT && node->token != nullptr) {
      // The builder would join following text to this node by copying both. It does not where the node has no token;
      // the walk that flattens the tree joins them, in linear time.
      node->data = node->token;
      node->token = nullptr;
    }
  }

 private:
  void spend(std::uint64_t steps) { steps_left_ -= std::min(steps, steps_left_); }

  static void limit_attributes(myhtml_token_node_t& token) {
    myhtml_token_attr_t* attribute = token.attr_first;
    for (std::size_t count = 1; attribute != nullptr; attribute = attribute->next, ++count) {
      if (count < kMaxAttributes) continue;
      attribute->next = nullptr;
      token.attr_last = attribute;
      return;
    }
  }

  /// A start tag whose text is for browsers alone. Scripts of a JSON type are data about the page, and templates are
  /// text that a script is to put in place.
  static bool holds_code(const myhtml_token_node_t& token) {
    if (token.tag_id == MyHTML_TAG_STYLE) return true;
    if (token.tag_id != MyHTML_TAG_SCRIPT) return false;
    for (const myhtml_token_attr_t* attribute = token.attr_first; attribute != nullptr; attribute = attribute->next) {
      if (view(attribute->key) != "type") continue;
      const std::string_view type = view(attribute->value);
      return !base::contains_ignoring_case(type, "json") && !base::contains_ignoring_case(type, "template") &&
             !base::contains_ignoring_case(type, "html");
    }
    return true;
  }

  bool admit(const myhtml_tree_t& tree, const myhtml_token_node_t& token) {
    if (token.tag_id == MyHTML_TAG__END_OF_FILE) return true;
    if (leave_out_) return false;
    spend(tree.open_elements->length + tree.active_formatting->length);
    if (steps_left_ == 0) {
      if (token.tag_id == MyHTML_TAG__TEXT) keep_tail(token);
      return false;
    }
    if (token.tag_id < MyHTML_TAG_A) return true;  // text, doctype
    return (token.type & MyHTML_TOKEN_TYPE_CLOSE) != 0 ? admit_end(tree, token) : admit_start(tree, token);
  }

  void keep_tail(const myhtml_token_node_t& token) {
    if ((token.type & (MyHTML_TOKEN_TYPE_RAWTEXT | MyHTML_TOKEN_TYPE_SCRIPT)) != 0 || token.str.data == nullptr) return;
    tail_.append(token.str.data, token.str.length);
    tail_ += '\n';
  }

  bool admit_start(const myhtml_tree_t& tree, const myhtml_token_node_t& token) {
    // A frameset takes the place of the body. Without it, what <noframes> offers becomes the page.
    if (token.tag_id == MyHTML_TAG_FRAMESET) return false;
    if (token.tag_id == MyHTML_TAG_HTML || token.tag_id == MyHTML_TAG_BODY) return ++root_tags_ <= kMaxRootTags;
    const myhtml_tree_list_t& open = *tree.open_elements;
    const bool full =
        open.length >= max_depth_ || (tree.active_formatting->length >= kMaxFormatting && is_formatting(token.tag_id));
    if (!full) return true;
    const bool in_html = open.length > 0 && open.list[open.length - 1]->ns == MyHTML_NAMESPACE_HTML;
    if (in_html && open.length < max_depth_ + kMaxFormatting && stays_flat(token.tag_id)) return true;
    dropped_.push_back(slot(token.tag_id));
    ++dropped_count_[dropped_.back()];
    return false;
  }

  /// An end tag belongs to the innermost start tag of its name, dropped or not; dropped ones are always innermost.
  bool admit_end(const myhtml_tree_t& tree, const myhtml_token_node_t& token) {
    // The adoption agency looks for its elements up to eight times; </p> without a <p> looks all the way, and opens
    // one.
    if (is_formatting(token.tag_id)) spend(8 * kMaxFormatting);
    if (token.tag_id == MyHTML_TAG_P) spend(4 * tree.open_elements->length);
    if (dropped_.empty()) return true;
    const std::size_t wanted = slot(token.tag_id);
    if (dropped_count_[wanted] == 0) return true;
    while (dropped_.back() != wanted) pop_dropped();
    pop_dropped();
    return false;
  }

  void pop_dropped() {
    --dropped_count_[dropped_.back()];
    dropped_.pop_back();
  }

  /// Elements that the page made up share a slot.
  static std::size_t slot(myhtml_tag_id_t tag) { return std::min<std::size_t>(tag, MyHTML_TAG_LAST_ENTRY); }

  bool is_blank(const myhtml_token_node_t& token) const {
    const std::string_view text = utf8_.substr(std::min(token.raw_begin, utf8_.size()), token.raw_length);
    return std::all_of(text.begin(), text.end(), base::is_ascii_space);
  }

  bool is_wanted(const myhtml_token_attr_t& attribute) const {
    const std::string_view name =
        utf8_.substr(std::min(attribute.raw_key_begin, utf8_.size()), attribute.raw_key_length);
    for (const std::string_view wanted : attributes_) {
      if (base::equals_ignoring_case(name, wanted)) return true;
    }
    return false;
  }

  void drop_attributes(myhtml_token_node_t& token) const {
    myhtml_token_attr_t** link = &token.attr_first;
    token.attr_last = nullptr;
    for (myhtml_token_attr_t* attribute = token.attr_first; attribute != nullptr; attribute = attribute->next) {
      if (!is_wanted(*attribute)) continue;
      *link = attribute;
      attribute->prev = token.attr_last;
      token.attr_last = attribute;
      link = &attribute->next;
    }
    *link = nullptr;
  }

  std::string_view utf8_;
  std::span<const std::string_view> attributes_;
  std::size_t max_depth_;
  std::uint64_t steps_left_;
  unsigned root_tags_ = 0;
  bool in_code_ = false;       ///< The last tag began a script or a style sheet.
  bool behind_block_ = false;  ///< The last tag was a block-level element's.
  bool leave_out_ = false;     ///< The token at hand is a comment, code, or blank behind a block.
  std::vector<std::size_t> dropped_;
  std::array<std::uint32_t, MyHTML_TAG_LAST_ENTRY + 1> dropped_count_{};
  std::string tail_;
};

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
  Flattener(myhtml_tree_t& tree, FlatHtml& flat) : tree_(tree), flat_(flat) {}

  void run(std::string_view tail) {
    tail_ = tail;
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
    if (&node == tree_.node_body) add_text(tail_, index);
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
        if (node.data != nullptr) add_text(view(static_cast<const myhtml_token_node_t*>(node.data)->str), parent);
        return kNoNode;
      default:
        push(NodeKind::kElement, Tag::kOther, parent);
        flat_.nodes.back().text = name_of(node);
        flat_.nodes.back().tag = tag_of(node, flat_.nodes.back().text);
        add_attributes(node);
    }
    return static_cast<NodeIndex>(flat_.nodes.size() - 1);
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
  FlatHtml& flat_;
  std::string_view tail_;
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
  Guard guard(limits, utf8);
  myhtml_tree_t* tree = parser.parse(utf8, guard);
  if (tree == nullptr) {
    parser.drop_tree();
    return base::Error{base::ErrorCode::kTooLarge, "page needs more memory than there is"};
  }
  flat.nodes.reserve(utf8.size() / 24 + 8);
  Flattener(*tree, flat).run(guard.tail());
  parser.release(utf8.size());
  return {};
}

}  // namespace dateline::formats

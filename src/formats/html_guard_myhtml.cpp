#include "formats/html_guard_myhtml.h"

#include <string_view>

#include "base/strings.h"
#include "formats/html_builder.h"
#include "formats/html_source_text.h"
#include "formats/html_tags_myhtml.h"

namespace dateline::formats {
namespace {

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), base::is_ascii_space);
}

}  // namespace

std::string Guard::unbuilt() const {
  return stopped_ ? source_text(utf8_.substr(std::min(stop_bytes_, utf8_.size())), stopped_in_code_) : "";
}

void* Guard::on_raw_token(myhtml_tree_t*, myhtml_token_node_t* token, void* context) {
  auto* guard = static_cast<Guard*>(context);
  guard->leave_out_ = guard->stopped_ || token->tag_id == MyHTML_TAG__COMMENT;
  if (guard->stopped_) token->attr_first = token->attr_last = nullptr;
  if (token->tag_id == MyHTML_TAG__TEXT) {
    const bool raw = (token->type & (MyHTML_TOKEN_TYPE_SCRIPT | MyHTML_TOKEN_TYPE_RAWTEXT)) != 0;
    guard->leave_out_ |= raw ? guard->in_code_ : guard->behind_block_ && is_blank(guard->slices_.raw_text(*token));
    // Of the text behind <pre> and the like, the builder drops the first line end.
    if (!guard->leave_out_ && !guard->behind_pre_) guard->slices_.take_text(*token);
  } else {
    guard->spend(kStepsPerAttribute * guard->slices_.take_attributes(*token));
  }
  if (guard->leave_out_) token->raw_length = 0;
  return context;
}

void* Guard::on_token(myhtml_tree_t* tree, myhtml_token_node_t* token, void* context) {
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
    guard->behind_pre_ =
        token->tag_id == MyHTML_TAG_PRE || token->tag_id == MyHTML_TAG_LISTING || token->tag_id == MyHTML_TAG_TEXTAREA;
  }
  const bool build = guard->admit(*tree, *token);
  // The flag is looked at once a token, right after this call. The tokenizer then keeps its own idea of its state.
  const int flags = build ? MyHTML_TREE_PARSE_FLAGS_CLEAN : MyHTML_TREE_PARSE_FLAGS_WITHOUT_BUILD_TREE;
  myhtml_tree_parse_flags_set(tree, static_cast<myhtml_tree_parse_flags_t>(flags));
  // Before a CDATA section the tokenizer waits for the builder to have come this far, on a thread that is not there.
  if (!build) tree->token_last_done = token;
  // The tokenizer takes all that follows for one text, as behind <plaintext>.
  const bool is_rest = (token->type & MyHTML_TOKEN_TYPE_PLAINTEXT) != 0 || token->tag_id == MyHTML_TAG__END_OF_FILE;
  if (guard->stopped_ && !is_rest) tree->state = MyHTML_TOKENIZER_STATE_PLAINTEXT;
  return context;
}

void Guard::on_insert(myhtml_tree_t*, myhtml_tree_node_t* node, void* context) {
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

void Guard::limit_attributes(myhtml_token_node_t& token) {
  myhtml_token_attr_t* attribute = token.attr_first;
  for (std::size_t count = 1; attribute != nullptr; attribute = attribute->next, ++count) {
    if (count < kMaxAttributes) continue;
    attribute->next = nullptr;
    token.attr_last = attribute;
    return;
  }
}

bool Guard::holds_code(const myhtml_token_node_t& token) {
  if (token.tag_id == MyHTML_TAG_STYLE) return true;
  if (token.tag_id != MyHTML_TAG_SCRIPT) return false;
  for (const myhtml_token_attr_t* attribute = token.attr_first; attribute != nullptr; attribute = attribute->next) {
    if (view(attribute->key) != "type") continue;
    return !base::contains_ignoring_case(view(attribute->value), "ld+json");
  }
  return true;
}

bool Guard::admit(const myhtml_tree_t& tree, const myhtml_token_node_t& token) {
  if (token.tag_id == MyHTML_TAG__END_OF_FILE) return true;
  spend(kStepsPerToken + tree.open_elements->length + tree.active_formatting->length);
  if (steps_left_ == 0 && !stopped_) stop(token);
  if (leave_out_ || stopped_) return false;
  if (token.tag_id < MyHTML_TAG_A) return true;  // text, doctype
  return (token.type & MyHTML_TOKEN_TYPE_CLOSE) != 0 ? admit_end(tree, token) : admit_start(tree, token);
}

void Guard::stop(const myhtml_token_node_t& token) {
  const bool is_text = token.tag_id == MyHTML_TAG__TEXT;
  const std::size_t begin = std::min(token.raw_begin, utf8_.size());
  stopped_ = true;
  // Of a tag, raw_begin is where its name begins.
  stop_bytes_ = is_text ? begin : std::min(utf8_.rfind('<', begin), begin);
  stopped_in_code_ = is_text && (token.type & (MyHTML_TOKEN_TYPE_SCRIPT | MyHTML_TOKEN_TYPE_RAWTEXT)) != 0;
}

bool Guard::admit_start(const myhtml_tree_t& tree, const myhtml_token_node_t& token) {
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

bool Guard::admit_end(const myhtml_tree_t& tree, const myhtml_token_node_t& token) {
  // The adoption agency looks for its elements up to eight times; </p> without a <p> looks all the way, and opens
  // one.
  if (is_formatting(token.tag_id)) spend(8 * kMaxFormatting);
  // In foreign content its name is compared with that of each open element.
  spend(2 * tree.open_elements->length);
  if (token.tag_id == MyHTML_TAG_P) spend(4 * tree.open_elements->length);
  if (dropped_.empty()) return true;
  const std::size_t wanted = slot(token.tag_id);
  if (dropped_count_[wanted] == 0) return true;
  while (dropped_.back() != wanted) pop_dropped();
  pop_dropped();
  return false;
}

}  // namespace dateline::formats

#include "extract/page_blocks.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/strings.h"

namespace dateline::extract {
namespace {

using formats::HtmlNode;
using formats::HtmlTree;
using formats::NodeIndex;
using formats::NodeKind;
using formats::Tag;

bool is_inline(const HtmlNode& node) {
  switch (node.tag) {
    case Tag::kA:
    case Tag::kAbbr:
    case Tag::kB:
    case Tag::kCite:
    case Tag::kCode:
    case Tag::kDel:
    case Tag::kEm:
    case Tag::kFont:
    case Tag::kI:
    case Tag::kIns:
    case Tag::kQ:
    case Tag::kS:
    case Tag::kSmall:
    case Tag::kSpan:
    case Tag::kStrike:
    case Tag::kStrong:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kU:
    case Tag::kBr:
    case Tag::kImg:
    case Tag::kTime:
    case Tag::kLabel:
    case Tag::kInput:
    case Tag::kPicture:
    case Tag::kSource:
      return true;
    case Tag::kOther:
      // Elements that HTML does not know are inline unless their maker says else, and he says so for custom elements.
      return node.text.find('-') == std::string_view::npos;
    default:
      return false;
  }
}

// An unclosed element inside noscript makes it swallow the rest of the page for parsers that run no scripts.
bool swallows_page(const HtmlTree& tree, NodeIndex index) {
  return (tree.node(index).subtree_end - index) * std::size_t{2} > tree.nodes().size();
}

bool is_skipped(const HtmlTree& tree, NodeIndex index) {
  const HtmlNode& node = tree.node(index);
  switch (node.tag) {
    case Tag::kNoscript:
      return !swallows_page(tree, index);
    case Tag::kOther:
      // Readings above ruby text, sources of formulae.
      return node.text == "rt" || node.text == "rp" || node.text == "annotation";
    case Tag::kSpan:
      return node.attribute_count != 0 && is_hidden(tree, index);
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kTemplate:
    case Tag::kSvg:
    case Tag::kCanvas:
    case Tag::kIframe:
    case Tag::kObject:
    case Tag::kEmbed:
    case Tag::kAudio:
    case Tag::kVideo:
    case Tag::kSelect:
    case Tag::kTextarea:
    case Tag::kButton:
    case Tag::kOption:
    case Tag::kHead:
      return true;
    default:
      return false;
  }
}

Shapes shapes_of(Tag tag) {
  switch (tag) {
    case Tag::kP:
      return kShapeParagraph;
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6:
      return kShapeHeading;
    case Tag::kLi:
    case Tag::kDt:
    case Tag::kDd:
      return kShapeListItem;
    case Tag::kBlockquote:
      return kShapeQuotation;
    case Tag::kFigcaption:
    case Tag::kCaption:
      return kShapeCaption;
    case Tag::kFigure:
      return kShapeFigure;
    case Tag::kTd:
    case Tag::kTh:
      return kShapeCell;
    case Tag::kPre:
      return kShapePreformatted;
    default:
      return kShapeNone;
  }
}

// Builds the blocks while the walk opens and closes elements.
class Walk {
 public:
  explicit Walk(const HtmlTree& tree) : tree_(tree) {}

  PageBlocks run() {
    const auto& nodes = tree_.nodes();
    for (NodeIndex i = 0; i < nodes.size();) {
      while (!open_.empty() && i >= open_.back().end) close();
      const HtmlNode& node = nodes[i];
      if (i == tree_.unbuilt()) {
        flush();
        leave_unread(base::collapse_whitespace(node.text));
      } else if (node.kind == NodeKind::kText) {
        add_text(node.text);
      } else if (node.kind == NodeKind::kElement) {
        if (is_skipped(tree_, i)) {
          i = node.subtree_end;
          continue;
        }
        open(i, node);
      }
      ++i;
    }
    while (!open_.empty()) close();
    flush();
    return std::move(page_);
  }

 private:
  // Where a line of the block ended, and what had been counted until there.
  struct LineEnd {
    std::size_t text = 0;
    std::size_t links = 0;
    std::size_t strong = 0;
  };

  struct Open {
    NodeIndex end = 0;
    NodeIndex block = 0;  // The innermost block-level element, perhaps itself.
    Shapes shapes = kShapeNone;
    bool is_block = false;
    bool in_link = false;
    bool is_strong = false;
    std::size_t element = 0;  // Index into page_.elements when it is recorded.
    bool recorded = false;
  };

  void open(NodeIndex index, const HtmlNode& node) {
    if (node.tag == Tag::kBr) {
      if (++breaks_ >= 2) flush();
      if (!block_.text.empty() && (line_ends_.empty() || line_ends_.back().text < block_.text.size())) {
        line_ends_.push_back({block_.text.size(), block_.link_bytes, block_.strong_bytes});
      }
      pending_space_ = true;
      return;
    }
    if (node.tag == Tag::kHr) {
      flush();
      return;
    }
    Open frame = open_.empty() ? Open{} : open_.back();
    frame.end = node.subtree_end;
    frame.is_block = !is_inline(node);
    frame.recorded = false;
    if (frame.is_block) {
      flush();
      frame.block = index;
      frame.shapes |= shapes_of(node.tag);
    }
    if (node.tag == Tag::kA && tree_.has_attribute(index, "href")) frame.in_link = true;
    if (node.tag == Tag::kB || node.tag == Tag::kStrong) frame.is_strong = true;
    const Hints hints = hints_of(tree_, index);
    // Inline elements are recorded only for what they say: <span class="caption">.
    if (frame.is_block || (hints & (kFurnitureHints | kHintCaption)) != 0) {
      frame.recorded = true;
      frame.element = page_.elements.size();
      page_.elements.push_back({index, static_cast<std::uint32_t>(page_.blocks.size()), 0, hints});
    }
    open_.push_back(frame);
  }

  void close() {
    const Open frame = open_.back();
    if (frame.is_block) flush();
    open_.pop_back();
    if (!frame.recorded) return;
    Element& element = page_.elements[frame.element];
    element.last = static_cast<std::uint32_t>(page_.blocks.size());
    // An inline element is in the middle of a block that is not finished yet: its hints say nothing about all of it.
    if (!frame.is_block && element.last == element.first) element.hints = kNoHint;
  }

  // How many bytes of white space, a no-break space among it, begin at `at`.
  static std::size_t space_at(std::string_view text, std::size_t at) {
    if (base::is_ascii_space(text[at])) return 1;
    return text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0' ? 2 : 0;
  }

  void add_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (const std::size_t space = space_at(text, at); space != 0) {
        pending_space_ = true;
        at += space;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text.size() && space_at(text, end) == 0) ++end;
      add_word(text.substr(at, end - at));
      at = end;
    }
  }

  void add_word(std::string_view word) {
    if (block_.text.empty()) {
      const Open* top = open_.empty() ? nullptr : &open_.back();
      block_.holder = top == nullptr ? 0 : top->block;
      block_.shapes = top == nullptr ? Shapes{kShapeNone} : top->shapes;
    } else if (pending_space_) {
      block_.text += ' ';
    }
    pending_space_ = false;
    breaks_ = 0;
    append_without_soft_hyphens(word);
    if (!open_.empty() && open_.back().in_link) block_.link_bytes += word.size() + 1;
    if (!open_.empty() && open_.back().is_strong) block_.strong_bytes += word.size() + 1;
  }

  // Soft hyphens (U+00AD) and zero-width spaces tell where a line may break; they are not part of any word.
  void append_without_soft_hyphens(std::string_view word) {
    const auto begins_one = [](char c) { return c == '\xC2' || c == '\xE2' || c == '\xEF'; };
    if (std::none_of(word.begin(), word.end(), begins_one)) {
      block_.text += word;
      return;
    }
    for (std::size_t at = 0; at < word.size();) {
      const std::string_view rest = word.substr(at);
      if (rest.starts_with("\xC2\xAD")) {
        at += 2;
      } else if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) {
        at += 3;
      } else {
        block_.text += word[at++];
      }
    }
  }

  // Lines parted by single <br> are lines of a paragraph, or, when all are short, a list of things: kicker, headline,
  // byline and date of an old page, an address, a menu.
  bool is_list_of_lines() const { return !line_ends_.empty() && block_.text.size() < (line_ends_.size() + 1) * 70; }

  void flush() {
    breaks_ = 0;
    pending_space_ = false;
    if (block_.text.empty()) return;
    if (!line_ends_.empty() && line_ends_.back().text == block_.text.size()) line_ends_.pop_back();
    const std::vector<LineEnd> ends = is_list_of_lines() ? line_ends_ : std::vector<LineEnd>{};
    line_ends_.clear();
    Block whole = std::move(block_);
    block_ = Block{};
    LineEnd from;
    for (const LineEnd& end : ends) {
      emit(whole, from, end);
      from = end;
    }
    emit(whole, from, {whole.text.size(), whole.link_bytes, whole.strong_bytes});
  }

  void emit(const Block& whole, const LineEnd& from, const LineEnd& to) {
    block_.holder = whole.holder;
    block_.shapes = whole.shapes;
    block_.text = base::trim(std::string_view(whole.text).substr(from.text, to.text - from.text));
    block_.link_bytes = to.links - from.links;
    block_.strong_bytes = to.strong - from.strong;
    finish();
  }

  void leave_unread(std::string_view text) {
    if (!page_.unread.empty()) page_.unread += ' ';
    page_.unread += text;
  }

  void finish() {
    if (block_.text.empty()) return;
    if (page_.blocks.size() == kMaxBlocks) {
      leave_unread(block_.text);
      block_ = Block{};
      return;
    }
    block_.tag = tree_.node(block_.holder).tag;
    block_.link_bytes = std::min(block_.link_bytes, block_.text.size());
    block_.strong_bytes = std::min(block_.strong_bytes, block_.text.size());
    block_.features = look_at(block_.text);
    block_.score = report_score(block_.features);
    // Running text has links in it; text that is mostly link is a way to somewhere else.
    const double links = block_.link_share();
    if (links > 0.3) block_.score -= 4 * (links - 0.3);
    page_.blocks.push_back(std::move(block_));
    block_ = Block{};
  }

  const HtmlTree& tree_;
  PageBlocks page_;
  std::vector<Open> open_;
  Block block_;
  std::vector<LineEnd> line_ends_;  // Of block_, at single <br>.
  bool pending_space_ = false;
  int breaks_ = 0;
};

// What a page says three times and more it says about its links, not in its article.
void devalue_repetitions(PageBlocks& page) {
  std::unordered_map<std::string_view, int> times;
  for (const Block& block : page.blocks) ++times[block.text];
  for (Block& block : page.blocks) {
    if (times[block.text] >= 3) block.score = std::min(block.score, -1.5);
  }
}

}  // namespace

PageBlocks read_blocks(const HtmlTree& tree) {
  PageBlocks page = Walk(tree).run();
  devalue_repetitions(page);
  std::erase_if(page.elements, [](const Element& element) { return element.first == element.last; });
  return page;
}

}  // namespace dateline::extract

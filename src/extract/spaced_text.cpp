#include "extract/spaced_text.h"

#include "base/strings.h"

namespace dateline::extract {

std::string spaced_text(const formats::HtmlTree& tree, formats::NodeIndex index, std::size_t limit_bytes) {
  using formats::Tag;
  std::string text;
  const formats::NodeIndex end = tree.node(index).subtree_end;
  for (formats::NodeIndex i = index; i < end && text.size() <= limit_bytes * 2;) {
    const formats::HtmlNode& node = tree.node(i);
    if (node.tag == Tag::kScript || node.tag == Tag::kStyle || node.tag == Tag::kSvg || node.tag == Tag::kButton) {
      i = node.subtree_end;
      continue;
    }
    // Emphasis is no border between words; everything else is.
    const bool is_emphasis =
        node.tag == Tag::kB || node.tag == Tag::kStrong || node.tag == Tag::kI || node.tag == Tag::kEm;
    if (node.kind == formats::NodeKind::kText) {
      text += node.text;
    } else if (!is_emphasis) {
      text += ' ';
    }
    ++i;
  }
  return base::collapse_whitespace(text);
}

}  // namespace dateline::extract

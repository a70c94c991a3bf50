#include "extract/page_template.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "extract/element_hints.h"

namespace dateline::extract {
namespace {

bool is_in_body(const formats::HtmlTree& tree, formats::NodeIndex index) {
  for (; index != formats::kNoNode; index = tree.node(index).parent) {
    if (tree.node(index).kind == formats::NodeKind::kElement && (hints_of(tree, index) & kHintBody) != 0) return true;
  }
  return false;
}

}  // namespace

std::string_view longest_template(const formats::HtmlTree& tree) {
  constexpr std::size_t kLeastBytes = 600;
  std::string_view longest;
  formats::NodeIndex script = formats::kNoNode;
  const auto& nodes = tree.nodes();
  for (formats::NodeIndex i = 0; i + 1 < nodes.size(); ++i) {
    if (nodes[i].tag != formats::Tag::kScript || nodes[i + 1].parent != i) continue;
    if (nodes[i + 1].text.size() < std::max(kLeastBytes, longest.size() + 1)) continue;
    const std::string type = base::ascii_lower(base::trim(tree.attribute(i, "type")));
    if (type != "text/template" && type != "text/x-template" && type != "text/html") continue;
    longest = nodes[i + 1].text;
    script = i;
  }
  return is_in_body(tree, script) ? longest : std::string_view{};
}

}  // namespace dateline::extract

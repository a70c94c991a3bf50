// extract/spaced_text.h -- the text of a small element, its parts kept apart.
#pragma once

#include <cstddef>
#include <string>

#include "formats/html_tree.h"

namespace dateline::extract {

/// All text below `index` with a space wherever an element begins or ends, white space collapsed: "James Lynch" and
/// "from Utrecht" in two spans do not run together. Stops soon after `limit_bytes`: longer than that means "too long".
std::string spaced_text(const formats::HtmlTree& tree, formats::NodeIndex index, std::size_t limit_bytes);

}  // namespace dateline::extract

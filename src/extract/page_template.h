// extract/page_template.h -- text that a page keeps in a template for its scripts.
#pragma once

#include <string_view>

#include "formats/html_tree.h"

namespace dateline::extract {

/// The longest template that a script is to fill in, if it stands where the page says that its text is: some blogs keep
/// their posts in one. HTML, a view into `tree`; empty when there is none of a post's length.
std::string_view longest_template(const formats::HtmlTree& tree);

}  // namespace dateline::extract

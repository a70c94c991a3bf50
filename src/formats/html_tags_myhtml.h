// formats/html_tags_myhtml.h -- inside the room: MyHTML's element numbers as ours, and what kind of element they are.
#pragma once

#include <myhtml/myhtml.h>
#include <myhtml/tree.h>

#include <string_view>

#include "formats/html_tree.h"

namespace dateline::formats {

/// kOther for elements that we do not name and for foreign ones (SVG, MathML), but for <svg> itself and for foreign
/// script and style, whose content is no more text than that of their namesakes.
Tag tag_of(const myhtml_tree_node_t& node, std::string_view name);

/// The elements that the standard's list of active formatting elements holds.
bool is_formatting(myhtml_tag_id_t tag);

/// Elements whose start and end part what is before from what is behind, whatever white space is there.
bool is_block(myhtml_tag_id_t tag);

/// HTML elements that never have element children: void ones, and those whose content is text to the tokenizer.
bool stays_flat(myhtml_tag_id_t tag);

}  // namespace dateline::formats

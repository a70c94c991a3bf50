// formats/html_builder.h -- inside the room: what the library that parses HTML has to deliver. html_builder_myhtml.cpp
// is the one implementation; another library takes its place by defining build_html() and nothing else.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/html_tree.h"
#include "formats/text_arena.h"

namespace dateline::formats {

/// A page's nodes in document order and the text that they show.
struct FlatHtml {
  TextArena text;
  std::vector<HtmlNode> nodes;
  std::vector<HtmlAttribute> attributes;
  NodeIndex unbuilt = kNoNode;  ///< See HtmlTree::unbuilt().
};

/// Parses `utf8` by the rules of the WHATWG HTML standard, scripting off, into `flat`, which must be empty.
///
/// Adjacent text is one node; doctypes, comments and the text of style sheets and scripts (JSON-LD excepted) are left
/// out, and so is white space alone behind the tag of a block-level element; of attributes with the same name the first
/// counts, and an element keeps at most kMaxAttributes. Time and memory are linear in the size of `utf8`, whatever it
/// is.
///
/// Errors: kTooLarge when memory runs out.
base::Result<void> build_html(std::string_view utf8, const HtmlLimits& limits, FlatHtml& flat);

constexpr std::size_t kMaxAttributes = 128;

}  // namespace dateline::formats

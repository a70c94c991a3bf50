// extract/author_places.h -- names in the elements that a page marks as its author's.
#pragma once

#include <optional>

#include "extract/bylines.h"
#include "formats/html_tree.h"

namespace dateline::extract {

/// How an element came to be taken for the author's.
enum class AuthorMark {
  kNamed,   ///< By a class or id that speaks of authors: its text must look like a name or a byline.
  kMarked,  ///< By itemprop, rel=author or a microformat (hCard, h-entry): a pen name of one word will do.
};

/// The names in the element at `place`: those of the parts that it marks as names (itemprop=name, class fn), else the
/// names that it begins with; what follows them (a post, a biography, links) is left out. Nothing when its text is no
/// byline and no name. Linear in its text, of which it reads a few hundred bytes.
std::optional<Byline> read_author_place(const formats::HtmlTree& tree, formats::NodeIndex place, AuthorMark mark);

/// True when the class of the element at `place` is one of those that microformats and most content systems give to
/// nothing but the name of an author: "vcard author", "p-author", "fn", "author-name".
bool has_author_class(const formats::HtmlTree& tree, formats::NodeIndex place);

}  // namespace dateline::extract

// annotate/name_spans.h -- which words could be a name; what kind of name is the classifier's business.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"

namespace dateline::annotate {

/// Words [first, end) of a document that may be one name.
struct NameSpan {
  enum class Shape { kPlain, kHeadOf, kTail, kKnown };

  std::size_t first = 0;
  std::size_t end = 0;
  Shape shape = Shape::kPlain;  ///< kHeadOf: "Ministry of …"; kTail: "… Party"; kKnown: in a gazetteer as a whole.
  std::optional<KnownName> known;  ///< The whole span in the gazetteers.
  bool after_title = false;        ///< A title or role stands right before it: "Foreign Minister", "Mr".
};

/// The candidates of `document`, in order, without overlaps. Linear: every look ahead is bounded.
std::vector<NameSpan> find_name_spans(const Document& document, const Gazetteer& gazetteer);

}  // namespace dateline::annotate

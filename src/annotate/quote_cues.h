// annotate/quote_cues.h -- what one sentence attributes to someone.
#pragma once

#include <vector>

#include "annotate/document.h"
#include "annotate/quote_clauses.h"
#include "annotate/quote_marks.h"
#include "annotate/quote_sources.h"

namespace dateline::annotate {

/// `cue` gives `content` to `source`; as words. Content may reach beyond the sentence where quotation marks do.
struct Attribution {
  std::vector<WordRange> content;
  WordRange cue;
  WordRange source;  ///< Empty when nobody is named: "it was said that".
  news::QuoteKind kind = news::QuoteKind::kSpeech;
  bool certain = true;  ///< False: the source is the likely one of several in the sentence.
};

/// The attributions of `sentence`, in order of their cues. `quoted` are the document's stretches in marks, in order;
/// `clauses` those of the sentence.
std::vector<Attribution> find_attributions(const Document& document, const Sentence& sentence,
                                           const std::vector<QuotedStretch>& quoted,
                                           const std::vector<Clause>& clauses);

}  // namespace dateline::annotate

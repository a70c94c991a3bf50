// annotate/quote_attitudes.h -- wishes, plans, judgements, beliefs: what people are said to think or want.
#pragma once

#include <vector>

#include "annotate/document.h"
#include "annotate/quote_cues.h"
#include "annotate/quote_marks.h"

namespace dateline::annotate {

/// The attitudes that `sentence` gives to someone, in order of their cues: verbs ("wants to", "criticised the plan",
/// "was praised by"), nouns ("his call for", "criticism from") and adjectives ("was confident that"). `said` is what
/// find_attributions() found there: what was said is not looked into. None without a source.
std::vector<Attribution> find_attitudes(const Document& document, const Sentence& sentence,
                                        const std::vector<QuotedStretch>& quoted, const std::vector<Clause>& clauses,
                                        const std::vector<Attribution>& said);

}  // namespace dateline::annotate

// annotate/quotes.h -- direct, indirect and mixed speech, and who speaks.
#pragma once

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "news/article.h"

namespace dateline::annotate {

/// Fills article.quotes; needs article.entities and mentions. English.
///
/// Rules, not statistics: a cue ("said", "according to") with a subject before or behind it takes what it introduces or
/// closes: the words in quotation marks beside it, the clause behind it, or the sentence before ", Kishida said". What
/// speech leaves is read for attitudes ("wants to", "his call for"). A stretch in marks that follows in the same
/// paragraph, or that goes on into the next paragraph, is the same speaker's. Quotes are in order of their content.
void build_quotes(const Document& document, const Gazetteer& gazetteer, news::Article& article);

}  // namespace dateline::annotate

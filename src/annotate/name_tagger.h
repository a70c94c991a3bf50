// annotate/name_tagger.h -- which words of a document are names, and of what kind.
#pragma once

#include <vector>

#include "annotate/document.h"
#include "annotate/gazetteer.h"
#include "annotate/name_labels.h"
#include "annotate/name_model.h"

namespace dateline::annotate {

/// A label for each word of `document`, forming whole names: the sequence of greatest weight in each stretch of words
/// that could hold names (Viterbi 1967; weights: Collins 2002, averaged). Linear in the document.
std::vector<NameLabel> tag_names(const Document& document, const Gazetteer& gazetteer, const NameModel& model);

}  // namespace dateline::annotate

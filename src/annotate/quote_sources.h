// annotate/quote_sources.h -- who is said to speak: the words of the source around a cue.
#pragma once

#include <cstddef>
#include <optional>

#include "annotate/document.h"

namespace dateline::annotate {

/// Words [first, end).
struct WordRange {
  std::size_t first = 0;
  std::size_t end = 0;
  bool empty() const { return first >= end; }
};

/// The subject in front of the verb at `cue`, back to `limit` at most: "Kishida", "the ministry", "he"; with its
/// apposition ("Jane Roe, a lawyer for the bank,"). Nothing when no noun or pronoun stands there.
std::optional<WordRange> source_before(const Document& document, std::size_t cue, std::size_t limit);

/// The subject behind the verb at `cue` ("said Jane Roe, a lawyer"), up to `limit` at most.
std::optional<WordRange> source_after(const Document& document, std::size_t cue, std::size_t limit);

}  // namespace dateline::annotate

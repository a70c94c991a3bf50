// annotate/quote_clauses.h -- the clauses of a sentence: who does what.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "annotate/document.h"
#include "annotate/quote_marks.h"
#include "annotate/quote_sources.h"

namespace dateline::annotate {

/// A finite verb (its first word: "has" of "has repeatedly said") and the subject that it has, of its own or shared
/// with the verb before ("Berg came and said").
struct Clause {
  std::size_t verb = 0;
  WordRange subject;
  bool own = true;       ///< False: the subject of a clause before.
  bool alone = false;    ///< Not its own, but the only one before it that someone has.
  bool main = false;     ///< No "who" or "that" makes it part of another clause.
  bool someone = false;  ///< The subject can have an opinion: a name, a pronoun, people or a body.
};

/// The clauses whose verb is one of words [first, end), in order; what stands in quotation marks has none.
std::vector<Clause> find_clauses(const Document& document, std::size_t first, std::size_t end,
                                 const std::vector<QuotedStretch>& quoted);

/// True where the lower-case word at `at` is used as a verb as far as its neighbours in [first, end) tell: "the plans"
/// is not, "he plans" is.
bool is_verb_use(const Document& document, std::size_t at, std::size_t first, std::size_t end);

/// Who says or thinks something.
struct Holder {
  WordRange source;
  bool someone = false;  ///< Clause::someone
  bool certain = false;  ///< The subject of the cue itself, or the only one in the sentence who can think.
};

/// Whose thought the verb, adjective or participle at `at` is: the subject of its clause; for "to say" and ", saying"
/// of the last clause before it that someone does.
std::optional<Holder> holder_of(const Document& document, const std::vector<Clause>& clauses, std::size_t at);

/// The quoted stretch that `at` is in, or null.
const QuotedStretch* stretch_around(const std::vector<QuotedStretch>& quoted, std::size_t at);

}  // namespace dateline::annotate

// annotate/quote_complements.h -- where behind a cue that what is said begins.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "annotate/document.h"
#include "annotate/quote_clauses.h"

namespace dateline::annotate {

/// "in", "on", "during": may stand between a cue and the clause that it brings.
bool is_aside(std::string_view folded);

/// The words behind the cues of one sentence. Every look ahead is bounded. Ownership: borrows all.
class QuoteComplements {
 public:
  /// `end`: past the sentence's last word.
  QuoteComplements(const Document& document, std::size_t end, const std::vector<Clause>& clauses)
      : document_(document), end_(end), clauses_(clauses) {}

  /// Past the person who is told by the cue at `at`, "reporters", "the committee".
  std::size_t past_told(std::size_t at) const;
  /// The "that" behind "in a statement", or `from`.
  std::size_t late_that(std::size_t from) const;
  /// Past "on Tuesday", "late on Monday", "in a statement": where the subject of what is said stands; `from` when no
  /// such words stand here or no clause follows them.
  std::size_t past_aside(std::size_t from) const;
  /// True when a finite verb stands soon behind `from`: what is said is a clause, not a thing ("reported a loss").
  bool has_verb(std::size_t from) const;

 private:
  const Word& word(std::size_t at) const { return document_.word(at); }
  bool is(std::size_t at, std::string_view folded) const { return at < end_ && word(at).folded == folded; }

  const Document& document_;
  std::size_t end_;
  const std::vector<Clause>& clauses_;
};

}  // namespace dateline::annotate

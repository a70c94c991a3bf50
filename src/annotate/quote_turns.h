// annotate/quote_turns.h -- speech that layout gives to someone, not a verb: interviews, signatures, "He said:".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "annotate/document.h"
#include "annotate/quote_clauses.h"
#include "annotate/quote_cues.h"
#include "annotate/quote_marks.h"
#include "news/article.h"

namespace dateline::annotate {

/// Reads the layout of one annotated article. Ownership: borrows both. Threads: one at a time.
class QuoteTurns {
 public:
  QuoteTurns(const Document& document, const news::Article& article) : document_(document), article_(article) {}

  /// "Berg: We lost. All of it." as a whole paragraph that sentence `index` opens; the name must be a person's of the
  /// article, so that "Note:" and "OSLO:" are none. The cue is the colon.
  std::optional<Attribution> turn_at(std::size_t index);

  /// “We lost.” — Anna Berg: the name that closes the paragraph of `stretch`. The cue is the dash.
  std::optional<Attribution> signature_of(const QuotedStretch& stretch) const;

  /// "Berg said:" closing a paragraph, as sentence `index`, when the next paragraph opens with quotation marks.
  /// `clauses` are the sentence's.
  std::optional<Attribution> announced_by(std::size_t index, const std::vector<Clause>& clauses,
                                          const std::vector<QuotedStretch>& quoted) const;

 private:
  std::size_t paragraph_end(std::size_t sentence) const;
  bool is_person(std::size_t first, std::size_t end);
  bool is_name(std::size_t first, std::size_t end) const;

  const Document& document_;
  const news::Article& article_;
  std::optional<std::unordered_set<std::string>> last_names_;  // Folded, of the article's people; once asked for.
};

}  // namespace dateline::annotate

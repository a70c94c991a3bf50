// extract/explanation.h -- why each block of a capture was kept or dropped, in words for people.
#pragma once

#include <string>
#include <vector>

#include "news/article.h"

namespace dateline::extract {

/// A block of a page, or a line of a text.
struct ExplainedBlock {
  std::string text;
  bool kept = false;
  news::ParagraphKind kind = news::ParagraphKind::kParagraph;  ///< Means something where it is kept.
  std::string reason;    ///< The rule that decided: "running text", "mostly links".
  std::string evidence;  ///< What it had to go by: "score -3.0, words of a cookie notice, 80 % links"; or empty.
};
using Explanation = std::vector<ExplainedBlock>;

/// "score +2.4", "words of cookie, share" and what else there is, as one line.
class EvidenceLine {
 public:
  void add_score(double score);
  /// Adds "LABEL a, b"; nothing for an empty list.
  void add_list(const std::string& label, const std::vector<std::string>& names);
  /// Adds "N % WHAT" where it rounds to at least 1.
  void add_share(double share, const std::string& what);
  std::string take() { return std::move(line_); }

 private:
  void add(const std::string& part);
  std::string line_;
};

}  // namespace dateline::extract

// extract/line_features.h -- what a line or block of text looks like, whatever its language and wherever it came from.
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/wording.h"

namespace dateline::extract {

/// Counts over one line. Words are runs of non-space; in scripts without spaces, every two characters count as one.
struct LineFeatures {
  std::size_t chars = 0;  ///< Code points.
  std::size_t words = 0;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t lower_words = 0;    ///< Words that begin with a lower-case letter (or are of a script without case).
  std::size_t capital_words = 0;  ///< Words that begin with an upper-case letter.
  std::size_t separators = 0;     ///< Marks that stand between links: | › » · •
  std::size_t inner_stops = 0;    ///< Sentence ends followed by a new sentence inside the line.
  std::size_t commas = 0;
  bool ends_sentence = false;  ///< Ends with . ! ? or the like, closing quotes and brackets looked through.
  bool ends_cut = false;       ///< Ends with an ellipsis, as teasers do.
  bool ends_colon = false;
  bool begins_quote = false;
  bool begins_lower = false;
  bool has_address = false;   ///< A URL or an e-mail address.
  bool has_template = false;  ///< An unfilled {{placeholder}} or a piece of script.
  bool has_price = false;     ///< A sum of money and little else.
  bool is_phone = false;      ///< A telephone number and nothing else.
  bool has_phone = false;     ///< A telephone number somewhere.
  WordingHits wording;

  double lower_share() const { return words == 0 ? 0 : static_cast<double>(lower_words) / static_cast<double>(words); }
};

/// Looks once over `line`. Any bytes; linear.
LineFeatures look_at(std::string_view line);

/// How much the line reads like running text of a report (positive) or like furniture (negative), by its looks and
/// wording alone: from about -4 to +4. Zero means that its neighbours decide.
double report_score(const LineFeatures& features);

/// The line is a notice, label, tool or other furniture by its wording, so that it never belongs to a report.
bool is_furniture(const LineFeatures& features);

}  // namespace dateline::extract

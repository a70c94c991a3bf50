// extract/text_evidence.h -- what can be seen of each line of a plain-text capture, and of the lines around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/text_report.h"

namespace dateline::extract {

/// What was looked at. Names for people: name_of(). A change needs new weights (tools/data/train_line_weights.cpp).
enum class Sight : std::uint8_t {
  kAlways,
  // The line itself.
  kKind,
  kWords,
  kSmallWords,  ///< Share of the words that begin in lower case.
  kStops,       ///< Sentence ends inside.
  kMark,        ///< One of a list of yes-or-no marks; a line may have several.
  kScore,       ///< report_score()
  kWholeWording,
  kStartWordingShort,
  kStartWordingLong,
  kWordingShort,
  kWordingMiddling,
  kWordingLong,
  // The lines around it.
  kKindBefore,
  kKindAfter,
  kKindTwoBefore,
  kKindTwoAfter,
  kSentencesBefore,  ///< Long sentences among the four lines above.
  kSentencesAfter,
  kMassBefore,  ///< Sum of positive scores of the twelve lines above.
  kMassAfter,
  kShareBefore,  ///< Share of the words of the eight lines above that stand in sentences.
  kShareAfter,
  kNoticesBefore,  ///< Furniture among the four lines above.
  kNoticesAfter,
  kTeasers,  ///< How well title and sentence alternate around the line.
  // Where it stands in the capture.
  kTextBefore,  ///< Long sentences above.
  kTextBelow,
  kSinceComments,  ///< Lines since a label of comments,
  kSinceRelated,   ///< of links to other reports,
  kSinceHead,      ///< since a byline or date.
  kPlace,          ///< Where it stands to the densest run of text.
  kShared,         ///< Share of its words that this run has too.
  kSharedAtPlace,  ///< The same, by place.
};
inline constexpr std::size_t kSights = 34;
inline constexpr std::size_t kSightValues = 32;

/// One thing seen: `value` is below kSightValues.
struct Evidence {
  Sight sight = Sight::kAlways;
  std::uint8_t value = 0;
};

/// What speaks for or against each of `lines`, in their order; `dense` is the run where running text is densest
/// (best_run()). Linear in the text.
std::vector<std::vector<Evidence>> gather_evidence(const std::vector<Line>& lines, const Run& dense);

/// The name of a sight, as the table of weights has it: "kind before".
std::string_view name_of(Sight sight);

/// For people: "kind before: byline", "words: 9 or more", "mark: address".
std::string name_of(Evidence evidence);

}  // namespace dateline::extract

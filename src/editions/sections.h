// editions/sections.h -- the parts of a story in the order in which every edition shows them, with their headings.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "editions/brief.h"
#include "editions/outlet_mark.h"

namespace dateline::editions {

/// A brief with the marks of its reports on the page that shows it.
struct MarkedBrief {
  const StoryBrief* brief = nullptr;             ///< Borrowed.
  std::vector<ReportMark> marks;                 ///< One for each of view->articles.
  std::size_t first_report = 1;                  ///< Number of its first report on the page, from 1: what "#r2" counts.
  std::vector<std::vector<ReportMark>> related;  ///< For each of view->related, one for each of its outlets.
};

/// Marks that are clear within the page. Borrows `briefs`.
std::vector<MarkedBrief> mark_briefs(std::span<const StoryBrief> briefs);

/// Facts under one heading. Facts whose words stand elsewhere (ShownFact::repeated) are left out.
struct Section {
  enum class Kind { kAll, kSeveral, kDiffering, kOnly } kind = Kind::kAll;
  std::string
      heading;  ///< "Both say", "All 3 say", "Several say", "They differ", "Only Bloomberg", "Bloomberg says", …
  std::vector<const ShownFact*> facts;  ///< Borrowed from the brief.
};

/// In order: what all say, what several say, differences, what one says, outlet by outlet. None is empty.
std::vector<Section> sections_of(const MarkedBrief& marked);

/// The distinct outlets among the story's reports.
std::size_t voices_of(const MarkedBrief& marked);

/// One sentence for each report that the fact quotes, the leading one first: whose marks stand beside it.
std::vector<const ShownSentence*> marked_sentences(const ShownFact& fact);

/// Who says what a sentence of the summary says: its own report first, then those of the shared fact that holds it. Who
/// says it with another number is no witness for it.
std::vector<const ShownSentence*> summary_sentences(const StoryBrief& brief, const ShownSentence& wanted);

/// True when a summary spares reading: what is agreed, which follows it, is at least twice as long.
bool summary_helps(const MarkedBrief& marked);

/// What is said on one side of a difference, and by whom; sides that say the same words are one.
struct SideGroup {
  const ShownFact::Side* first = nullptr;
  std::vector<const ShownSentence*> sentences;  ///< One for each report.
};
std::vector<SideGroup> side_groups(const ShownFact::Difference& difference);

/// "when", or "when: compatible, one is more precise".
std::string difference_label(const ShownFact::Difference& difference);

/// True when the story's day rests on inference alone: no report states it.
bool day_is_inferred(const StoryBrief& brief);

}  // namespace dateline::editions

// editions/sections.h -- the parts of a story in the order in which every edition shows them, with their headings.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
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
  /// "Both say", "All 3 say", "All 3 voices say" (where some of the outlets print one text), "Several say", "They
  /// differ", "Only one text, printed by Bloomberg and The Lake Post", "Only Bloomberg", "Bloomberg says", …
  std::string heading;
  std::vector<const ShownFact*> facts;  ///< Borrowed from the brief.
};

/// In order: what all say, what several say, differences, what one text says that several outlets print, what one
/// outlet says. None is empty.
std::vector<Section> sections_of(const MarkedBrief& marked);

/// How many voices speak in the story, and how many outlets: those that print one text are one voice.
std::size_t voices_of(const MarkedBrief& marked);
std::size_t outlets_of(const MarkedBrief& marked);

/// For each voice that several outlets print: the first report of each of them, an index into the story's reports.
std::vector<std::vector<std::size_t>> shared_texts(const MarkedBrief& marked);

/// What follows the marks of those outlets.
inline constexpr std::string_view kShareOneText = "print one text, in whole or in part, and count as one voice.";

/// "5 reports", or "5 reports, 3 voices" where fewer speak than are counted.
std::string counted_voices(std::size_t number, std::string_view noun, std::size_t voices);

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

/// "when", or "when: compatible, one is more precise"; of numbers and names what makes them compatible.
std::string difference_label(const ShownFact::Difference& difference);

/// True when the story's day rests on inference alone: no report states it.
bool day_is_inferred(const StoryBrief& brief);

}  // namespace dateline::editions

// extract/page_fates.h -- what became of a block of a page, and why.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::extract {

/// Why a block was kept or dropped: the last rule that decided on it. Each reason stands for one of both.
enum class FateReason : std::uint8_t {
  // Dropped
  kOutsideRegion,  ///< Not in the element that is the article, and nothing speaks for it.
  kHint,           ///< An element around it says that it is something else.
  kWording,        ///< Its words are those of a notice, label or tool.
  kLinks,          ///< It is mostly links.
  kByline,         ///< It names who wrote.
  kNoText,         ///< Does not read like text, and no markup says that it is.
  kHeadline,       ///< It repeats the headline.
  kLongHeading,    ///< A heading of a paragraph's length.
  kShortCaption,   ///< A caption that is no sentence.
  kPictureCredit,  ///< Names a picture or who took it.
  kAboveHeadline,
  kBeforeText,     ///< Before the first running text: dates, sections, credits.
  kAfterComments,  ///< Below the place where readers' comments begin.
  kRelatedLabel,   ///< Announced by a label such as "Related articles".
  kLinkLabel,      ///< A short line above a link.
  kLoneSubhead,    ///< A subhead that no text follows.
  kRepetition,     ///< Kept already, in the same words.
  // Kept
  kRunningText,       ///< Reads like text.
  kSentence,          ///< Short, but a sentence.
  kDeliberateMarkup,  ///< Marked as a paragraph, item, quotation or cell.
  kUnmarkedLine,      ///< Words without markup of their own.
  kHeading,
  kCaption,
  kSubhead,   ///< A short line between two pieces of running text.
  kLead,      ///< Between headline and region.
  kSplitOff,  ///< Running text that the article's element holds beside the region.
};

/// Whether a block with this reason was kept.
constexpr bool is_kept(FateReason reason) {
  return reason >= FateReason::kRunningText;
}

/// The reason as a few words for people: "outside of the article's element".
std::string_view words_for(FateReason reason);

}  // namespace dateline::extract

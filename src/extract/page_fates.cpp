#include "extract/page_fates.h"

namespace dateline::extract {

std::string_view words_for(FateReason reason) {
  switch (reason) {
    case FateReason::kOutsideRegion:
      return "outside of the article's element";
    case FateReason::kHint:
      return "in an element named for something else";
    case FateReason::kWording:
      return "worded like a notice or tool";
    case FateReason::kLinks:
      return "mostly links";
    case FateReason::kByline:
      return "byline";
    case FateReason::kNoText:
      return "does not read like text";
    case FateReason::kHeadline:
      return "repeats the headline";
    case FateReason::kLongHeading:
      return "too long for a heading";
    case FateReason::kShortCaption:
      return "caption that only names the picture";
    case FateReason::kPictureCredit:
      return "credit of a picture";
    case FateReason::kAboveHeadline:
      return "above the headline";
    case FateReason::kBeforeText:
      return "before the first running text";
    case FateReason::kAfterComments:
      return "where the comments begin, or below";
    case FateReason::kRelatedLabel:
      return "announced as something related";
    case FateReason::kLinkLabel:
      return "label of a link";
    case FateReason::kLoneSubhead:
      return "subhead without text";
    case FateReason::kRepetition:
      return "said before in the same words";
    case FateReason::kRunningText:
      return "running text";
    case FateReason::kSentence:
      return "sentence";
    case FateReason::kDeliberateMarkup:
      return "marked as paragraph, item or cell";
    case FateReason::kUnmarkedLine:
      return "line among text";
    case FateReason::kHeading:
      return "heading";
    case FateReason::kCaption:
      return "caption";
    case FateReason::kSubhead:
      return "short line between running text";
    case FateReason::kLead:
      return "lead below the headline";
    case FateReason::kSplitOff:
      return "running text beside the article's element";
  }
  return {};
}

}  // namespace dateline::extract

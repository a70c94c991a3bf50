#include "extract/page_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/strings.h"
#include "extract/bylines.h"

namespace dateline::extract {
namespace {

using news::ParagraphKind;

ParagraphKind kind_of(const Block& block) {
  if ((block.shapes & kShapeHeading) != 0) return ParagraphKind::kSubhead;
  if ((block.shapes & (kShapeCaption | kShapeFigure)) != 0 || (block.hints & kHintCaption) != 0)
    return ParagraphKind::kCaption;
  if ((block.shapes & kShapeListItem) != 0) return ParagraphKind::kListItem;
  if ((block.shapes & kShapeQuotation) != 0) return ParagraphKind::kQuotation;
  return ParagraphKind::kParagraph;
}

// A block that stands for a heading without being one: short, all bold, no sentence.
bool is_bold_label(const Block& block) {
  return block.strong_bytes * 10 > block.text.size() * 9 && block.features.words <= 12 && !block.features.ends_sentence;
}

// The block says the headline, perhaps with a kicker in front.
bool repeats(const Block& block, const std::string& headline_letters) {
  if (headline_letters.empty() || is_much_longer(block.text, headline_letters)) return false;
  const std::string letters = letters_of(block.text);
  return letters == headline_letters || (letters.size() < headline_letters.size() * 2 && headline_letters.size() > 12 &&
                                         letters.ends_with(headline_letters));
}

FateReason judge_heading(const Block& block, const std::string& headline_letters) {
  if (block.link_share() >= 0.7) return FateReason::kLinks;
  if (block.features.words > 40) return FateReason::kLongHeading;
  return repeats(block, headline_letters) ? FateReason::kHeadline : FateReason::kHeading;
}

// A caption is a sentence; what is less names the picture.
FateReason judge_caption(const Block& block) {
  constexpr std::size_t kSentenceWords = 4;
  if (!block.features.ends_sentence || block.features.words < kSentenceWords) return FateReason::kShortCaption;
  return block.link_share() < 0.5 ? FateReason::kCaption : FateReason::kLinks;
}

// Names the picture above it, or who took it.
bool is_picture_credit(const LineFeatures& f) {
  if ((f.wording.start & kMedia) != 0 && f.words <= (f.ends_sentence ? 10 : 25)) return true;
  return (f.wording.any & kMedia) != 0 && f.words <= 15 && !f.ends_sentence;
}

// Decides on one block of the region by itself.
FateReason judge(const Block& block, const std::string& headline_letters) {
  const LineFeatures& f = block.features;
  if ((block.hints & kFurnitureHints) != 0) return FateReason::kHint;
  if (is_furniture(f)) return FateReason::kWording;
  if ((block.shapes & kShapeHeading) != 0) return judge_heading(block, headline_letters);
  if (kind_of(block) == ParagraphKind::kCaption) return judge_caption(block);
  if (is_picture_credit(f)) return FateReason::kPictureCredit;
  // Text that is nearly all link leads somewhere else, whatever it says.
  if (block.link_share() > 0.75) return FateReason::kLinks;
  if (block.score > 0) return FateReason::kRunningText;
  if (f.ends_sentence && block.link_share() < 0.5) return FateReason::kSentence;
  if (parse_byline(block.text)) return FateReason::kByline;
  constexpr Shapes kDeliberate = kShapeParagraph | kShapeListItem | kShapeQuotation | kShapeCell | kShapePreformatted;
  if ((block.shapes & kDeliberate) != 0) {
    if (block.link_share() >= 0.4) return FateReason::kLinks;
    return f.separators < 3 ? FateReason::kDeliberateMarkup : FateReason::kNoText;
  }
  if (block.link_share() >= 0.2) return FateReason::kLinks;
  return f.words >= 4 && f.separators == 0 ? FateReason::kUnmarkedLine : FateReason::kNoText;
}

bool begins_comments(const Block& block) {
  // Posts of others that the article shows say who posted them.
  if ((block.shapes & kShapeQuotation) != 0) return false;
  const WordingHits& w = block.features.wording;
  return ((w.whole | w.start) & kComments) != 0;
}

bool labels_links(const Block& block) {
  const WordingHits& w = block.features.wording;
  return (w.whole & kRelated) != 0 && block.features.words <= 8;
}

// Cuts the region where comments begin, if most of its text is above; drops what a label such as "Related articles"
// announces, up to the next running text that is no link.
void cut_tails(const PageBlocks& page, PageText& text) {
  double all = 0;
  for (std::uint32_t i = text.region.first; i < text.region.last; ++i) {
    if (text.keeps(i)) all += static_cast<double>(page.blocks[i].text.size());
  }
  double seen = 0;
  bool after_label = false;
  for (std::uint32_t i = text.region.first; i < text.region.last; ++i) {
    const Block& block = page.blocks[i];
    if (begins_comments(block) && seen > all * 0.3) {
      text.decide(i, text.region.last, FateReason::kAfterComments);
      return;
    }
    if (labels_links(block)) {
      after_label = true;
    } else if (after_label) {
      if (block.score > 0.5 && block.link_share() < 0.3) {
        after_label = false;
      } else {
        text.decide(i, FateReason::kRelatedLabel);
      }
    }
    if (text.keeps(i)) seen += static_cast<double>(block.text.size());
  }
}

// Nothing of an article stands above its headline: a region that holds the headline begins there.
void cut_above_headline(const PageBlocks& page, const std::string& headline_letters, PageText& text) {
  std::size_t all = 0;
  for (std::uint32_t i = text.region.first; i < text.region.last; ++i)
    all += text.keeps(i) ? page.blocks[i].text.size() : 0;
  std::size_t seen = 0;
  bool seen_text = false;
  for (std::uint32_t i = text.region.first; i < text.region.last && seen * 3 <= all; ++i) {
    const Block& block = page.blocks[i];
    // The surer it is that this is the headline, the more may stand above it.
    const bool heading = (block.shapes & kShapeHeading) != 0 || (block.hints & kHintHeadline) != 0;
    const bool sure = block.tag == formats::Tag::kH1 || !seen_text || (heading && seen * 8 <= all);
    seen_text = seen_text || (text.keeps(i) && block.score > 0);
    if (sure && repeats(block, headline_letters) && block.link_share() < 0.5) {
      text.decide(text.region.first, i, FateReason::kAboveHeadline);
      text.decide(i, FateReason::kHeadline);
      text.region.first = i + 1;
      text.region.outer_first = i;
      return;
    }
    if (text.keeps(i)) seen += block.text.size();
  }
}

// Byline, day and lead stand between the headline and the region, whatever element the headline is in.
void find_headline_above(const PageBlocks& page, const std::string& headline_letters, PageText& text) {
  constexpr std::uint32_t kFarthest = 40;
  Region& region = text.region;
  const std::uint32_t stop = region.first > kFarthest ? region.first - kFarthest : 0;
  for (std::uint32_t i = region.first; i-- > stop;) {
    if (!repeats(page.blocks[i], headline_letters) || page.blocks[i].link_share() > 0.5) continue;
    region.outer_first = i;
    return;
  }
}

// A short line without markup of its own: between two pieces of running text it is a subhead; above a link it is the
// link's label.
void read_short_lines(const PageBlocks& page, PageText& text) {
  for (std::uint32_t i = text.region.first; i + 1 < text.region.last; ++i) {
    const Block& block = page.blocks[i];
    if (text.kinds[i] != ParagraphKind::kParagraph || block.features.ends_sentence || block.features.words > 10)
      continue;
    if ((block.shapes & (kShapeParagraph | kShapeCell | kShapePreformatted)) != 0) continue;
    const Block& next = page.blocks[i + 1];
    if (next.link_share() > 0.8) {
      text.decide(i, FateReason::kLinkLabel);
      continue;
    }
    const bool labelled = i > text.region.first && text.keeps(i - 1) && page.blocks[i - 1].score > 0;
    const bool fit = (block.hints & kFurnitureHints) == 0 && block.link_share() < 0.2 &&
                     block.features.separators == 0 && block.features.letters >= 3 && !is_furniture(block.features) &&
                     !block.features.begins_lower;
    if (labelled && fit && next.score > 0.5 && text.keeps(i + 1)) {
      text.decide(i, FateReason::kSubhead);
      text.kinds[i] = ParagraphKind::kSubhead;
    }
  }
}

// A line of words that its maker has marked as a paragraph, quotation or cell: a motto, an address of the reader, the
// first rows of a table. Dates have digits, credits have addresses or say so.
bool reads_like_words(const Block& block) {
  const LineFeatures& f = block.features;
  if (f.has_address || f.wording.all() != kNoWording) return false;
  if ((block.shapes & kShapeCell) != 0) return f.words >= 3 && f.lower_words > 0 && f.digits * 3 < f.letters;
  return (block.shapes & (kShapeParagraph | kShapeQuotation)) != 0 && f.words >= 4 && f.digits == 0;
}

// What a page calls a teaser or a description, above all other text, is the lead of its own article.
bool is_teaser_of_itself(const Block& block) {
  constexpr Hints kForgiven = kHintRelated | kHintMeta;
  const LineFeatures& f = block.features;
  if (f.separators > 0 || f.digits * 8 > f.letters) return false;
  return (block.hints & kFurnitureHints & ~kForgiven) == 0 && block.score >= 1.5 && block.link_bytes == 0;
}

// Before the first running text stand dates, sections and credits. Verses and lists may have no running text at all.
void trim_front(const PageBlocks& page, PageText& text) {
  std::uint32_t first_text = text.region.first;
  for (; first_text < text.region.last; ++first_text) {
    const Block& block = page.blocks[first_text];
    if (text.reasons[first_text] == FateReason::kHint && is_teaser_of_itself(block))
      text.decide(first_text, FateReason::kLead);
    if (text.keeps(first_text) && block.score > 0) break;
  }
  if (first_text == text.region.last) return;
  for (std::uint32_t i = text.region.first; i < first_text; ++i) {
    const Block& block = page.blocks[i];
    const bool stays = (block.shapes & (kShapeListItem | kShapeHeading)) != 0 || reads_like_words(block);
    if (text.keeps(i) && !stays) text.decide(i, FateReason::kBeforeText);
  }
}

// A subhead belongs to the text when text follows it before the next one.
void drop_lone_subheads(PageText& text) {
  bool followed = false;
  for (std::uint32_t i = text.region.last; i-- > text.region.first;) {
    if (!text.keeps(i)) continue;
    const bool heading = text.kinds[i] == ParagraphKind::kSubhead;
    if (heading && !followed) text.decide(i, FateReason::kLoneSubhead);
    if (!heading) followed = text.kinds[i] != ParagraphKind::kCaption || followed;
  }
}

// A line between headline and text that is no sentence, but has what a sentence has: a subtitle, a lead of key words.
bool could_be_lead(const Block& block) {
  const LineFeatures& f = block.features;
  if (f.words < 7 || f.wording.all() != kNoWording || f.separators > 0 || f.has_address) return false;
  if (f.digits * 6 > f.letters || f.lower_share() < 0.35 || block.link_bytes > 0 || parse_byline(block.text))
    return false;
  constexpr Shapes kDeliberate = kShapeParagraph | kShapeHeading;
  return (block.shapes & kDeliberate) != 0 || (block.hints & kHintLead) != 0;
}

// What is said twice in the same words is there for two sizes of screen.
void drop_repetitions(const PageBlocks& page, PageText& text) {
  constexpr std::size_t kLeastBytes = 40;
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string& words = page.blocks[i].text;
    if (!text.keeps(i) || words.size() < kLeastBytes) continue;
    if (!seen.insert(words).second) text.decide(i, FateReason::kRepetition);
  }
}

// Running text above and below the region that belongs to the article: the lead between headline and text, and parts
// that the page's maker has put beside the main part.
void add_surroundings(const PageBlocks& page, const std::string& headline_letters, PageText& text) {
  const Region& region = text.region;
  const auto add = [&](std::uint32_t i) {
    const Block& block = page.blocks[i];
    const Hints against = kFurnitureHints & ~(i < region.first ? kHintMeta | kHintRelated : kNoHint);
    if ((block.hints & (against | kHintCaption)) != 0 && (block.hints & kHintLead) == 0) return;
    if (block.link_share() > 0.3 || is_furniture(block.features)) return;
    if (block.score < (i < region.first ? 0.8 : 1.5) && !(i < region.first && could_be_lead(block))) return;
    if (repeats(block, headline_letters)) return;
    text.decide(i, i < region.first ? FateReason::kLead : FateReason::kSplitOff);
    const news::ParagraphKind kind = kind_of(block);
    text.kinds[i] = kind == ParagraphKind::kSubhead ? ParagraphKind::kParagraph : kind;
  };
  for (std::uint32_t i = region.outer_first; i < region.first; ++i) {
    if (page.blocks[i].tag != formats::Tag::kH1) add(i);
  }
  for (std::uint32_t i = region.last; i < region.outer_last; ++i) {
    if (begins_comments(page.blocks[i]) || labels_links(page.blocks[i])) break;
    add(i);
  }
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string out;
  for (char c : lower_case(text)) {
    if (base::is_ascii_lower(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

bool says_letters(std::string_view text, std::string_view letters) {
  // Up to the first letter that differs, which comes early; what is not ASCII is left to letters_of().
  std::size_t at = 0;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return letters_of(text) == letters;
    const char lower = base::to_ascii_lower(c);
    if (!base::is_ascii_lower(lower) && !base::is_ascii_digit(lower)) continue;
    if (at == letters.size() || letters[at] != lower) return false;
    ++at;
  }
  return at == letters.size();
}

bool is_much_longer(std::string_view text, std::string_view letters) {
  return text.size() > 4 * letters.size() + 64;
}

PageText choose_text(const PageBlocks& page, std::string_view headline, RegionRule rule) {
  PageText text;
  const auto all = static_cast<std::uint32_t>(page.blocks.size());
  text.region = rule == RegionRule::kWholePage ? Region{0, all, 0, 0, all} : find_region(page);
  text.reasons.assign(page.blocks.size(), FateReason::kOutsideRegion);
  text.kinds.assign(page.blocks.size(), ParagraphKind::kParagraph);
  const std::string headline_letters = letters_of(headline);
  for (std::uint32_t i = text.region.first; i < text.region.last; ++i) {
    const Block& block = page.blocks[i];
    text.kinds[i] = kind_of(block);
    text.decide(i, judge(block, headline_letters));
    if (!text.keeps(i)) continue;
    if (text.kinds[i] == ParagraphKind::kParagraph && is_bold_label(block)) text.kinds[i] = ParagraphKind::kSubhead;
  }
  find_headline_above(page, headline_letters, text);
  cut_above_headline(page, headline_letters, text);
  read_short_lines(page, text);
  cut_tails(page, text);
  trim_front(page, text);
  drop_lone_subheads(text);
  if (!text.region.empty()) add_surroundings(page, headline_letters, text);
  drop_repetitions(page, text);
  return text;
}

namespace {

std::size_t kept_bytes(const PageBlocks& page, const PageText& text) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) kept += text.keeps(i) ? page.blocks[i].text.size() : 0;
  return kept;
}

}  // namespace

PageText choose_text_robustly(PageBlocks& page, std::string_view headline, RegionRule rule) {
  PageText text = choose_text(page, headline, rule);
  constexpr Hints kAlwaysBelieved = kHintComments | kHintConsent | kHintNewsletter;
  constexpr std::size_t kEnough = 1500;  // A report; the rest of the page may be as long as it likes.
  std::size_t readable = 0;
  for (const Block& block : page.blocks) {
    if (block.score > 0.5 && (block.hints & kAlwaysBelieved) == 0) readable += block.text.size();
  }
  const std::size_t kept = kept_bytes(page, text);
  if (kept * 5 >= readable || readable < 200 || kept > kEnough) return text;
  std::vector<Hints> believed;
  for (Block& block : page.blocks) {
    believed.push_back(block.hints);
    block.hints &= ~kFurnitureHints | kAlwaysBelieved;
  }
  PageText bolder = choose_text(page, headline, rule);
  if (kept_bytes(page, bolder) > kept * 3) return bolder;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) page.blocks[i].hints = believed[i];
  return text;
}

}  // namespace dateline::extract

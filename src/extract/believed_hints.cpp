// What apply_hints() of page_blocks.h believes.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "extract/page_blocks.h"

namespace dateline::extract {
namespace {

using formats::Tag;

// The hints of an element that are not believed, because it holds too much of the page's running text for being what
// they say. Comments may outgrow the article; little else does.
// So it is with an element around the page's main heading and some text.
Hints disbelieved(Hints hints, std::size_t held, std::size_t before, std::size_t all, bool holds_main_heading) {
  Hints out = kNoHint;
  if (holds_main_heading && held * 10 > all) out |= kFurnitureHints | kHintCaption;
  const bool is_article = (hints & (kHintArticle | kHintBody)) != 0;
  if (held * 4 > all)
    out |= kHintMeta | kHintAuthorBox | kHintForm | kHintHidden | kHintQuotation | kHintPaywall | kHintAdvert |
           kHintShare | kHintNewsletter;
  // What stands below a good part of the text is likelier what it says.
  if (held * 5 > all * (before * 3 > all ? 4 : 2))
    out |= kHintRelated | kHintAside | kHintCaption | kHintNavigation | kHintFooter | kHintConsent;
  if (held * 5 > all * (is_article ? 2 : 4)) out |= kHintComments;
  return out;
}

// For each block, whether it stands in an element that says that it holds the text of the article.
std::vector<bool> declared_bodies(const PageBlocks& page) {
  std::vector<bool> out(page.blocks.size(), false);
  std::uint32_t marked_to = 0;  // Elements come in order of their starts, the outer first.
  for (const Element& element : page.elements) {
    if ((element.hints & kHintBody) == 0 || (element.hints & (kHintComments | kHintHidden)) != 0) continue;
    for (std::uint32_t i = std::max(element.first, marked_to); i < element.last; ++i) out[i] = true;
    marked_to = std::max(marked_to, element.last);
  }
  return out;
}

// Running sums of the bytes of running text, so that what an element holds is a subtraction; of the marked blocks, when
// some are marked.
std::vector<std::size_t> running_text_before(const PageBlocks& page, const std::vector<bool>& marked) {
  std::vector<std::size_t> before(page.blocks.size() + 1, 0);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    // Verses, lyrics and lists count where the page says that they are its text.
    const bool counts = marked.empty() ? block.score > 0 : marked[i] && block.link_share() < 0.3;
    before[i + 1] = before[i] + (counts ? block.text.size() : 0);
  }
  return before;
}

}  // namespace

void apply_hints(PageBlocks& page) {
  std::vector<std::size_t> text_before = running_text_before(page, {});
  std::vector<std::size_t> body_before = running_text_before(page, declared_bodies(page));
  // Where a page says which part holds its text, that part is the measure.
  constexpr std::size_t kEnoughBody = 150;
  if (body_before.back() >= kEnoughBody) text_before = std::move(body_before);
  const std::size_t all = text_before.back();
  std::vector<std::uint32_t> headings_before(page.blocks.size() + 1, 0);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    headings_before[i + 1] = headings_before[i] + (page.blocks[i].tag == Tag::kH1 ? 1 : 0);
  }
  struct Open {
    std::uint32_t last = 0;
    Hints hints = kNoHint;
  };
  std::vector<Open> open;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < page.blocks.size(); ++i) {
    while (!open.empty() && open.back().last <= i) open.pop_back();
    for (; next < page.elements.size() && page.elements[next].first == i; ++next) {
      Element& element = page.elements[next];
      const std::size_t held = text_before[element.last] - text_before[element.first];
      element.hints &= ~disbelieved(element.hints, held, text_before[element.first], all,
                                    headings_before[element.last] > headings_before[element.first]);
      const Hints inherited = open.empty() ? Hints{kNoHint} : open.back().hints;
      open.push_back({element.last, inherited | element.hints});
    }
    page.blocks[i].hints = open.empty() ? Hints{kNoHint} : open.back().hints;
  }
}

}  // namespace dateline::extract

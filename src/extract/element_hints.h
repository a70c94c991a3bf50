// extract/element_hints.h -- what an element is for, by its name and by the words in its class, id, role and itemprop.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/html_tree.h"

namespace dateline::extract {

/// What an element tells about the text below it, as bits.
enum Hint : std::uint32_t {
  kNoHint = 0,
  kHintNavigation = 1u << 0,
  kHintFooter = 1u << 1,
  kHintAside = 1u << 2,
  kHintRelated = 1u << 3,
  kHintShare = 1u << 4,
  kHintComments = 1u << 5,
  kHintAdvert = 1u << 6,
  kHintNewsletter = 1u << 7,
  kHintConsent = 1u << 8,
  kHintPaywall = 1u << 9,
  kHintMeta = 1u << 10,  ///< Byline, date, tags, counters.
  kHintCaption = 1u << 11,
  kHintAuthorBox = 1u << 12,
  kHintForm = 1u << 13,
  kHintHidden = 1u << 14,
  kHintQuotation = 1u << 15,  ///< A pull quote that repeats what the text says.
  kHintLead = 1u << 16,       ///< The summary between headline and text.
  kHintBody = 1u << 17,       ///< Says in so many words that it holds the text of the article.
  kHintArticle = 1u << 18,    ///< Says that it holds the article or main content.
  kHintHeader = 1u << 19,
  kHintHeadline = 1u << 20,
};
using Hints = std::uint32_t;

/// The hints that speak against the text below.
constexpr Hints kFurnitureHints = kHintNavigation | kHintFooter | kHintAside | kHintRelated | kHintShare |
                                  kHintComments | kHintAdvert | kHintNewsletter | kHintConsent | kHintPaywall |
                                  kHintMeta | kHintAuthorBox | kHintForm | kHintHidden | kHintQuotation;

/// The element at `index` says by itself that it is not shown: a hidden attribute, or display: none in its style.
bool is_hidden(const formats::HtmlTree& tree, formats::NodeIndex index);

/// The hints of the element at `index` alone, not of what it stands in.
Hints hints_of(const formats::HtmlTree& tree, formats::NodeIndex index);

/// The hints in `words`, a class, id, role or itemprop value. Linear in its length.
Hints hints_of_words(std::string_view words);

/// "navigation", "pull_quote": the hints by their names in element_hints.tsv.
std::vector<std::string> names_of_hints(Hints hints);

}  // namespace dateline::extract

// extract/page_metadata.h -- what a page says about its article, judged: authors, days, outlet, address and the rest.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "extract/json_ld.h"
#include "extract/page_blocks.h"
#include "extract/page_head.h"
#include "extract/page_text.h"
#include "news/article.h"
#include "news/capture.h"

namespace dateline::extract {

/// All that is known of a page when its metadata are judged.
struct PageFacts {
  const formats::HtmlTree& tree;
  const PageHead& head;
  const LdArticle* ld;  ///< nullptr when there is none.
  const PageBlocks& blocks;
  const PageText& text;
  const news::Capture& capture;
};

/// How many blocks above the text a report's date and byline are looked for.
inline constexpr std::uint32_t kBlocksAbove = 8;

/// True when `place` stands between some way above the text and its end: where a report says who wrote it, and when.
bool is_near_text(const PageFacts& facts, formats::NodeIndex place);

/// True when `place` stands among comments or other articles, as far as the page's hints are believed.
bool is_of_others(const PageFacts& facts, formats::NodeIndex place);

/// Sets uri: rel=canonical, og:url, JSON-LD, the capture's own; only absolute http(s) addresses; a canonical address
/// that names the site's front page is not believed when the capture has a path.
void read_address(const PageFacts& facts, news::Article& article);

/// Sets outlet.domain from the address, outlet.name from metadata, else the list of outlets, else the page's furniture.
void read_outlet(const PageFacts& facts, news::Article& article);

/// `text` without markup and references, white space collapsed.
std::string cleaned(std::string_view text);

/// The first of these meta elements' contents that is not empty, cleaned; empty when there is none.
std::string first_meta(const PageHead& head, std::initializer_list<std::string_view> names);

/// What the page marks as `wanted` in microdata or RDFa, outside of comments and other articles: its content, else its
/// text where that is short. Empty when there is none.
std::string property_text(const PageFacts& facts, std::string_view wanted);

/// The same for properties that are addresses: content, href or src.
std::string property_address(const PageFacts& facts, std::string_view wanted);

/// `reference` made absolute against `base_uri` where it is a path or lacks the scheme; empty when that is not
/// possible.
std::string absolute_address(std::string_view reference, std::string_view base_uri);

/// The host of an http(s) address without "www.", in lower case; empty for anything else.
std::string domain_of(std::string_view uri);

}  // namespace dateline::extract

// extract/page_metadata.h -- what a page says about its article, judged: authors, days, outlet, address and the rest.
#pragma once

#include <string>

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

/// True when `place` stands among comments or other articles, as far as the page's hints are believed.
bool is_of_others(const PageFacts& facts, formats::NodeIndex place);

/// Sets uri: rel=canonical, og:url, JSON-LD, the capture's own; only absolute http(s) addresses; a canonical address
/// that names the site's front page is not believed when the capture has a path.
void read_address(const PageFacts& facts, news::Article& article);

/// Sets outlet.domain from the address, outlet.name from metadata, else the list of outlets, else the page's furniture.
void read_outlet(const PageFacts& facts, news::Article& article);

/// Sets section, keywords, image, rights, paywalled.
void read_labels(const PageFacts& facts, news::Article& article);

/// The host of an http(s) address without "www.", in lower case; empty for anything else.
std::string domain_of(std::string_view uri);

}  // namespace dateline::extract

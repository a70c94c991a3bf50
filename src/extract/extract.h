// extract/extract.h -- a capture to its article. Pure: same capture, same article, to the byte.
#pragma once

#include "base/result.h"
#include "extract/explanation.h"
#include "news/article.h"
#include "news/capture.h"

namespace dateline::extract {

/// Finds the report in `capture`: its paragraphs, headline, byline, dateline, day, outlet; what was left out goes to
/// Article::dropped. Sets `id` (the capture's), `uri` (canonical, else urn:sha256 of the bytes) and `language`. What
/// only a carrier brings as a headline (a news sitemap's entry) gives an article without paragraphs.
///
/// Errors:
///   kInvalid   not text, or no report in it ("no report found in 14 lines")
///   kTooLarge  the page passes formats::HtmlLimits
base::Result<news::Article> extract(const news::Capture& capture);

/// The same, and why: fills `explanation`, which must be empty, with the blocks of the capture in order, as far as it
/// came, also where there is an error. Empty for a capture that is a headline alone.
base::Result<news::Article> explain(const news::Capture& capture, Explanation& explanation);

}  // namespace dateline::extract

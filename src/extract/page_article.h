// extract/page_article.h -- an HTML capture to its article.
#pragma once

#include <string_view>

#include "base/result.h"
#include "extract/explanation.h"
#include "news/article.h"
#include "news/capture.h"

namespace dateline::extract {

/// Reads `utf8`, the page (or the HTML content of the feed entry) of `capture`.
///
/// Errors: kInvalid "no report found in 14 blocks"; kTooLarge past formats::HtmlLimits
/// Fills `explanation` where it is not null, also before an error.
base::Result<news::Article> article_from_page(std::string_view utf8, const news::Capture& capture,
                                              Explanation* explanation);

}  // namespace dateline::extract

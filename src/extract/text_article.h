// extract/text_article.h -- a plain-text capture to its article.
#pragma once

#include <string_view>

#include "base/result.h"
#include "extract/explanation.h"
#include "news/article.h"
#include "news/capture.h"

namespace dateline::extract {

/// Reads `utf8`, the text of `capture`, line by line. Sets everything but id, uri and rights of carriers (extract.cpp).
///
/// Errors: kInvalid "no report found in 14 lines"
/// Fills `explanation` where it is not null, also before an error.
base::Result<news::Article> article_from_text(std::string_view utf8, const news::Capture& capture,
                                              Explanation* explanation);

}  // namespace dateline::extract

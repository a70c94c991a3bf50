// extract/wire_article.h -- a wire message whose body is plain text to its article.
#pragma once

#include <string_view>

#include "base/result.h"
#include "extract/explanation.h"
#include "news/article.h"
#include "news/capture.h"

namespace dateline::extract {

/// Reads `utf8`, the body of `capture`, a paragraph a line. All of it is the report, save what wire_copy.h says is
/// written for editors, bylines, and lines above the dateline: those go to `dropped`, the carrier's note first, so that
/// readers can see corrections. What the carrier says is believed before the body. Without a headline in the carrier or
/// above the dateline there is none. Sets everything but id and uri.
///
/// Errors: kInvalid "no report found in 3 lines" where all of it is for editors.
/// Fills `explanation` where it is not null, also before an error.
base::Result<news::Article> article_from_wire(std::string_view utf8, const news::Capture& capture,
                                              Explanation* explanation);

}  // namespace dateline::extract

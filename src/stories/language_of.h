// stories/language_of.h -- the language whose stop words and stems an article is read with.
#pragma once

#include <string>

#include "base/utf8.h"
#include "news/article.h"
#include "text/language.h"

namespace dateline::stories {

/// Article::language, else what its first bytes look like; empty when neither says.
inline std::string language_of(const news::Article& article) {
  constexpr std::size_t kEnough = 2000;
  if (!article.language.empty()) return article.language;
  return text::detect_language(base::utf8_prefix(article.text.empty() ? article.headline : article.text, kEnough));
}

}  // namespace dateline::stories

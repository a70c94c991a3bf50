// editions/annotated_page.h -- annotated articles as a page, so that a person can see what was found and what is wrong.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "news/article.h"

namespace dateline::editions {

/// A page holds so many articles at most: more than anyone looks through, and a browser still opens it.
inline constexpr std::size_t kMaxAnnotatedArticles = 200;

/// One self-contained page, no script: each article with its day and the reason for it; its text with sentences, names,
/// times and the parts of quotes marked, which may overlap; beside each paragraph what was found in it; then every
/// entity with its key. Articles past kMaxAnnotatedArticles are left out, which the page says.
std::string render_annotated(std::span<const news::Article> articles);

}  // namespace dateline::editions

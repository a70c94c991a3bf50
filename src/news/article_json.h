// news/article_json.h -- an article as JSON: the contract that scorers and users rely on (docs/json.md).
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "news/article.h"

namespace dateline::news {

/// What an article's JSON carries.
enum class ArticleParts {
  kExtracted,  ///< What extract knows: no sentences, entities, times, quotes.
  kAll,
};

/// `article` as a JSON object. Offsets are Unicode code points of "text".
base::JsonObject to_json(const Article& article, ArticleParts parts);

/// Writes "entities", "times", "quotes", "published", "published_certainty", "published_because", "language" and, into
/// a row without "sentences", "sentences"; every other member of `row` stays as it was.
void write_annotations(const Article& article, base::JsonObject& row);

/// Reads a row. Its text is, in this order: "paragraphs" (strings, with "kinds" beside them where given); "text" alone,
/// whose lines are the paragraphs; "sentences" as a list of {"text"}, each a line of its own; else the headline alone
/// is there and the text is empty. A list of {"text"} beside "text" or "paragraphs" gives Article::sentences where
/// every one of them is found in the text in order. The day is "published", else "dct". Answers in the row (entities,
/// times, quotes, certainty, …) are read only when `parts` is kAll.
///
/// Errors: kInvalid with the member's name, when a member that is read has the wrong type, when a date is no date, or
///         when an offset lies outside the text. An "id" is required: a string or an integer.
base::Result<Article> article_from_json(const base::JsonObject& row, ArticleParts parts);

}  // namespace dateline::news

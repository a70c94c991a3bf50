// stories/facts.h -- what the reports of a story say: together, alone, and differently.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "news/article.h"
#include "news/story.h"

namespace dateline::stories {

/// The statements of a story's annotated articles, in reading order: what happened first, background last. Every
/// sentence of a paragraph, list item or quotation stands in at least one fact. Two copies of one agency report are
/// one voice: their common sentences make no fact shared.
std::vector<news::Fact> find_facts(std::span<const news::Article* const> articles);

/// Index of the article whose headline says most of what all report; articles without a headline are passed over.
/// Returns articles.size() when none has one.
std::size_t choose_headline(std::span<const news::Article* const> articles);

/// Three to five sentences (fewer when there are no more) that together cover most of the shared facts, each fact
/// counted by its voices, none saying the same as another, in the order of the facts; for a story of one report its
/// first sentences. `facts`: of these articles, as find_facts() gives them.
std::vector<news::SentenceRef> summarise(std::span<const news::Article* const> articles,
                                         std::span<const news::Fact> facts);

}  // namespace dateline::stories

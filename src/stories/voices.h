// stories/voices.h -- which reports of a story speak for themselves.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "news/article.h"

namespace dateline::stories {

/// For each article the number of its voice: the index of the first article that has it. Articles of one outlet have
/// one voice, and so have the versions of one article (same uri, not empty), a report and its copies (sketch.h), and
/// reports that credit one agency (agency_credit.h) and share a quarter of the shorter text: its copy, edited by each.
/// An article of an unknown outlet speaks for itself.
///
/// Time grows with the number of articles: each of the first 500 is compared with each other, further ones are looked
/// up as copies (copy_index.h), without credits.
std::vector<std::size_t> find_voices(std::span<const news::Article* const> articles);

}  // namespace dateline::stories

// stories/voices.h -- which reports of a story speak for themselves.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "news/article.h"

namespace dateline::stories {

/// For each article the number of its voice. Articles of one outlet have one voice, and so have a report and its copies
/// (sketch.h). An article of an unknown outlet speaks for itself.
std::vector<std::size_t> find_voices(std::span<const news::Article* const> articles);

}  // namespace dateline::stories

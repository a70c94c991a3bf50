// stories/agency_credit.h -- whose text an outlet prints, by its own word.
#pragma once

#include <set>
#include <string>

#include "news/article.h"

namespace dateline::stories {

/// The news agencies that `article` credits, folded ("reuters", "ap"): what stands in brackets in its dateline, and the
/// agencies that everybody prints, under one name each, in byline, dateline, before the dash that ends a dateline in
/// the text, or in a short last line ("-- Reuters"). A sentence that speaks of an agency is no credit. Reads at most a
/// few hundred bytes of each place. Threads: any number at once.
std::set<std::string> agency_credits(const news::Article& article);

}  // namespace dateline::stories

// app/story_views.h -- grouped articles to what editions and site show.
#pragma once

#include <string>
#include <vector>

#include "editions/brief.h"
#include "news/article.h"

namespace dateline::app {

/// The story `id` of `articles` (annotated): its headline, day, facts, summary and voices. The headline is the one that
/// most of the reports support; where no report has one, the first sentence of the first report.
editions::StoryView make_story_view(std::string id, std::vector<news::Article> articles);

}  // namespace dateline::app

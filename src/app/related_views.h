// app/related_views.h -- earlier and later stories, for what editions and site show.
#pragma once

#include <vector>

#include "archive/archive.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "editions/brief.h"

namespace dateline::app {

/// Fills StoryView::related of each, among all of them.
void relate_views(std::vector<editions::StoryView>& views, base::ThreadPool& pool);

/// The earlier and later stories of `view` in an archive: compared are at most 24 stories, found by searching for the
/// story's most telling names, and at most 4 reports of each. Errors: those of Archive::search, story and article; a
/// story or report that has just gone is passed over.
/// Threads: any number at once.
base::Result<std::vector<editions::RelatedStory>> relate_in_archive(archive::Archive& archive,
                                                                    const editions::StoryView& view);

}  // namespace dateline::app

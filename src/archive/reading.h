// archive/reading.h -- questions to the tables: articles, stories, days. What each returns and its errors are those of
// the call of the same name in archive.h; all may also return what sqlite_error() makes.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "archive/sqlite.h"
#include "base/clock.h"
#include "base/result.h"
#include "news/article.h"

namespace dateline::archive {

base::Result<news::Article> read_article(Connection& db, std::string_view uri);
base::Result<std::vector<ArticleVersion>> read_versions(Connection& db, std::string_view uri);
base::Result<bool> has_article(Connection& db, std::string_view uri, std::string_view text);
base::Result<void> visit_articles(Connection& db,
                                  const std::function<bool(const news::Article&, std::string_view)>& visit);
base::Result<void> visit_imprints(Connection& db, std::size_t newest,
                                  const std::function<bool(const FiledImprint&)>& visit);

base::Result<StorySummary> read_story(Connection& db, std::string_view name);
base::Result<std::vector<std::string>> find_undated_reports(Connection& db, std::string_view story);
base::Result<std::string> find_story_of(Connection& db, std::string_view uri);
base::Result<std::vector<StorySummary>> read_stories_on(Connection& db, base::Day day);
base::Result<std::vector<StorySummary>> read_newest_stories(Connection& db, std::size_t limit);

base::Result<std::vector<std::pair<base::Day, std::size_t>>> read_count_per_day(Connection& db, base::Day first,
                                                                                base::Day last);
base::Result<std::vector<std::pair<int, std::size_t>>> read_count_per_year(Connection& db);
base::Result<std::optional<base::Day>> read_day_before(Connection& db, base::Day day);
base::Result<std::optional<base::Day>> read_day_after(Connection& db, base::Day day);
base::Result<std::optional<base::Day>> read_newest_day(Connection& db);
base::Result<Archive::Counts> read_counts(Connection& db);

}  // namespace dateline::archive

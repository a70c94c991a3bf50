// The stories' half of reading.h.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "archive/reading.h"
#include "archive/schema.h"
#include "base/utf8.h"

namespace dateline::archive {
namespace {

base::Day to_day(std::int64_t number) {
  return base::Day(std::chrono::days(number));
}

// Columns: id, name, headline, reports, first_day, last_day.
struct StoryRow {
  std::int64_t id = 0;
  StorySummary summary;
};

StoryRow story_row(const Statement& row) {
  StoryRow story;
  story.id = row.integer(0);
  story.summary.story.id = row.text(1);
  story.summary.story.headline = row.text(2);
  story.summary.report_count = static_cast<std::size_t>(row.integer(3));
  story.summary.first_day = to_day(row.integer(4));
  story.summary.last_day = to_day(row.integer(5));
  return story;
}

bool same_outlet(const news::Outlet& a, const news::Outlet& b) {
  return a.name == b.name && a.domain == b.domain;
}

// Fills in the articles, the outlets and the day of the event.
base::Result<void> add_members(Connection& db, StoryRow& story) {
  Statement select = db.statement(
      "SELECT uri, outlet_name, outlet_domain, CASE WHEN published IS NULL THEN NULL ELSE day END "
      "FROM articles WHERE story = ?1 ORDER BY id");
  select.bind(1, story.id);
  StorySummary& summary = story.summary;
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return {};
    summary.story.articles.emplace_back(select.text(0));
    news::Outlet outlet{std::string(select.text(1)), std::string(select.text(2))};
    const auto known = std::find_if(summary.outlets.begin(), summary.outlets.end(),
                                    [&outlet](const news::Outlet& one) { return same_outlet(one, outlet); });
    if (known == summary.outlets.end()) summary.outlets.push_back(std::move(outlet));
    if (select.is_null(3)) continue;
    const base::Day day = to_day(select.integer(3));
    if (!summary.story.day || day < *summary.story.day) summary.story.day = day;
  }
}

// Of one snapshot, because `row` is not done with.
base::Result<StorySummary> story_with_members(Connection& db, const Statement& row) {
  StoryRow story = story_row(row);
  DATELINE_CHECKED(add_members(db, story));
  return std::move(story.summary);
}

base::Result<std::vector<StorySummary>> read_stories(Connection& db, Statement& select) {
  std::vector<StorySummary> stories;
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return stories;
    DATELINE_TRY(StorySummary story, story_with_members(db, select));
    stories.push_back(std::move(story));
  }
}

base::Result<std::optional<base::Day>> one_day(Statement& select) {
  DATELINE_TRY(const bool row, select.step());
  if (!row || select.is_null(0)) return std::optional<base::Day>();
  return std::optional<base::Day>(to_day(select.integer(0)));
}

}  // namespace

base::Result<StorySummary> read_story(Connection& db, std::string_view name) {
  Statement select =
      db.statement("SELECT id, name, headline, reports, first_day, last_day FROM stories WHERE name = ?1");
  DATELINE_TRY(const bool row, select.bind(1, name).step());
  if (row) return story_with_members(db, select);
  DATELINE_TRY(const std::int64_t version, schema_version(db));
  if (version >= 2) {
    Statement lead = db.statement(
        "SELECT s.id, s.name, s.headline, s.reports, s.first_day, s.last_day "
        "FROM redirects r JOIN stories s ON s.id = r.story WHERE r.name = ?1");
    DATELINE_TRY(const bool leads_on, lead.bind(1, name).step());
    if (leads_on) return story_with_members(db, lead);
  }
  return base::Error{base::ErrorCode::kNotFound, fmt::format("no story '{}'", base::utf8_prefix(name, 200))};
}

base::Result<std::vector<StorySummary>> read_stories_on(Connection& db, base::Day day) {
  Statement select = db.statement(
      "SELECT id, name, headline, reports, first_day, last_day FROM stories "
      "WHERE id IN (SELECT story FROM articles WHERE day = ?1) ORDER BY reports DESC, id");
  select.bind(1, day.time_since_epoch().count());
  return read_stories(db, select);
}

base::Result<std::vector<StorySummary>> read_newest_stories(Connection& db, std::size_t limit) {
  Statement select = db.statement(
      "SELECT id, name, headline, reports, first_day, last_day FROM stories ORDER BY latest DESC, id DESC LIMIT ?1");
  const std::size_t most = std::numeric_limits<std::int32_t>::max();
  select.bind(1, static_cast<std::int64_t>(std::min(limit, most)));
  return read_stories(db, select);
}

base::Result<std::vector<std::pair<base::Day, std::size_t>>> read_count_per_day(Connection& db, base::Day first,
                                                                                base::Day last) {
  std::vector<std::pair<base::Day, std::size_t>> counts;
  Statement select = db.statement("SELECT day, articles FROM days WHERE day BETWEEN ?1 AND ?2 ORDER BY day");
  select.bind(1, first.time_since_epoch().count()).bind(2, last.time_since_epoch().count());
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return counts;
    counts.emplace_back(to_day(select.integer(0)), static_cast<std::size_t>(select.integer(1)));
  }
}

base::Result<std::vector<std::pair<int, std::size_t>>> read_count_per_year(Connection& db) {
  std::vector<std::pair<int, std::size_t>> counts;
  Statement select = db.statement("SELECT day, articles FROM days ORDER BY day");
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return counts;
    const int year{std::chrono::year_month_day(to_day(select.integer(0))).year()};
    if (counts.empty() || counts.back().first != year) counts.emplace_back(year, 0);
    counts.back().second += static_cast<std::size_t>(select.integer(1));
  }
}

base::Result<std::optional<base::Day>> read_day_before(Connection& db, base::Day day) {
  Statement select = db.statement("SELECT max(day) FROM days WHERE day < ?1");
  select.bind(1, day.time_since_epoch().count());
  return one_day(select);
}

base::Result<std::optional<base::Day>> read_day_after(Connection& db, base::Day day) {
  Statement select = db.statement("SELECT min(day) FROM days WHERE day > ?1");
  select.bind(1, day.time_since_epoch().count());
  return one_day(select);
}

base::Result<std::optional<base::Day>> read_newest_day(Connection& db) {
  Statement select = db.statement("SELECT max(day) FROM days");
  return one_day(select);
}

}  // namespace dateline::archive

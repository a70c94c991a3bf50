#include "archive/story_table.h"

#include <fmt/format.h>

#include <chrono>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace dateline::archive {
namespace {

// What find() gives where there is none: rows count from 1.
constexpr std::int64_t kNone = 0;

int year_of(std::int64_t day) {
  const std::chrono::year_month_day date{base::Day(std::chrono::days(day))};
  return int{date.year()};
}

}  // namespace

std::int64_t to_number(base::Instant instant) {
  return instant.time_since_epoch().count();
}
std::int64_t to_number(base::Day day) {
  return day.time_since_epoch().count();
}

base::Result<std::int64_t> StoryTable::find_standing(std::string_view name) {
  Statement select = db_.statement("SELECT id FROM stories WHERE name = ?1");
  DATELINE_TRY(const bool row, select.bind(1, name).step());
  return row && !gone_.contains(select.integer(0)) ? select.integer(0) : kNone;
}

base::Result<std::int64_t> StoryTable::find(std::string_view name) {
  DATELINE_TRY(const std::int64_t standing, find_standing(name));
  if (standing != kNone) return standing;
  Statement select = db_.statement("SELECT story FROM redirects WHERE name = ?1");
  DATELINE_TRY(const bool row, select.bind(1, name).step());
  return row ? select.integer(0) : kNone;
}

base::Result<std::int64_t> StoryTable::open(const std::string& name) {
  Statement insert = db_.statement(
      "INSERT INTO stories(name, headline, reports, first_day, last_day, latest) VALUES(?1, '', 0, 0, 0, 0)");
  DATELINE_CHECKED(insert.bind(1, name).run());
  return sqlite3_last_insert_rowid(db_.handle());
}

base::Result<std::int64_t> StoryTable::row_of(const std::string& name) {
  if (const auto known = rows_.find(name); known != rows_.end()) return known->second;
  DATELINE_TRY(std::int64_t row, find(name));
  if (row == kNone) {
    DATELINE_TRY(row, open(name));
  }
  rows_[name] = row;
  return row;
}

void StoryTable::has_renewed(std::int64_t from, std::int64_t to) {
  changed_.insert({from, to});
  reshuffled_.insert({from, to});
  if (from != to) left_to_[from] = to;
}

base::Result<void> StoryTable::move(std::int64_t article, std::int64_t from, const std::string& to) {
  DATELINE_TRY(const std::int64_t row, row_of(to));
  if (row == from) return {};
  has_renewed(from, row);
  Statement update = db_.statement("UPDATE articles SET story = ?2 WHERE id = ?1");
  return update.bind(1, article).bind(2, row).run();
}

base::Result<void> StoryTable::redirect(const Redirect& redirect) {
  DATELINE_TRY(const std::int64_t from, find_standing(redirect.from));
  DATELINE_TRY(std::int64_t to, find(redirect.to));
  if (to == kNone && from == kNone) {
    return base::Error{base::ErrorCode::kInvalid,
                       fmt::format("story '{}' cannot lead to '{}', which is not there",
                                   base::utf8_prefix(redirect.from, 200), base::utf8_prefix(redirect.to, 200))};
  }
  // Another process may have found the same and named the one after the other.
  if (to == from) return {};
  if (to == kNone) {
    DATELINE_TRY(to, open(redirect.to));
  }
  if (from == kNone) {
    Statement lead =
        db_.statement("INSERT INTO redirects(name, story) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET story = ?2");
    return lead.bind(1, redirect.from).bind(2, to).run();
  }
  has_renewed(from, to);
  Statement move = db_.statement("UPDATE articles SET story = ?2 WHERE story = ?1");
  DATELINE_CHECKED(move.bind(1, from).bind(2, to).run());
  return retire(from, to);
}

// What led to `story` leads to `to`, and so does its own name: no name leads to another that leads on.
base::Result<void> StoryTable::retire(std::int64_t story, std::int64_t to) {
  Statement lead_on = db_.statement("UPDATE redirects SET story = ?2 WHERE story = ?1");
  DATELINE_CHECKED(lead_on.bind(1, story).bind(2, to).run());
  Statement lead = db_.statement("INSERT INTO redirects(name, story) SELECT name, ?2 FROM stories WHERE id = ?1");
  DATELINE_CHECKED(lead.bind(1, story).bind(2, to).run());
  gone_.insert(story);
  return {};
}

// A story without reports leads to where its last one went. That one may have lost all of its own since; but one that
// took a report and has none has given it away later, so that the way on ends.
base::Result<void> StoryTable::retire_empty_ones() {
  std::vector<std::int64_t> empty;
  for (const std::int64_t story : reshuffled_) {
    if (gone_.contains(story)) continue;
    Statement select = db_.statement("SELECT EXISTS(SELECT 1 FROM articles WHERE story = ?1)");
    DATELINE_TRY(const bool row, select.bind(1, story).step());
    if (row && select.integer(0) == 0) empty.push_back(story);
  }
  for (const std::int64_t story : empty) gone_.insert(story);
  for (const std::int64_t story : empty) {
    std::int64_t to = story;
    while (gone_.contains(to)) {
      const auto next = left_to_.find(to);
      if (next == left_to_.end()) {
        return base::Error{base::ErrorCode::kInvalid, "a story cannot lead to one without reports"};
      }
      to = next->second;
    }
    DATELINE_CHECKED(retire(story, to));
  }
  return {};
}

base::Result<void> StoryTable::place(std::int64_t article, std::int64_t old_day, std::int64_t day) {
  count_day(old_day, -1);
  count_day(day, 1);
  Statement update = db_.statement("UPDATE articles SET day = ?2, year = ?3 WHERE id = ?1");
  return update.bind(1, article).bind(2, day).bind(3, year_of(day)).run();
}

base::Result<void> StoryTable::place_on_receipt(std::int64_t story) {
  struct Misplaced {
    std::int64_t article = 0;
    std::int64_t old_day = 0;
    std::int64_t day = 0;
  };
  std::vector<Misplaced> misplaced;
  Statement select = db_.statement(
      "SELECT a.id, a.day, v.received FROM articles a JOIN versions v ON v.article = a.id AND v.version = a.version "
      "WHERE a.story = ?1");
  select.bind(1, story);
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) break;
    const std::int64_t day = to_number(base::day_of(base::Instant(std::chrono::seconds(select.integer(2)))));
    if (day != select.integer(1)) misplaced.push_back({select.integer(0), select.integer(1), day});
  }
  for (const Misplaced& one : misplaced) DATELINE_CHECKED(place(one.article, one.old_day, one.day));
  return {};
}

// An undated report stands in the calendar where its story begins; on the day of receipt only while no report of the
// story is dated.
base::Result<void> StoryTable::place_undated(std::int64_t story) {
  Statement earliest = db_.statement("SELECT min(day) FROM articles WHERE story = ?1 AND published IS NOT NULL");
  DATELINE_TRY(const bool row, earliest.bind(1, story).step());
  if (!row || earliest.is_null(0)) {
    // What is filed stands there already; what was given or left behind may not.
    if (reshuffled_.contains(story)) return place_on_receipt(story);
    return {};
  }
  const std::int64_t day = earliest.integer(0);
  std::vector<std::pair<std::int64_t, std::int64_t>> elsewhere;  // article, its day
  Statement select = db_.statement("SELECT id, day FROM articles WHERE story = ?1 AND published IS NULL AND day <> ?2");
  select.bind(1, story).bind(2, day);
  for (;;) {
    DATELINE_TRY(const bool more, select.step());
    if (!more) break;
    elsewhere.emplace_back(select.integer(0), select.integer(1));
  }
  for (const auto& [article, old_day] : elsewhere) DATELINE_CHECKED(place(article, old_day, day));
  return {};
}

base::Result<void> StoryTable::refresh(std::int64_t story) {
  Statement update = db_.statement(
      "UPDATE stories SET (reports, first_day, last_day, latest) = "
      "  (SELECT count(*) FILTER (WHERE duplicate_of IS NULL), min(day), max(day), max(coalesce(published, day * "
      "86400)) "
      "   FROM articles WHERE story = ?1) WHERE id = ?1");
  DATELINE_CHECKED(update.bind(1, story).run());
  // A story's headline stays what it is while one of its reports carries it.
  Statement headline = db_.statement(
      "UPDATE stories SET headline = coalesce("
      "  (SELECT headline FROM articles WHERE story = ?1 AND headline <> '' ORDER BY id LIMIT 1), '') "
      "WHERE id = ?1 AND (headline = '' OR headline NOT IN (SELECT headline FROM articles WHERE story = ?1))");
  return headline.bind(1, story).run();
}

base::Result<void> StoryTable::write_days() {
  for (const auto& [day, change] : day_changes_) {
    if (change == 0) continue;
    Statement count = db_.statement(
        "INSERT INTO days(day, articles) VALUES(?1, ?2) ON CONFLICT(day) DO UPDATE SET articles = articles + ?2");
    DATELINE_CHECKED(count.bind(1, day).bind(2, change).run());
    if (change > 0) continue;
    Statement remove = db_.statement("DELETE FROM days WHERE day = ?1 AND articles = 0");
    DATELINE_CHECKED(remove.bind(1, day).run());
  }
  return {};
}

base::Result<void> StoryTable::finish() {
  DATELINE_CHECKED(retire_empty_ones());
  for (const std::int64_t story : changed_) {
    if (gone_.contains(story)) continue;
    DATELINE_CHECKED(place_undated(story));
    DATELINE_CHECKED(refresh(story));
  }
  for (const std::int64_t story : gone_) {
    Statement remove = db_.statement("DELETE FROM stories WHERE id = ?1");
    DATELINE_CHECKED(remove.bind(1, story).run());
  }
  return write_days();
}

}  // namespace dateline::archive

// archive/story_table.h -- the stories' and the calendar's half of a batch: who is in which story, what that makes of
// the stories' rows, and where the names of those that are gone lead.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "archive/archive.h"
#include "archive/sqlite.h"
#include "base/clock.h"
#include "base/result.h"

namespace dateline::archive {

/// Instants and days as columns hold them.
std::int64_t to_number(base::Instant instant);
std::int64_t to_number(base::Day day);

/// One transaction's changes. Rows of articles are the caller's but for the columns `story`, `day` and `year` of those
/// that move. Errors of all: as sqlite_error(), and those stated.
///
/// Ownership: borrows the connection. Threads: one.
class StoryTable {
 public:
  explicit StoryTable(Connection& connection) : db_(connection) {}

  /// The row of the story of this name, or of the one that the name leads to; made where there is neither.
  /// REQUIRES: no redirect() before.
  base::Result<std::int64_t> row_of(const std::string& name);

  /// `count` articles more, or fewer where it is negative, have this day.
  void count_day(std::int64_t day, std::int64_t count) { day_changes_[day] += count; }
  /// An article of the story is new or has another day.
  void has_changed(std::int64_t story) { changed_.insert(story); }
  /// A report of `from` has a new text: in `to`, be it the same story.
  void has_renewed(std::int64_t from, std::int64_t to);

  /// Gives an article of `from` to the story of this name. REQUIRES: no redirect() before.
  base::Result<void> move(std::int64_t article, std::int64_t from, const std::string& to);
  /// As Redirect; nothing where the two are one already. Errors: kInvalid (to a story that is not there).
  base::Result<void> redirect(const Redirect& redirect);

  /// Brings stories, names and days up to date. Nothing may follow. Errors: kInvalid (a redirect to a story that has
  /// no reports).
  base::Result<void> finish();

 private:
  base::Result<std::int64_t> find(std::string_view name);
  base::Result<std::int64_t> find_standing(std::string_view name);
  base::Result<std::int64_t> open(const std::string& name);
  base::Result<void> retire(std::int64_t story, std::int64_t to);
  base::Result<void> retire_empty_ones();
  base::Result<void> place_undated(std::int64_t story);
  base::Result<void> place_on_receipt(std::int64_t story);
  base::Result<void> place(std::int64_t article, std::int64_t old_day, std::int64_t day);
  base::Result<void> refresh(std::int64_t story);
  base::Result<void> write_days();

  Connection& db_;
  std::unordered_map<std::string, std::int64_t> rows_;  // by name
  std::set<std::int64_t> changed_;
  std::set<std::int64_t> reshuffled_;             // lost or were given reports that were filed before
  std::map<std::int64_t, std::int64_t> left_to_;  // where a story's report went last
  // Their names lead elsewhere. Their rows stay until the end, so that no other story is given one of their numbers.
  std::set<std::int64_t> gone_;
  std::map<std::int64_t, std::int64_t> day_changes_;  // day to articles more or fewer
};

}  // namespace dateline::archive

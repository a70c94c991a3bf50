#include "archive/soundness.h"

#include <fmt/format.h>

#include "archive/body.h"
#include "archive/schema.h"
#include "base/digest.h"
#include "base/strings.h"

namespace dateline::archive {
namespace {

// A file that is broken all over would give a line for every page.
constexpr std::size_t kMaxLines = 100;

using Lines = std::vector<std::string>;

void add(Lines& lines, std::string line) {
  if (lines.size() < kMaxLines) lines.push_back(std::move(line));
}

// Damage is what is looked for: it becomes a line, while other errors (I/O, a lock) end the look.
base::Result<void> note_damage(Lines& lines, std::string_view where, const base::Result<void>& result) {
  if (result.ok()) return {};
  if (result.error().code != base::ErrorCode::kCorrupt) return result.error();
  add(lines, fmt::format("{}: {}", where, result.error().message));
  return {};
}

base::Result<void> check_structure(Connection& db, Lines& lines) {
  Statement check = db.statement("PRAGMA integrity_check");
  for (;;) {
    DATELINE_TRY(const bool row, check.step());
    if (!row) break;
    // SQLite may put several findings into one answer, a line each.
    for (const std::string_view finding : base::split(check.text(0), '\n')) {
      if (finding != "ok" && !finding.empty()) add(lines, fmt::format("file: {}", finding));
    }
  }
  Statement keys = db.statement("PRAGMA foreign_key_check");
  for (;;) {
    DATELINE_TRY(const bool row, keys.step());
    if (!row) return {};
    add(lines,
        fmt::format("{} row {}: refers to a row of {} that is not there", keys.text(0), keys.integer(1), keys.text(2)));
  }
}

void check_version(const Statement& row, Lines& lines) {
  const std::string name = fmt::format("{} version {}", row.text(0), row.integer(1));
  const auto article = decode_body(row.integer(3), row.blob(4));
  if (!article.ok()) {
    add(lines, fmt::format("{}: {}", name, article.error().message));
  } else if (article->uri != row.text(0)) {
    add(lines, fmt::format("{}: another article is stored in its place", name));
  } else if (base::sha256_hex(article->text) != row.text(2)) {
    add(lines, fmt::format("{}: its text is not the one that was filed", name));
  }
}

base::Result<void> check_versions(Connection& db, Lines& lines) {
  Statement select = db.statement(
      "SELECT a.uri, v.version, v.text_sha256, v.encoding, v.body FROM versions v JOIN articles a ON a.id = v.article");
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return {};
    check_version(select, lines);
  }
}

// Runs a query whose every row names something that is wrong in the way `what` says.
base::Result<void> note_rows(Connection& db, const char* sql, std::string_view what, Lines& lines) {
  Statement select = db.statement(sql);
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return {};
    add(lines, fmt::format("{}: {}", select.text(0), what));
  }
}

base::Result<void> check_membership(Connection& db, Lines& lines) {
  DATELINE_CHECKED(note_rows(
      db, "SELECT uri FROM articles WHERE NOT EXISTS(SELECT 1 FROM stories WHERE stories.id = articles.story)",
      "is in no story", lines));
  DATELINE_CHECKED(
      note_rows(db,
                "SELECT uri FROM articles a WHERE NOT EXISTS(SELECT 1 FROM versions v WHERE v.article = a.id AND "
                "v.version = a.version)",
                "its newest version is not there", lines));
  DATELINE_CHECKED(note_rows(
      db,
      "SELECT name FROM stories s WHERE (reports, first_day, last_day, latest) IS NOT "
      "(SELECT count(*) FILTER (WHERE duplicate_of IS NULL), min(day), max(day), max(coalesce(published, day * 86400)) "
      " FROM articles WHERE story = s.id)",
      "the story does not agree with its articles", lines));
  return note_rows(
      db,
      "SELECT day FROM (SELECT day, articles FROM days EXCEPT SELECT day, count(*) FROM articles GROUP BY day "
      "UNION ALL SELECT * FROM (SELECT day, count(*) FROM articles GROUP BY day EXCEPT SELECT day, articles FROM "
      "days))",
      "the count of this day (since 1970) does not agree with its articles", lines);
}

// Names of stories that are gone, and what the grouper keeps.
base::Result<void> check_moves(Connection& db, Lines& lines) {
  DATELINE_TRY(const std::int64_t version, schema_version(db));
  if (version < 2) return {};
  DATELINE_CHECKED(note_rows(db, "SELECT name FROM redirects WHERE story NOT IN (SELECT id FROM stories)",
                             "the story leads to one that is not there", lines));
  DATELINE_CHECKED(note_rows(db, "SELECT name FROM redirects WHERE name IN (SELECT name FROM stories)",
                             "the story is there and leads to another", lines));
  return note_rows(db,
                   "SELECT article FROM imprints i WHERE NOT EXISTS "
                   "(SELECT 1 FROM versions v WHERE v.article = i.article AND v.version = i.version)",
                   "an imprint of a version that is not there", lines);
}

base::Result<void> check_index(Connection& db, Connection* writer, Lines& lines) {
  DATELINE_CHECKED(note_rows(db, "SELECT uri FROM articles WHERE id NOT IN (SELECT id FROM search_docsize)",
                             "is not in the search index", lines));
  DATELINE_CHECKED(note_rows(db, "SELECT id FROM search_docsize WHERE id NOT IN (SELECT id FROM articles)",
                             "an article of the search index that is not there", lines));
  if (writer == nullptr) return {};
  // Compares every word of every article with the index.
  return note_damage(lines, "search index",
                     writer->execute("INSERT INTO search(search, rank) VALUES('integrity-check', 1)"));
}

}  // namespace

base::Result<std::vector<std::string>> check_soundness(Connection& reader, Connection* writer) {
  Lines lines;
  DATELINE_CHECKED(note_damage(lines, "file", check_structure(reader, lines)));
  DATELINE_CHECKED(note_damage(lines, "articles", check_versions(reader, lines)));
  DATELINE_CHECKED(note_damage(lines, "stories", check_membership(reader, lines)));
  DATELINE_CHECKED(note_damage(lines, "stories that are gone", check_moves(reader, lines)));
  DATELINE_CHECKED(note_damage(lines, "search index", check_index(reader, writer, lines)));
  return lines;
}

}  // namespace dateline::archive

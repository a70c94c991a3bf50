#include "archive/filing.h"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "archive/body.h"
#include "base/digest.h"
#include "base/utf8.h"

namespace dateline::archive {
namespace {

std::int64_t to_number(base::Instant instant) {
  return instant.time_since_epoch().count();
}
std::int64_t to_number(base::Day day) {
  return day.time_since_epoch().count();
}

// As docs/archive.md says: the numbers are on disk.
static_assert(static_cast<int>(news::Certainty::kUnknown) == 0 && static_cast<int>(news::Certainty::kStated) == 1 &&
              static_cast<int>(news::Certainty::kInferred) == 2);

/// What of a filing is worked out before the transaction, so that the lock is held for writing alone.
struct Prepared {
  Body body;
  std::string digest;
};

base::Result<Prepared> prepare(const Filing& filing) {
  const news::Article& article = *filing.article;
  if (article.uri.empty() || filing.story.empty()) {
    return base::Error{base::ErrorCode::kInvalid, fmt::format("'{}': an article without a uri or a story", article.id)};
  }
  if (!base::is_utf8(filing.story)) return base::Error{base::ErrorCode::kInvalid, "a story's id that is not UTF-8"};
  DATELINE_TRY(Body body, encode_body(article));
  return Prepared{std::move(body), base::sha256_hex(article.text)};
}

/// One transaction's worth of filing.
class Batch {
 public:
  explicit Batch(Connection& connection) : db_(connection) {}

  base::Result<Filed> file(const Filing& filing, const Prepared& prepared);
  /// Brings the stories and days that changed up to date.
  base::Result<void> finish();

 private:
  struct Known {
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t story = 0;
    std::int64_t day = 0;
    bool is_dated = false;
  };

  base::Result<std::optional<Known>> find(std::string_view uri);
  base::Result<bool> has_text(std::int64_t article, std::string_view digest);
  base::Result<bool> is_newest(const Known& known, std::string_view digest);
  base::Result<void> write_day(const Known& known, const Filing& filing, const Prepared& prepared);
  base::Result<std::int64_t> story_id(const std::string& name);
  base::Result<std::optional<std::int64_t>> original_id(const Filing& filing);
  base::Result<void> write_article(const Filing& filing, const Known* known, std::int64_t story);
  base::Result<void> write_version(std::int64_t article, std::int64_t version, const Filing& filing,
                                   const Prepared& prepared);
  base::Result<void> index(std::int64_t article, const news::Article& filed);
  base::Result<void> drop_from_index(std::int64_t article);
  base::Result<void> place_undated(std::int64_t story);
  base::Result<void> refresh_story(std::int64_t story);

  Connection& db_;
  std::unordered_map<std::string, std::int64_t> stories_;
  std::set<std::int64_t> changed_stories_;
  std::map<std::int64_t, std::int64_t> day_changes_;  // day to articles more or fewer
};

base::Result<std::optional<Batch::Known>> Batch::find(std::string_view uri) {
  Statement select =
      db_.statement("SELECT id, version, story, day, published IS NOT NULL FROM articles WHERE uri = ?1");
  select.bind(1, uri);
  DATELINE_TRY(const bool row, select.step());
  if (!row) return std::optional<Known>();
  return std::optional<Known>(
      {select.integer(0), select.integer(1), select.integer(2), select.integer(3), select.integer(4) != 0});
}

base::Result<bool> Batch::has_text(std::int64_t article, std::string_view digest) {
  Statement select = db_.statement("SELECT 1 FROM versions WHERE article = ?1 AND text_sha256 = ?2");
  return select.bind(1, article).bind(2, digest).step();
}

base::Result<bool> Batch::is_newest(const Known& known, std::string_view digest) {
  Statement select = db_.statement("SELECT 1 FROM versions WHERE article = ?1 AND version = ?2 AND text_sha256 = ?3");
  return select.bind(1, known.id).bind(2, known.version).bind(3, digest).step();
}

// The newest version gains the day that was found for it; text, and so the search index, stay.
base::Result<void> Batch::write_day(const Known& known, const Filing& filing, const Prepared& prepared) {
  const news::Published& published = filing.article->published;
  const base::Day day = *published.day();
  Statement article =
      db_.statement("UPDATE articles SET published = ?2, certainty = ?3, day = ?4, year = ?5 WHERE id = ?1");
  article.bind(1, known.id).bind(2, to_number(*published.instant));
  article.bind(3, static_cast<std::int64_t>(published.certainty)).bind(4, to_number(day));
  DATELINE_CHECKED(article.bind(5, int{std::chrono::year_month_day(day).year()}).run());
  Statement version = db_.statement("UPDATE versions SET encoding = ?3, body = ?4 WHERE article = ?1 AND version = ?2");
  version.bind(1, known.id).bind(2, known.version);
  version.bind(3, static_cast<std::int64_t>(prepared.body.encoding)).bind_blob(4, prepared.body.bytes);
  --day_changes_[known.day];
  ++day_changes_[to_number(day)];
  changed_stories_.insert(known.story);
  return version.run();
}

base::Result<std::int64_t> Batch::story_id(const std::string& name) {
  if (const auto known = stories_.find(name); known != stories_.end()) return known->second;
  Statement select = db_.statement("SELECT id FROM stories WHERE name = ?1");
  DATELINE_TRY(const bool row, select.bind(1, name).step());
  std::int64_t id = 0;
  if (row) {
    id = select.integer(0);
  } else {
    Statement insert = db_.statement(
        "INSERT INTO stories(name, headline, reports, first_day, last_day, latest) VALUES(?1, '', 0, 0, 0, 0)");
    DATELINE_CHECKED(insert.bind(1, name).run());
    id = sqlite3_last_insert_rowid(db_.handle());
  }
  stories_[name] = id;
  return id;
}

base::Result<std::optional<std::int64_t>> Batch::original_id(const Filing& filing) {
  if (!filing.duplicate_of) return std::optional<std::int64_t>();
  DATELINE_TRY(const auto known, find(*filing.duplicate_of));
  if (!known || *filing.duplicate_of == filing.article->uri) {
    return base::Error{base::ErrorCode::kInvalid, fmt::format("{}: copies '{}', which was not filed before it",
                                                              filing.article->uri, *filing.duplicate_of)};
  }
  return std::optional<std::int64_t>(known->id);
}

base::Result<void> Batch::write_article(const Filing& filing, const Known* known, std::int64_t story) {
  const news::Article& article = *filing.article;
  DATELINE_TRY(const auto original, original_id(filing));
  const base::Day day = article.published.day().value_or(base::day_of(filing.received));
  Statement write =
      known == nullptr ? db_.statement(
                             "INSERT INTO articles(story, duplicate_of, version, outlet_name, outlet_domain, headline, "
                             "language, published, certainty, day, year, uri, received) "
                             "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
                       : db_.statement(
                             "UPDATE articles SET story = ?1, duplicate_of = ?2, version = ?3, outlet_name = ?4, "
                             "outlet_domain = ?5, headline = ?6, language = ?7, published = ?8, certainty = ?9, "
                             "day = ?10, year = ?11 WHERE uri = ?12 AND ?13 IS NOT NULL");
  write.bind(1, story).bind(3, known == nullptr ? 1 : known->version + 1);
  write.bind(4, article.outlet.name).bind(5, article.outlet.domain).bind(6, article.headline);
  write.bind(7, article.language).bind(9, static_cast<std::int64_t>(article.published.certainty));
  write.bind(10, to_number(day)).bind(11, int{std::chrono::year_month_day(day).year()});
  write.bind(12, article.uri).bind(13, to_number(filing.received));
  if (original) write.bind(2, *original);
  if (article.published.instant) write.bind(8, to_number(*article.published.instant));
  ++day_changes_[to_number(day)];
  return write.run();
}

base::Result<void> Batch::write_version(std::int64_t article, std::int64_t version, const Filing& filing,
                                        const Prepared& prepared) {
  Statement insert = db_.statement(
      "INSERT INTO versions(article, version, received, text_sha256, encoding, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
  insert.bind(1, article).bind(2, version).bind(3, to_number(filing.received)).bind(4, prepared.digest);
  insert.bind(5, static_cast<std::int64_t>(prepared.body.encoding)).bind_blob(6, prepared.body.bytes);
  return insert.run();
}

base::Result<void> Batch::index(std::int64_t article, const news::Article& filed) {
  Statement insert = db_.statement("INSERT INTO search(rowid, headline, text) VALUES(?1, ?2, ?3)");
  return insert.bind(1, article).bind(2, filed.headline).bind(3, filed.text).run();
}

base::Result<void> Batch::drop_from_index(std::int64_t article) {
  // The index keeps no texts: what goes out must be told as it came in.
  Statement remove = db_.statement(
      "INSERT INTO search(search, rowid, headline, text) SELECT 'delete', id, headline, text FROM indexed WHERE id = "
      "?1");
  return remove.bind(1, article).run();
}

base::Result<Filed> Batch::file(const Filing& filing, const Prepared& prepared) {
  DATELINE_TRY(const auto known, find(filing.article->uri));
  if (known) {
    DATELINE_TRY(const bool same, has_text(known->id, prepared.digest));
    if (same && filing.article->published.instant && !known->is_dated) {
      DATELINE_TRY(const bool newest, is_newest(*known, prepared.digest));
      if (newest) {
        DATELINE_CHECKED(write_day(*known, filing, prepared));
        return Filed::kDated;
      }
    }
    if (same) return Filed::kAlreadyThere;
    DATELINE_CHECKED(drop_from_index(known->id));
    changed_stories_.insert(known->story);
    --day_changes_[known->day];
  }
  DATELINE_TRY(const std::int64_t story, story_id(filing.story));
  changed_stories_.insert(story);
  DATELINE_CHECKED(write_article(filing, known ? &*known : nullptr, story));
  const std::int64_t id = known ? known->id : sqlite3_last_insert_rowid(db_.handle());
  DATELINE_CHECKED(write_version(id, known ? known->version + 1 : 1, filing, prepared));
  DATELINE_CHECKED(index(id, *filing.article));
  return known ? Filed::kNewVersion : Filed::kNew;
}

// An undated report stands in the calendar where its story begins; on the day of receipt only while no report of the
// story is dated.
base::Result<void> Batch::place_undated(std::int64_t story) {
  Statement earliest = db_.statement("SELECT min(day) FROM articles WHERE story = ?1 AND published IS NOT NULL");
  DATELINE_TRY(const bool row, earliest.bind(1, story).step());
  if (!row || earliest.is_null(0)) return {};
  const std::int64_t day = earliest.integer(0);
  Statement elsewhere = db_.statement(
      "SELECT day, count(*) FROM articles WHERE story = ?1 AND published IS NULL AND day <> ?2 GROUP BY day");
  elsewhere.bind(1, story).bind(2, day);
  bool any = false;
  for (;;) {
    DATELINE_TRY(const bool more, elsewhere.step());
    if (!more) break;
    any = true;
    day_changes_[elsewhere.integer(0)] -= elsewhere.integer(1);
    day_changes_[day] += elsewhere.integer(1);
  }
  if (!any) return {};
  Statement move = db_.statement("UPDATE articles SET day = ?2, year = ?3 WHERE story = ?1 AND published IS NULL");
  const std::chrono::year_month_day date{base::Day(std::chrono::days(day))};
  return move.bind(1, story).bind(2, day).bind(3, int{date.year()}).run();
}

base::Result<void> Batch::refresh_story(std::int64_t story) {
  Statement remove =
      db_.statement("DELETE FROM stories WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM articles WHERE story = ?1)");
  DATELINE_CHECKED(remove.bind(1, story).run());
  if (sqlite3_changes(db_.handle()) > 0) return {};
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

base::Result<void> Batch::finish() {
  for (const std::int64_t story : changed_stories_) {
    DATELINE_CHECKED(place_undated(story));
    DATELINE_CHECKED(refresh_story(story));
  }
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

}  // namespace

base::Result<std::vector<Filed>> file_batch(Connection& connection, std::span<const Filing> batch) {
  std::vector<Prepared> prepared;
  prepared.reserve(batch.size());
  for (const Filing& filing : batch) {
    DATELINE_TRY(Prepared one, prepare(filing));
    prepared.push_back(std::move(one));
  }
  std::vector<Filed> done;
  if (batch.empty()) return done;
  DATELINE_TRY(Transaction transaction, Transaction::begin(connection, Transaction::Kind::kWrite));
  Batch tables(connection);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    DATELINE_TRY(const Filed filed, tables.file(batch[i], prepared[i]));
    done.push_back(filed);
  }
  DATELINE_CHECKED(tables.finish());
  DATELINE_CHECKED(transaction.commit());
  return done;
}

}  // namespace dateline::archive

#include "archive/filing.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "archive/body.h"
#include "archive/story_table.h"
#include "base/digest.h"
#include "base/utf8.h"

namespace dateline::archive {
namespace {

// As docs/archive.md says: the numbers are on disk.
static_assert(static_cast<int>(news::Certainty::kUnknown) == 0 && static_cast<int>(news::Certainty::kStated) == 1 &&
              static_cast<int>(news::Certainty::kInferred) == 2);

/// What of a filing is worked out before the transaction, so that the lock is held for writing alone.
struct Prepared {
  Body body;
  std::string digest;
};

base::Result<void> check_name(std::string_view story) {
  if (story.empty()) return base::Error{base::ErrorCode::kInvalid, "a story's id that is empty"};
  if (!base::is_utf8(story)) return base::Error{base::ErrorCode::kInvalid, "a story's id that is not UTF-8"};
  return {};
}

base::Result<void> check_imprint(std::string_view uri, std::string_view imprint) {
  if (imprint.size() <= kMaxImprintBytes) return {};
  return base::Error{base::ErrorCode::kTooLarge, fmt::format("{}: an imprint of {} bytes", uri, imprint.size())};
}

base::Result<Prepared> prepare(const Filing& filing) {
  const news::Article& article = *filing.article;
  if (article.uri.empty() || filing.story.empty()) {
    return base::Error{base::ErrorCode::kInvalid, fmt::format("'{}': an article without a uri or a story", article.id)};
  }
  DATELINE_CHECKED(check_name(filing.story));
  DATELINE_CHECKED(check_imprint(article.uri, filing.imprint));
  DATELINE_TRY(Body body, encode_body(article));
  return Prepared{std::move(body), base::sha256_hex(article.text)};
}

/// One transaction's worth of filing: the rows of articles.
class ArticleTable {
 public:
  ArticleTable(Connection& connection, StoryTable& stories) : db_(connection), stories_(stories) {}

  base::Result<Filed> file(const Filing& filing, const Prepared& prepared);
  base::Result<void> keep(const Imprint& imprint);
  base::Result<void> move(const Move& move);

 private:
  struct Known {
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::int64_t story = 0;
    std::int64_t day = 0;
    bool is_dated = false;
  };

  base::Result<std::optional<Known>> find(std::string_view uri);
  base::Result<Known> find_filed(std::string_view uri, std::string_view why);
  base::Result<bool> has_text(std::int64_t article, std::string_view digest);
  base::Result<bool> is_newest(const Known& known, std::string_view digest);
  base::Result<void> write_day(const Known& known, const Filing& filing, const Prepared& prepared);
  base::Result<std::optional<std::int64_t>> original_id(const Filing& filing);
  base::Result<void> write_article(const Filing& filing, const Known* known, std::int64_t story);
  base::Result<void> write_version(std::int64_t article, std::int64_t version, const Filing& filing,
                                   const Prepared& prepared);
  base::Result<void> index(std::int64_t article, const news::Article& filed);
  base::Result<void> drop_from_index(std::int64_t article);
  base::Result<void> write_imprint(std::int64_t article, std::int64_t version, std::string_view bytes);

  Connection& db_;
  StoryTable& stories_;
};

base::Result<std::optional<ArticleTable::Known>> ArticleTable::find(std::string_view uri) {
  Statement select =
      db_.statement("SELECT id, version, story, day, published IS NOT NULL FROM articles WHERE uri = ?1");
  select.bind(1, uri);
  DATELINE_TRY(const bool row, select.step());
  if (!row) return std::optional<Known>();
  return std::optional<Known>(
      {select.integer(0), select.integer(1), select.integer(2), select.integer(3), select.integer(4) != 0});
}

base::Result<ArticleTable::Known> ArticleTable::find_filed(std::string_view uri, std::string_view why) {
  DATELINE_TRY(const auto known, find(uri));
  if (known) return *known;
  return base::Error{base::ErrorCode::kInvalid,
                     fmt::format("'{}' {}, but was not filed before", base::utf8_prefix(uri, 200), why)};
}

base::Result<bool> ArticleTable::has_text(std::int64_t article, std::string_view digest) {
  Statement select = db_.statement("SELECT 1 FROM versions WHERE article = ?1 AND text_sha256 = ?2");
  return select.bind(1, article).bind(2, digest).step();
}

base::Result<bool> ArticleTable::is_newest(const Known& known, std::string_view digest) {
  Statement select = db_.statement("SELECT 1 FROM versions WHERE article = ?1 AND version = ?2 AND text_sha256 = ?3");
  return select.bind(1, known.id).bind(2, known.version).bind(3, digest).step();
}

// The newest version gains the day that was found for it; text, and so the search index, stay.
base::Result<void> ArticleTable::write_day(const Known& known, const Filing& filing, const Prepared& prepared) {
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
  stories_.count_day(known.day, -1);
  stories_.count_day(to_number(day), 1);
  stories_.has_changed(known.story);
  if (!filing.imprint.empty()) DATELINE_CHECKED(write_imprint(known.id, known.version, filing.imprint));
  return version.run();
}

base::Result<std::optional<std::int64_t>> ArticleTable::original_id(const Filing& filing) {
  if (!filing.duplicate_of) return std::optional<std::int64_t>();
  DATELINE_TRY(const auto known, find(*filing.duplicate_of));
  if (!known || *filing.duplicate_of == filing.article->uri) {
    return base::Error{base::ErrorCode::kInvalid, fmt::format("{}: copies '{}', which was not filed before it",
                                                              filing.article->uri, *filing.duplicate_of)};
  }
  return std::optional<std::int64_t>(known->id);
}

base::Result<void> ArticleTable::write_article(const Filing& filing, const Known* known, std::int64_t story) {
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
  stories_.count_day(to_number(day), 1);
  return write.run();
}

base::Result<void> ArticleTable::write_version(std::int64_t article, std::int64_t version, const Filing& filing,
                                               const Prepared& prepared) {
  Statement insert = db_.statement(
      "INSERT INTO versions(article, version, received, text_sha256, encoding, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
  insert.bind(1, article).bind(2, version).bind(3, to_number(filing.received)).bind(4, prepared.digest);
  insert.bind(5, static_cast<std::int64_t>(prepared.body.encoding)).bind_blob(6, prepared.body.bytes);
  return insert.run();
}

base::Result<void> ArticleTable::index(std::int64_t article, const news::Article& filed) {
  Statement insert = db_.statement("INSERT INTO search(rowid, headline, text) VALUES(?1, ?2, ?3)");
  return insert.bind(1, article).bind(2, filed.headline).bind(3, filed.text).run();
}

base::Result<void> ArticleTable::drop_from_index(std::int64_t article) {
  // The index keeps no texts: what goes out must be told as it came in.
  Statement remove = db_.statement(
      "INSERT INTO search(search, rowid, headline, text) SELECT 'delete', id, headline, text FROM indexed WHERE id = "
      "?1");
  return remove.bind(1, article).run();
}

base::Result<Filed> ArticleTable::file(const Filing& filing, const Prepared& prepared) {
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
    stories_.count_day(known->day, -1);
  }
  DATELINE_TRY(const std::int64_t story, stories_.row_of(filing.story));
  if (known) stories_.has_renewed(known->story, story);
  stories_.has_changed(story);
  DATELINE_CHECKED(write_article(filing, known ? &*known : nullptr, story));
  const std::int64_t id = known ? known->id : sqlite3_last_insert_rowid(db_.handle());
  const std::int64_t version = known ? known->version + 1 : 1;
  DATELINE_CHECKED(write_version(id, version, filing, prepared));
  DATELINE_CHECKED(index(id, *filing.article));
  // An empty one as well: it holds the version's place in the order of filing.
  DATELINE_CHECKED(write_imprint(id, version, filing.imprint));
  return known ? Filed::kNewVersion : Filed::kNew;
}

base::Result<void> ArticleTable::write_imprint(std::int64_t article, std::int64_t version, std::string_view bytes) {
  Statement write = db_.statement(
      "INSERT INTO imprints(article, version, bytes) VALUES(?1, ?2, ?3) "
      "ON CONFLICT(article, version) DO UPDATE SET bytes = ?3");
  return write.bind(1, article).bind(2, version).bind_blob(3, bytes).run();
}

base::Result<void> ArticleTable::keep(const Imprint& imprint) {
  DATELINE_TRY(const Known known, find_filed(imprint.uri, "has an imprint"));
  const auto version = static_cast<std::int64_t>(imprint.version);
  if (version >= 1 && version <= known.version) return write_imprint(known.id, version, imprint.bytes);
  return base::Error{base::ErrorCode::kInvalid,
                     fmt::format("{}: an imprint of version {} of {}", imprint.uri, imprint.version, known.version)};
}

base::Result<void> ArticleTable::move(const Move& move) {
  DATELINE_TRY(const Known known, find_filed(move.uri, "moves"));
  return stories_.move(known.id, known.story, move.story);
}

base::Result<void> check(const Batch& batch) {
  for (const Imprint& imprint : batch.imprints) DATELINE_CHECKED(check_imprint(imprint.uri, imprint.bytes));
  for (const Move& move : batch.moves) DATELINE_CHECKED(check_name(move.story));
  for (const Redirect& redirect : batch.redirects) {
    DATELINE_CHECKED(check_name(redirect.from));
    DATELINE_CHECKED(check_name(redirect.to));
  }
  return {};
}

}  // namespace

base::Result<std::vector<Filed>> file_batch(Connection& connection, const Batch& batch) {
  DATELINE_CHECKED(check(batch));
  std::vector<Prepared> prepared;
  prepared.reserve(batch.filings.size());
  for (const Filing& filing : batch.filings) {
    DATELINE_TRY(Prepared one, prepare(filing));
    prepared.push_back(std::move(one));
  }
  std::vector<Filed> done;
  if (batch.filings.empty() && batch.imprints.empty() && batch.moves.empty() && batch.redirects.empty()) return done;
  DATELINE_TRY(Transaction transaction, Transaction::begin(connection, Transaction::Kind::kWrite));
  StoryTable stories(connection);
  ArticleTable articles(connection, stories);
  for (std::size_t i = 0; i < batch.filings.size(); ++i) {
    DATELINE_TRY(const Filed filed, articles.file(batch.filings[i], prepared[i]));
    done.push_back(filed);
  }
  for (const Imprint& imprint : batch.imprints) DATELINE_CHECKED(articles.keep(imprint));
  for (const Move& move : batch.moves) DATELINE_CHECKED(articles.move(move));
  for (const Redirect& redirect : batch.redirects) DATELINE_CHECKED(stories.redirect(redirect));
  DATELINE_CHECKED(stories.finish());
  DATELINE_CHECKED(transaction.commit());
  return done;
}

}  // namespace dateline::archive

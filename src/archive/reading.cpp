#include "archive/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "archive/body.h"
#include "archive/schema.h"
#include "base/digest.h"
#include "base/utf8.h"

namespace dateline::archive {
namespace {

base::Error not_found(std::string_view what, std::string_view name) {
  return {base::ErrorCode::kNotFound, fmt::format("no {} '{}'", what, base::utf8_prefix(name, 200))};
}

// Says which article a damaged row belongs to.
base::Result<news::Article> decode_for(std::string_view uri, std::int64_t encoding, std::string_view bytes) {
  auto article = decode_body(encoding, bytes);
  if (!article.ok()) return base::Error{article.error().code, fmt::format("{}: {}", uri, article.error().message)};
  if (article->uri != uri) {
    return base::Error{base::ErrorCode::kCorrupt, fmt::format("{}: another article is stored in its place", uri)};
  }
  return article;
}

}  // namespace

base::Result<news::Article> read_article(Connection& db, std::string_view uri) {
  Statement select = db.statement(
      "SELECT v.encoding, v.body FROM articles a JOIN versions v ON v.article = a.id AND v.version = a.version "
      "WHERE a.uri = ?1");
  DATELINE_TRY(const bool row, select.bind(1, uri).step());
  if (!row) return not_found("article", uri);
  return decode_for(uri, select.integer(0), select.blob(1));
}

base::Result<std::vector<ArticleVersion>> read_versions(Connection& db, std::string_view uri) {
  std::vector<ArticleVersion> versions;
  Statement select = db.statement(
      "SELECT v.received, v.encoding, v.body FROM articles a JOIN versions v ON v.article = a.id WHERE a.uri = ?1 "
      "ORDER BY v.version");
  select.bind(1, uri);
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) break;
    DATELINE_TRY(news::Article article, decode_for(uri, select.integer(1), select.blob(2)));
    versions.push_back({base::Instant(std::chrono::seconds(select.integer(0))), std::move(article)});
  }
  if (versions.empty()) return not_found("article", uri);
  return versions;
}

base::Result<bool> has_article(Connection& db, std::string_view uri, std::string_view text) {
  const std::string digest = base::sha256_hex(text);
  Statement select = db.statement(
      "SELECT 1 FROM articles a JOIN versions v ON v.article = a.id WHERE a.uri = ?1 AND v.text_sha256 = ?2");
  return select.bind(1, uri).bind(2, digest).step();
}

base::Result<void> visit_articles(Connection& db,
                                  const std::function<bool(const news::Article&, std::string_view)>& visit) {
  Statement select = db.statement(
      "SELECT a.uri, s.name, v.encoding, v.body FROM articles a JOIN stories s ON s.id = a.story "
      "JOIN versions v ON v.article = a.id AND v.version = a.version ORDER BY a.id");
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return {};
    DATELINE_TRY(const news::Article article, decode_for(select.text(0), select.integer(2), select.blob(3)));
    if (!visit(article, select.text(1))) return {};
  }
}

base::Result<void> visit_imprints(Connection& db, std::size_t newest,
                                  const std::function<bool(const FiledImprint&)>& visit) {
  // No row of these is ever removed, so that they have no gaps.
  constexpr const char* kWithImprints =
      "SELECT a.uri, s.name, i.version, i.bytes FROM imprints i JOIN articles a ON a.id = i.article "
      "JOIN stories s ON s.id = a.story WHERE i.id > (SELECT max(id) FROM imprints) - ?1 ORDER BY i.id";
  constexpr const char* kWithout =
      "SELECT a.uri, s.name, a.version, NULL FROM articles a JOIN stories s ON s.id = a.story "
      "WHERE a.id > (SELECT max(id) FROM articles) - ?1 ORDER BY a.id";
  DATELINE_TRY(const std::int64_t schema, schema_version(db));
  Statement select = db.statement(schema >= 2 ? kWithImprints : kWithout);
  const std::size_t most = std::numeric_limits<std::int64_t>::max();
  select.bind(1, static_cast<std::int64_t>(std::min(newest, most)));
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return {};
    const auto version = static_cast<std::size_t>(select.integer(2));
    if (!visit({select.text(0), select.text(1), version, select.blob(3)})) return {};
  }
}

base::Result<std::vector<std::string>> find_undated_reports(Connection& db, std::string_view story) {
  Statement select = db.statement(
      "SELECT a.uri FROM articles a JOIN stories s ON s.id = a.story "
      "WHERE s.name = ?1 AND a.published IS NULL ORDER BY a.id");
  select.bind(1, story);
  std::vector<std::string> uris;
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return uris;
    uris.emplace_back(select.text(0));
  }
}

base::Result<std::string> find_story_of(Connection& db, std::string_view uri) {
  Statement select = db.statement("SELECT s.name FROM articles a JOIN stories s ON s.id = a.story WHERE a.uri = ?1");
  DATELINE_TRY(const bool row, select.bind(1, uri).step());
  if (!row) return not_found("article", uri);
  return std::string(select.text(0));
}

base::Result<Archive::Counts> read_counts(Connection& db) {
  Archive::Counts counts;
  DATELINE_TRY(const std::int64_t articles, db.number("SELECT coalesce(sum(articles), 0) FROM days"));
  DATELINE_TRY(const std::int64_t stories, db.number("SELECT count(*) FROM stories"));
  counts.articles = static_cast<std::size_t>(articles);
  counts.stories = static_cast<std::size_t>(stories);
  return counts;
}

}  // namespace dateline::archive

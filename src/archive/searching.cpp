#include "archive/searching.h"

#include <algorithm>
#include <limits>

#include "archive/match.h"
#include "archive/passage.h"

namespace dateline::archive {
namespace {

// The inner query sorts by relevance and cuts before anything is looked up, so that only the hits that are shown are
// unpacked. ?2 is the year, or NULL.
constexpr const char kHits[] =
    "SELECT a.uri, s.name, a.headline, a.outlet_name, a.outlet_domain, a.published IS NULL, a.day, hit.passage "
    "FROM (SELECT rowid AS id, rank AS score, passage(search) AS passage FROM search WHERE search MATCH ?1 "
    "      AND (?2 IS NULL OR (SELECT year FROM articles WHERE id = search.rowid) = ?2) "
    "      ORDER BY rank LIMIT ?3 OFFSET ?4) AS hit "
    "JOIN articles a ON a.id = hit.id JOIN stories s ON s.id = a.story ORDER BY hit.score, hit.id";

constexpr const char kYears[] =
    "SELECT a.year, count(*) FROM search JOIN articles a ON a.id = search.rowid WHERE search MATCH ?1 "
    "GROUP BY a.year ORDER BY a.year";

std::int64_t bounded(std::size_t number) {
  return static_cast<std::int64_t>(
      std::min<std::size_t>(number, static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())));
}

base::Result<SearchHit> read_hit(const Statement& row) {
  SearchHit hit;
  hit.uri = row.text(0);
  hit.story = row.text(1);
  hit.headline = row.text(2);
  hit.outlet = {std::string(row.text(3)), std::string(row.text(4))};
  if (row.integer(5) == 0) hit.day = base::Day(std::chrono::days(row.integer(6)));
  DATELINE_TRY(Passage passage, unpack_passage(row.blob(7)));
  hit.snippet = std::move(passage.text);
  hit.matches = std::move(passage.matches);
  return hit;
}

base::Result<void> count_matches(Connection& db, std::string_view match, const SearchQuery& query,
                                 SearchResults& results) {
  Statement select = db.statement(kYears);
  select.bind(1, match);
  for (;;) {
    DATELINE_TRY(const bool row, select.step());
    if (!row) return {};
    const int year = static_cast<int>(select.integer(0));
    const auto count = static_cast<std::size_t>(select.integer(1));
    results.count_per_year.emplace_back(year, count);
    if (!query.year || *query.year == year) results.total += count;
  }
}

}  // namespace

base::Result<SearchResults> search_articles(Connection& db, const SearchQuery& query) {
  SearchResults results;
  const std::string match = match_expression(query.words);
  if (match.empty()) return results;
  // One snapshot for hits and counts.
  DATELINE_TRY(Transaction transaction, Transaction::begin(db, Transaction::Kind::kRead));
  DATELINE_CHECKED(count_matches(db, match, query, results));
  if (results.total > query.offset && query.limit > 0) {
    Statement select = db.statement(kHits);
    select.bind(1, match).bind(3, bounded(query.limit)).bind(4, bounded(query.offset));
    if (query.year) select.bind(2, *query.year);
    for (;;) {
      DATELINE_TRY(const bool row, select.step());
      if (!row) break;
      DATELINE_TRY(SearchHit hit, read_hit(select));
      results.hits.push_back(std::move(hit));
    }
  }
  DATELINE_CHECKED(transaction.commit());
  return results;
}

}  // namespace dateline::archive

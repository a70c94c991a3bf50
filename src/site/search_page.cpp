#include "base/counted.h"
#include "base/strings.h"
#include "editions/outlet_mark.h"
#include "editions/sections.h"
#include "editions/story_page.h"
#include "site/drawings.h"
#include "site/frame.h"
#include "site/links.h"
#include "site/pages.h"

namespace dateline::site {
namespace {

using archive::SearchHit;

constexpr std::size_t kHitsPerPage = 20;
constexpr std::size_t kMostQueryBytes = 500;
constexpr std::int64_t kMostPages = 500;

struct Asked {
  std::string words;
  std::optional<int> year;
  std::size_t page = 1;
};

base::Result<Asked> read_query(const http::Request& request) {
  Asked asked;
  asked.words = base::collapse_whitespace(request.query_value("q"));
  if (asked.words.size() > kMostQueryBytes) {
    return base::Error{base::ErrorCode::kInvalid, "the search has more than 500 characters"};
  }
  if (const std::string_view year = request.query_value("year"); !year.empty()) {
    const auto number = base::parse_integer(year);
    if (!number || *number < 1000 || *number > 2999) {
      return base::Error{base::ErrorCode::kInvalid, "the year is no year from 1000 to 2999"};
    }
    asked.year = static_cast<int>(*number);
  }
  if (const std::string_view page = request.query_value("page"); !page.empty()) {
    const auto number = base::parse_integer(page);
    if (!number || *number < 1 || *number > kMostPages) {
      return base::Error{base::ErrorCode::kInvalid, "the page is no number from 1 to 500"};
    }
    asked.page = static_cast<std::size_t>(*number);
  }
  return asked;
}

// The snippet with its matches apart.
void fill_snippet(const SearchHit& hit, editions::Values row) {
  std::size_t at = 0;
  const auto put = [&](const char* kind, std::size_t begin_bytes, std::size_t end_bytes) {
    if (begin_bytes < end_bytes) {
      row.add("PIECE").add(kind).set("TEXT", hit.snippet.substr(begin_bytes, end_bytes - begin_bytes));
    }
  };
  for (const base::Span& match : hit.matches) {
    if (match.begin_bytes < at || match.end_bytes > hit.snippet.size()) continue;
    put("PLAIN", at, match.begin_bytes);
    put("MATCH", match.begin_bytes, match.end_bytes);
    at = match.end_bytes;
  }
  put("PLAIN", at, hit.snippet.size());
}

std::string headline_of(const SearchHit& hit) {
  return hit.headline.empty() ? "Report without a headline" : hit.headline;
}

void fill_hit(const SearchHit& hit, const editions::ReportMark& mark, editions::Values row) {
  row.set("URL", article_path(hit.uri));
  row.set("HEADLINE", headline_of(hit));
  editions::add_still_mark(mark.mark, mark.outlet, "MARK", row);
  row.set("OUTLET", mark.outlet);
  if (hit.day) {
    row.set("DAY", base::format_day(*hit.day));
    row.set("DAY_WORDS", base::day_in_words(*hit.day));
    row.show("HAS_DAY");
  }
  fill_snippet(hit, row);
  row.set("STORY_URL", story_path(hit.story));
}

// Results by story: the best hit of each, with the others of this page beside it.
void fill_hits(const std::vector<SearchHit>& hits, editions::Values values) {
  std::vector<news::Outlet> outlets;
  for (const SearchHit& hit : hits) outlets.push_back(hit.outlet);
  const std::vector<editions::ReportMark> marks = editions::report_marks(outlets);
  std::vector<bool> done(hits.size(), false);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (done[i]) continue;
    editions::Values row = values.add("HIT");
    fill_hit(hits[i], marks[i], row);
    for (std::size_t other = i + 1; other < hits.size(); ++other) {
      if (hits[other].story != hits[i].story || hits[i].story.empty()) continue;
      done[other] = true;
      editions::Values also = row.add("ALSO");
      editions::add_still_mark(marks[other].mark, marks[other].outlet, "ALSO_MARK", also);
      also.set("ALSO_URL", article_path(hits[other].uri));
      also.set("ALSO_HEADLINE", headline_of(hits[other]));
    }
  }
}

void fill_results(const Asked& asked, const archive::SearchResults& results, editions::Values body) {
  body.set("HEAD", "“" + asked.words + "”");
  std::string counts = base::counted(results.total, "report");
  if (asked.year) counts += " of " + std::to_string(*asked.year);
  body.set("COUNTS", counts);
  if (asked.year) {
    body.add("ALL_YEARS").set("ALL_YEARS_URL", search_path(asked.words, std::nullopt, 1));
  }
  if (results.total == 0) {
    body.add("HINT").set("HINT_SENTENCE", asked.year
                                              ? "No report of that year has all these words."
                                              : "No report has all these words. Fewer or shorter words find more.");
  }
  if (results.count_per_year.size() > 1 || asked.year) {
    std::vector<Bar> bars = bars_of_years(
        results.count_per_year, [&](int year) { return search_path(asked.words, year, 1); }, "report");
    for (Bar& bar : bars) bar.chosen = asked.year && bar.name == std::to_string(*asked.year);
    add_bars(bars, "Reports found, by year. A year shows its own alone.", "report", "BARS", body);
  }
  fill_hits(results.hits, body);
  if (asked.page > 1) add_step(body, search_path(asked.words, asked.year, asked.page - 1), "Results before these");
  if (asked.page * kHitsPerPage < results.total && static_cast<std::int64_t>(asked.page) < kMostPages) {
    add_step(body, search_path(asked.words, asked.year, asked.page + 1), "More results");
  }
}

}  // namespace

PageResult search_page(const PageContext& context, const http::Request& request) {
  DATELINE_TRY(const Asked asked, read_query(request));
  const std::string title = asked.words.empty() ? "Search" : asked.words + " · Search";
  Frame frame(context.options.title, title, Place::kElsewhere, "site_search.html");
  frame.set_query(asked.words);
  if (asked.words.empty()) {
    frame.body().set("HEAD", "Search the archive");
    frame.body().add("HINT").set("HINT_SENTENCE",
                                 "Type words that a report must have; “words in quotation marks” stand together, and "
                                 "a minus before a word leaves out the reports that have it.");
    return frame.finish();
  }
  archive::SearchQuery query;
  query.words = asked.words;
  query.year = asked.year;
  query.offset = (asked.page - 1) * kHitsPerPage;
  query.limit = kHitsPerPage;
  DATELINE_TRY(const archive::SearchResults results, context.archive.search(query));
  if (asked.page > 1 && results.hits.empty()) return base::Error{base::ErrorCode::kNotFound, "no such page of results"};
  fill_results(asked, results, frame.body());
  return frame.finish();
}

}  // namespace dateline::site

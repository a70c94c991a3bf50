#include "desk/placed_batch.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dateline::desk {
namespace {

using base::ErrorCode;
using base::Result;
using news::Article;

// More reports than this tell nothing new about the day of one of them.
constexpr std::size_t kMaxReportsForDating = 32;

bool is_dated(const Article* article) {
  return article->published.instant.has_value();
}

}  // namespace

void PlacedBatch::add(Article& article, stories::Placement placement) {
  regrouping_.take(placement);
  filings_.push_back({.article = &article,
                      .story = std::move(placement.story),
                      .duplicate_of = std::move(placement.duplicate_of),
                      .received = now_,
                      .imprint = std::move(placement.imprint)});
  articles_.push_back(&article);
  uris_.insert(article.uri);
}

void PlacedBatch::add_version(Article& article, const std::string& story, std::string imprint) {
  stories::Placement placement;
  placement.story = story;
  placement.imprint = std::move(imprint);
  add(article, std::move(placement));
}

// Whether the report of the archive's `source` belongs to `story` when the batch is filed, and is none of the batch.
bool PlacedBatch::comes_to(const std::string& story, const std::string& uri, const std::string& source) const {
  return !uris_.contains(uri) && story_now(uri, source) == story;
}

Result<bool> PlacedBatch::has_undated(const std::string& story, const Gain& gain) const {
  for (const std::string& source : gain.sources) {
    DATELINE_TRY(const auto undated, archive_.undated_reports(source));
    const auto comes = [&](const std::string& uri) { return comes_to(story, uri, source); };
    if (std::any_of(undated.begin(), undated.end(), comes)) return true;
  }
  return false;
}

Result<std::vector<Article>> PlacedBatch::earlier_reports(const std::string& story, const Gain& gain) const {
  std::vector<Article> reports;
  for (const std::string& source : gain.sources) {
    auto summary = archive_.story(source);
    if (!summary.ok() && summary.error().code == ErrorCode::kNotFound) continue;
    if (!summary.ok()) return summary.error();
    for (const std::string& uri : summary->story.articles) {
      if (reports.size() == kMaxReportsForDating) return reports;
      if (!comes_to(story, uri, source)) continue;
      DATELINE_TRY(Article article, archive_.article(uri));
      reports.push_back(std::move(article));
    }
  }
  return reports;
}

// Dates the undated reports of `story`: those filed before, of which those are returned that have gained a day, and the
// newcomers, one after another, as if each were filed before the next one comes.
Result<std::vector<Article>> PlacedBatch::date(const std::string& story, const Gain& gain) const {
  std::vector<Article> redated;
  DATELINE_TRY(const bool undated, has_undated(story, gain));
  if (!undated && std::all_of(gain.newcomers.begin(), gain.newcomers.end(), is_dated)) return redated;
  DATELINE_TRY(std::vector<Article> earlier, earlier_reports(story, gain));
  std::vector<Article*> group;
  std::vector<bool> was_dated;
  for (Article& article : earlier) {
    group.push_back(&article);
    was_dated.push_back(is_dated(&article));
  }
  if (gain.from_others) annotator_.date_articles(group);
  for (Article* newcomer : gain.newcomers) {
    group.push_back(newcomer);
    annotator_.date_articles(group);
    if (group.size() > kMaxReportsForDating) group.pop_back();
  }
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    if (!was_dated[i] && is_dated(&earlier[i])) redated.push_back(std::move(earlier[i]));
  }
  return redated;
}

Result<std::vector<archive::Filed>> PlacedBatch::file() {
  std::map<std::string, Gain> gains;
  for (std::size_t i = 0; i < filings_.size(); ++i) {
    filings_[i].story = story_now(articles_[i]->uri, filings_[i].story);
    gains[filings_[i].story].newcomers.push_back(articles_[i]);
  }
  std::vector<archive::Move> moves;
  for (const auto& [uri, story] : regrouping_.moves()) {
    if (uris_.contains(uri)) continue;
    DATELINE_TRY(std::string source, archive_.story_of(uri));
    gains[story].sources.insert(std::move(source));
    gains[story].from_others = true;
    moves.push_back({uri, story});
  }
  std::vector<archive::Redirect> redirects;
  for (const auto& [from, to] : regrouping_.redirects()) {
    gains[to].sources.insert(from);
    gains[to].from_others = true;
    redirects.push_back({from, to});
  }
  std::vector<std::pair<std::string, std::vector<Article>>> redated;
  for (auto& [story, gain] : gains) {
    gain.sources.insert(story);
    DATELINE_TRY(std::vector<Article> articles, date(story, gain));
    redated.emplace_back(story, std::move(articles));
  }
  for (const auto& [story, articles] : redated) {
    for (const Article& article : articles) {
      filings_.push_back({.article = &article, .story = story, .duplicate_of = {}, .received = now_});
    }
  }
  DATELINE_TRY(std::vector<archive::Filed> filed,
               archive_.file({.filings = filings_, .imprints = {}, .moves = moves, .redirects = redirects}));
  filed.resize(articles_.size());
  return filed;
}

}  // namespace dateline::desk

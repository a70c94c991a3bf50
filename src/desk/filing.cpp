#include "desk/filing.h"

#include <algorithm>
#include <map>

namespace dateline::desk {
namespace {

using base::ErrorCode;
using base::Result;
using news::Article;

// More reports than this tell nothing new about the day of one of them.
constexpr std::size_t kMaxReportsForDating = 32;

// Drops articles that the archive has word for word, and all but the last of those that share a uri.
Result<std::vector<Article>> only_news(std::vector<Article> batch, archive::Archive& archive, FilingCounts& counts) {
  std::map<std::string, std::size_t> last;
  for (std::size_t i = 0; i < batch.size(); ++i) last[batch[i].uri] = i;
  std::vector<Article> kept;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    DATELINE_TRY(const bool there, archive.has(batch[i].uri, batch[i].text));
    if (there || last[batch[i].uri] != i) {
      ++counts.already_there;
    } else {
      kept.push_back(std::move(batch[i]));
    }
  }
  return kept;
}

}  // namespace

Result<std::unique_ptr<FilingDesk>> FilingDesk::create(archive::Archive& archive, const annotate::Annotator& annotator,
                                                       const base::Clock& clock) {
  auto desk = std::unique_ptr<FilingDesk>(new FilingDesk(archive, annotator, clock));
  DATELINE_CHECKED(archive.for_each([&desk](const Article& article, std::string_view story) {
    desk->grouper_.restore(article, story);
    return true;
  }));
  return desk;
}

// A new version stays in its story; anything else goes where the grouper says.
Result<std::string> FilingDesk::story_for(const Article& article, archive::Filing& filing) {
  auto known = archive_.story_of(article.uri);
  if (known.ok()) {
    grouper_.restore(article, *known);
    return std::move(*known);
  }
  if (known.error().code != ErrorCode::kNotFound) return known.error();
  stories::Placement placement = grouper_.place(article);
  filing.duplicate_of = std::move(placement.duplicate_of);
  return std::move(placement.story);
}

// Dates the undated reports of `story` together: `newcomers`, and those filed before, which go to `redated` when they
// have gained a day.
Result<void> FilingDesk::date_story(const std::string& story, std::span<Article* const> newcomers,
                                    std::vector<Article>& redated) {
  std::vector<Article> earlier;
  auto summary = archive_.story(story);
  if (!summary.ok() && summary.error().code != ErrorCode::kNotFound) return summary.error();
  if (summary.ok()) {
    for (const std::string& uri : summary->story.articles) {
      if (earlier.size() == kMaxReportsForDating) break;
      DATELINE_TRY(Article article, archive_.article(uri));
      earlier.push_back(std::move(article));
    }
  }
  std::vector<Article*> group;
  std::vector<bool> was_dated;
  for (Article& article : earlier) {
    group.push_back(&article);
    was_dated.push_back(article.published.instant.has_value());
  }
  group.insert(group.end(), newcomers.begin(), newcomers.end());
  annotator_.date_articles(group);
  for (std::size_t i = 0; i < earlier.size(); ++i) {
    if (!was_dated[i] && earlier[i].published.instant) redated.push_back(std::move(earlier[i]));
  }
  return {};
}

Result<void> FilingDesk::file(std::vector<Article> batch) {
  DATELINE_TRY(batch, only_news(std::move(batch), archive_, counts_));
  if (batch.empty()) return {};
  const base::Instant now = clock_.now();
  std::vector<archive::Filing> filings;
  std::map<std::string, std::vector<Article*>> newcomers;
  for (Article& article : batch) {
    article.id = article.uri;
    archive::Filing filing{.article = &article, .story = {}, .duplicate_of = {}, .received = now};
    DATELINE_TRY(filing.story, story_for(article, filing));
    newcomers[filing.story].push_back(&article);
    filings.push_back(std::move(filing));
  }
  std::vector<std::pair<std::string, std::vector<Article>>> redated;
  for (const auto& [story, articles] : newcomers) {
    const auto is_dated = [](const Article* article) { return article->published.instant.has_value(); };
    DATELINE_TRY(const auto undated, archive_.undated_reports(story));
    if (undated.empty() && std::all_of(articles.begin(), articles.end(), is_dated)) continue;
    redated.emplace_back(story, std::vector<Article>());
    DATELINE_CHECKED(date_story(story, articles, redated.back().second));
  }
  for (const auto& [story, articles] : redated) {
    for (const Article& article : articles) {
      filings.push_back({.article = &article, .story = story, .duplicate_of = {}, .received = now});
    }
  }
  DATELINE_TRY(const std::vector<archive::Filed> results, archive_.file(filings));
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (results[i] == archive::Filed::kNewVersion) ++counts_.new_versions;
    if (results[i] == archive::Filed::kNew) ++counts_.filed;
    if (results[i] == archive::Filed::kAlreadyThere) ++counts_.already_there;
  }
  return {};
}

}  // namespace dateline::desk

#include "desk/filing.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <utility>

namespace dateline::desk {
namespace {

using base::ErrorCode;
using base::Result;
using news::Article;

// How many imprints are filed at once when an archive has none.
constexpr std::size_t kImprintsAtOnce = 1000;

// Drops articles that the archive has word for word.
Result<std::vector<Article>> only_news(std::vector<Article> batch, archive::Archive& archive, FilingCounts& counts) {
  std::vector<Article> kept;
  for (Article& article : batch) {
    DATELINE_TRY(const bool there, archive.has(article.uri, article.text));
    if (there) {
      ++counts.already_there;
    } else {
      kept.push_back(std::move(article));
    }
  }
  return kept;
}

}  // namespace

Result<std::unique_ptr<FilingDesk>> FilingDesk::create(archive::Archive& archive, const annotate::Annotator& annotator,
                                                       const base::Clock& clock) {
  auto desk = std::unique_ptr<FilingDesk>(new FilingDesk(archive, annotator, clock));
  DATELINE_CHECKED(desk->restore());
  return desk;
}

// From the imprints; from the articles where there is none that this version reads, which takes many times as long, so
// that theirs are filed for the next time.
Result<void> FilingDesk::restore() {
  std::vector<archive::Imprint> renewed;
  Result<void> done;
  const auto file_renewed = [&] {
    const auto filed = archive_.file(archive::Batch{.filings = {}, .imprints = renewed});
    if (!filed.ok()) done = filed.error();
    renewed.clear();
  };
  DATELINE_CHECKED(archive_.for_each_imprint(stories::kMostLiveArticles, [&](const archive::FiledImprint& filed) {
    if (!filed.bytes.empty() && grouper_.restore(filed.uri, filed.bytes, filed.story)) return true;
    const auto versions = archive_.versions(filed.uri);
    if (!versions.ok() || filed.version > versions->size()) {
      done = versions.ok() ? base::Error{ErrorCode::kCorrupt, fmt::format("{}: a version is missing", filed.uri)}
                           : versions.error();
      return false;
    }
    std::string imprint = grouper_.restore(versions->at(filed.version - 1).article, filed.story);
    if (!imprint.empty()) renewed.push_back({std::string(filed.uri), filed.version, std::move(imprint)});
    if (renewed.size() == kImprintsAtOnce) file_renewed();
    return done.ok();
  }));
  if (done.ok() && !renewed.empty()) file_renewed();
  return done;
}

// A new version stays in its story; anything else goes where the grouper says. What that changes in other stories is
// filed after what came before it, so that these are dated as if every article were a batch of its own.
Result<void> FilingDesk::place(Article& article, std::optional<PlacedBatch>& batch) {
  const auto known = archive_.story_of(article.uri);
  if (!known.ok() && known.error().code != ErrorCode::kNotFound) return known.error();
  if (known.ok()) {
    const std::string story = batch->story_now(article.uri, *known);
    batch->add_version(article, story, grouper_.restore(article, story));
    return {};
  }
  stories::Placement placement = grouper_.place(article);
  if (!placement.moves.empty() || !placement.redirects.empty()) DATELINE_CHECKED(file_placed(batch));
  batch->add(article, std::move(placement));
  return {};
}

// Leaves an empty batch.
Result<void> FilingDesk::file_placed(std::optional<PlacedBatch>& batch) {
  DATELINE_TRY(const std::vector<archive::Filed> results, batch->file());
  for (const archive::Filed result : results) {
    if (result == archive::Filed::kNewVersion) ++counts_.new_versions;
    if (result == archive::Filed::kNew) ++counts_.filed;
    if (result == archive::Filed::kAlreadyThere) ++counts_.already_there;
  }
  batch.emplace(archive_, annotator_, clock_.now());
  return {};
}

// A version is filed before the next one is looked at, as if they had come in two batches.
Result<void> FilingDesk::file(std::vector<Article> batch) {
  std::vector<Article> part;
  std::set<std::string> uris;
  for (Article& article : batch) {
    if (!uris.insert(article.uri).second) {
      DATELINE_CHECKED(file_part(std::exchange(part, {})));
      uris = {article.uri};
    }
    part.push_back(std::move(article));
  }
  return file_part(std::move(part));
}

Result<void> FilingDesk::file_part(std::vector<Article> batch) {
  DATELINE_TRY(batch, only_news(std::move(batch), archive_, counts_));
  if (batch.empty()) return {};
  std::optional<PlacedBatch> placed;
  placed.emplace(archive_, annotator_, clock_.now());
  for (Article& article : batch) {
    article.id = article.uri;
    DATELINE_CHECKED(place(article, placed));
  }
  return file_placed(placed);
}

}  // namespace dateline::desk

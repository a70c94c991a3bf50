// site/story_shelf.h -- stories as pages need them, from the archive and the story reader.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "base/result.h"
#include "editions/brief.h"
#include "editions/story_page.h"
#include "site/lru_cache.h"
#include "site/site.h"

namespace dateline::site {

/// A story with its reports, ready for a page.
struct LoadedStory {
  archive::StorySummary summary;
  editions::StoryView view;
  std::size_t left_out = 0;  ///< Reports past the most that a page reads, the oldest.
};

/// A sentence with the marks of all who say it.
struct MarkedLine {
  std::string text;
  std::vector<editions::MarkLink> marks;
};

/// What lists show of a story.
struct StoryDigest {
  std::vector<MarkedLine> summary;
  std::optional<MarkedLine> shared;      ///< The first statement that several outlets make.
  std::vector<base::Instant> published;  ///< Of the reports, ascending; unknown times are left out.
};

/// Links between pages of the site, for a story's view. Borrows `view`.
editions::PageLinks site_links(const editions::StoryView& view);

/// Borrows archive, clock and options. Threads: any.
class StoryShelf {
 public:
  StoryShelf(archive::Archive& archive, const base::Clock& clock, const SiteOptions& options, StoryReader reader);

  /// Names a state of a story: another report makes another one, and so does time (SiteOptions::cache_for).
  std::string version(const archive::StorySummary& summary) const;

  /// Errors: those of Archive::story and Archive::article.
  base::Result<LoadedStory> load(std::string_view id);
  base::Result<LoadedStory> load(archive::StorySummary summary);
  /// Like load(), of one report alone, for articles that a story's page leaves out.
  LoadedStory alone(news::Article article);
  /// Fills StoryView::related of a loaded story: for its own page, which alone shows them.
  /// Errors: those of StoryReader::find_related.
  base::Result<void> relate(LoadedStory& story) const;
  /// From the cache where the story has not changed. Errors: as load().
  base::Result<std::shared_ptr<const StoryDigest>> digest(const archive::StorySummary& summary);

 private:
  void read(LoadedStory& story) const;

  archive::Archive& archive_;
  const base::Clock& clock_;
  const SiteOptions& options_;
  StoryReader reader_;
  LruCache<StoryDigest> digests_;
};

}  // namespace dateline::site

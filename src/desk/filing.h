// desk/filing.h -- the one writer: annotated articles into stories and into the archive.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "annotate/annotator.h"
#include "archive/archive.h"
#include "base/clock.h"
#include "base/result.h"
#include "desk/placed_batch.h"
#include "news/article.h"
#include "stories/grouper.h"

namespace dateline::desk {

struct FilingCounts {
  std::size_t filed = 0;
  std::size_t already_there = 0;
  std::size_t new_versions = 0;
};

/// Groups and files batches of articles.
///
/// Ownership: borrows archive, annotator and clock, which must outlive it. Threads: one at a time.
class FilingDesk {
 public:
  /// Rebuilds the grouper from what the archive keeps of its newest articles. Errors: the archive's.
  static base::Result<std::unique_ptr<FilingDesk>> create(archive::Archive& archive,
                                                          const annotate::Annotator& annotator,
                                                          const base::Clock& clock);

  /// Files `batch`, in order: when it returns without an error all of it is on disk, with one a part of it from its
  /// beginning, be it none. What the archive holds then is the same however the articles were cut into batches: a batch
  /// is one transaction, but for articles that change earlier ones (a second version in it, a merge, a move), before
  /// which another one begins.
  /// Errors: the archive's (kFull, kBusy, kCorrupt, kIo); after one, the desk must be created anew.
  base::Result<void> file(std::vector<news::Article> batch);

  const FilingCounts& counts() const { return counts_; }

 private:
  FilingDesk(archive::Archive& archive, const annotate::Annotator& annotator, const base::Clock& clock)
      : archive_(archive), annotator_(annotator), clock_(clock) {}

  base::Result<void> restore();
  base::Result<void> file_part(std::vector<news::Article> batch);
  base::Result<void> place(news::Article& article, std::optional<PlacedBatch>& batch);
  base::Result<void> file_placed(std::optional<PlacedBatch>& batch);

  archive::Archive& archive_;
  const annotate::Annotator& annotator_;
  const base::Clock& clock_;
  stories::Grouper grouper_;
  FilingCounts counts_;
};

}  // namespace dateline::desk

// desk/placed_batch.h -- articles that the grouper has placed, on their way into the archive together with what their
// placing has changed in other stories.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "annotate/annotator.h"
#include "archive/archive.h"
#include "base/clock.h"
#include "base/result.h"
#include "desk/regrouping.h"
#include "news/article.h"
#include "stories/grouper.h"

namespace dateline::desk {

/// One transaction of the archive. No two articles share a uri.
///
/// Ownership: borrows everything, articles included, which file() may date. Threads: one.
class PlacedBatch {
 public:
  PlacedBatch(archive::Archive& archive, const annotate::Annotator& annotator, base::Instant now)
      : archive_(archive), annotator_(annotator), now_(now) {}

  /// Adds the next article, as the grouper placed it.
  void add(news::Article& article, stories::Placement placement);
  /// Adds a new version of an article that belongs to `story`.
  void add_version(news::Article& article, const std::string& story, std::string imprint);

  /// The story to which a report of the archive belongs after what was added so far; `story` is that of the archive.
  const std::string& story_now(const std::string& uri, const std::string& story) const {
    return regrouping_.story_now(uri, story);
  }

  /// Dates what the stories that have gained reports tell the day of, be it of earlier reports, and files all of it.
  /// One entry for each article that was added. To be called once. Errors: the archive's.
  base::Result<std::vector<archive::Filed>> file();

 private:
  // What a story gains.
  struct Gain {
    std::vector<news::Article*> newcomers;  // of the batch
    bool from_others = false;               // reports of the archive that were in other stories
    std::set<std::string> sources;          // stories of the archive whose reports may come to it, its own among them
  };

  bool comes_to(const std::string& story, const std::string& uri, const std::string& source) const;
  base::Result<bool> has_undated(const std::string& story, const Gain& gain) const;
  base::Result<std::vector<news::Article>> earlier_reports(const std::string& story, const Gain& gain) const;
  base::Result<std::vector<news::Article>> date(const std::string& story, const Gain& gain) const;

  archive::Archive& archive_;
  const annotate::Annotator& annotator_;
  const base::Instant now_;
  std::vector<archive::Filing> filings_;
  std::vector<news::Article*> articles_;  // of filings_, in their order
  std::set<std::string> uris_;            // of articles_
  Regrouping regrouping_;
};

}  // namespace dateline::desk

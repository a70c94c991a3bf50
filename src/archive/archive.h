// archive/archive.h -- the durable store and its search. SQLite with FTS5 today.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "news/article.h"
#include "news/story.h"

namespace dateline::archive {

/// One article to file, with the story it belongs to.
struct Filing {
  const news::Article* article = nullptr;  ///< Annotated. Borrowed for the call.
  std::string story;                       ///< Story id, from the grouper.
  std::optional<std::string> duplicate_of;
  base::Instant received;  ///< When it was filed.
  std::string imprint{};   ///< What the grouper keeps of this text, any bytes; empty: nothing is kept.
};

/// A report, filed before or in the same batch, that belongs to `story` from now on, which may be a new one.
struct Move {
  std::string uri;
  std::string story;
};

/// A story that is one with another from now on: the reports it still has go there, and its id leads there for good.
/// Of two that are one already nothing changes.
struct Redirect {
  std::string from;
  std::string to;
};

/// What the grouper keeps of a version of an article that was filed without it.
struct Imprint {
  std::string uri;
  std::size_t version = 1;
  std::string bytes;
};

/// Everything that happened between two states of the archive. Borrowed for the call; done in this order.
struct Batch {
  std::span<const Filing> filings;
  std::span<const Imprint> imprints{};
  std::span<const Move> moves{};
  std::span<const Redirect> redirects{};
};

/// A version of an article as the grouper takes it over. Lives until the next one.
struct FiledImprint {
  std::string_view uri;
  std::string_view story;   ///< Where the article is now.
  std::size_t version = 1;  ///< Its place in versions(), from 1.
  std::string_view bytes;   ///< Empty where none was filed with it.
};

inline constexpr std::size_t kMaxImprintBytes = std::size_t{64} << 10;

/// An article as it stood.
struct ArticleVersion {
  base::Instant received;
  news::Article article;
};

/// What filing one article did.
enum class Filed {
  kNew,
  kAlreadyThere,  ///< The same uri with the same text, be it of an older version: nothing changed.
  kNewVersion,    ///< The same uri with another text: the old version is kept beside the new one.
  kDated,         ///< The same uri and text, filed undated before: it has gained its day (docs/decisions/0006).
};

/// A story as lists show it.
struct StorySummary {
  news::Story story;                  ///< `articles` is filled.
  std::size_t report_count = 0;       ///< Copies of another report not counted.
  std::vector<news::Outlet> outlets;  ///< Each once, in order of arrival.
  base::Day first_day{};              ///< Earliest and latest day of publication (of receipt where unknown).
  base::Day last_day{};
};

struct SearchHit {
  std::string uri;
  std::string story;
  std::string headline;
  news::Outlet outlet;
  std::optional<base::Day> day;
  std::string snippet;              ///< A passage of one paragraph, verbatim; at most 240 bytes.
  std::vector<base::Span> matches;  ///< Of `snippet`: the words that matched. Empty: only the headline did.
};

struct SearchResults {
  std::vector<SearchHit> hits;                              ///< Best first.
  std::size_t total = 0;                                    ///< Articles that match (of the year asked for, if any).
  std::vector<std::pair<int, std::size_t>> count_per_year;  ///< Ascending; of all years, whichever was asked for.
};

struct SearchQuery {
  /// Free words, all of which must occur; "…" for phrases; -word excludes. Never a syntax error. Words match by their
  /// English stem, without regard to case and accents. The first 1,000 bytes and 32 terms are looked at.
  std::string words;
  std::optional<int> year;
  std::size_t offset = 0;
  std::size_t limit = 20;
};

/// A file of articles and stories.
///
/// Threads: any number may read; one at a time may file (the others wait).
class Archive {
 public:
  enum class Mode { kCreateOrOpen, kOpenExisting, kReadOnly };

  /// A file of an older schema is read as it is, and brought up to date, in one transaction, when it may be written.
  ///
  /// Errors:
  ///   kNotFound   there is none, and `mode` does not create
  ///   kNewer      written by a newer version ("schema 9, this program knows 2")
  ///   kCorrupt    not an archive, or damaged
  ///   kForbidden, kFull, kBusy, kIo
  static base::Result<std::unique_ptr<Archive>> open(const std::filesystem::path& path, Mode mode);
  virtual ~Archive() = default;

  /// Files a batch in one transaction: articles, annotations, stories and search index together. When it returns
  /// without an error all of it is on disk (synced); with one, none of it. Returns one entry for each filing.
  ///
  /// A story's headline is that of its first report that has one, for as long as one of its reports carries it. An
  /// article of which a new version is filed goes to the story of that filing.
  /// A story that has lost its last report, to whatever, is gone: its id leads to where that report went, and is never
  /// opened again; what is filed under it goes there too.
  ///
  /// Errors: kFull, kBusy, kCorrupt, kIo; kForbidden (opened for reading only); kInvalid (no uri, no story, a text that
  ///         is not UTF-8; a copy, move or imprint of an article or version that was not filed before; a redirect to a
  ///         story that is not there); kTooLarge (an article of more than 64 MB, an imprint of more than
  ///         kMaxImprintBytes).
  virtual base::Result<std::vector<Filed>> file(const Batch& batch) = 0;
  base::Result<std::vector<Filed>> file(std::span<const Filing> filings) { return file(Batch{filings, {}, {}, {}}); }

  /// The newest version. Errors: kNotFound, kCorrupt.
  virtual base::Result<news::Article> article(std::string_view uri) = 0;
  /// All versions, oldest first. Errors: kNotFound, kCorrupt.
  virtual base::Result<std::vector<ArticleVersion>> versions(std::string_view uri) = 0;
  /// True when this uri is there with just this text, in any version.
  virtual base::Result<bool> has(std::string_view uri, std::string_view text) = 0;
  /// `id` may be that of a story that is gone: then the answer, with its own id, is the story that it leads to.
  /// Errors: kNotFound, kCorrupt.
  virtual base::Result<StorySummary> story(std::string_view id) = 0;
  /// The story that holds the article. Errors: kNotFound.
  virtual base::Result<std::string> story_of(std::string_view uri) = 0;
  // The day of an article, from here on, is that of publication, of receipt (in UTC) where that is unknown.

  /// The uris of the story's reports whose day is unknown, in order of filing; none for a story that is not there.
  virtual base::Result<std::vector<std::string>> undated_reports(std::string_view story) = 0;
  /// Stories with a report published on `day`, those with most reports first.
  virtual base::Result<std::vector<StorySummary>> stories_on(base::Day day) = 0;
  /// Stories by newest report, newest first.
  virtual base::Result<std::vector<StorySummary>> newest_stories(std::size_t limit) = 0;
  /// Number of articles published on each day of [first, last]; days with none are left out.
  virtual base::Result<std::vector<std::pair<base::Day, std::size_t>>> count_per_day(base::Day first,
                                                                                     base::Day last) = 0;
  virtual base::Result<std::vector<std::pair<int, std::size_t>>> count_per_year() = 0;
  /// The day nearest before (or after) `day` on which something was published.
  virtual base::Result<std::optional<base::Day>> day_before(base::Day day) = 0;
  virtual base::Result<std::optional<base::Day>> day_after(base::Day day) = 0;
  /// The newest day on which something was published; nothing in an empty archive.
  virtual base::Result<std::optional<base::Day>> newest_day() = 0;
  virtual base::Result<SearchResults> search(const SearchQuery& query) = 0;

  /// Calls `visit` with every article (newest version) and its story id, in order of filing, until it returns false.
  virtual base::Result<void> for_each(
      const std::function<bool(const news::Article& article, std::string_view story)>& visit) = 0;
  /// Calls `visit` with the imprints of the `newest` versions of articles, in order of filing, until it returns false;
  /// of articles that a program of schema 1 filed, with that of the newest version alone. Reads no articles: 100,000
  /// take a fraction of a second.
  virtual base::Result<void> for_each_imprint(std::size_t newest,
                                              const std::function<bool(const FiledImprint& imprint)>& visit) = 0;

  struct Counts {
    std::size_t articles = 0;
    std::size_t stories = 0;
  };
  virtual base::Result<Counts> counts() = 0;

  /// Looks at everything: the file's structure, that each article can be read, that each is in the search index and in
  /// a story, each story has its articles, and the ids of stories that are gone lead to one. Returns one line for each
  /// thing that is wrong; empty: sound.
  virtual base::Result<std::vector<std::string>> check() = 0;
};

}  // namespace dateline::archive

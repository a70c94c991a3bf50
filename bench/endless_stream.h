// bench/endless_stream.h -- annotated reports without end, of invented events, each with the story it tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <queue>
#include <string>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "seeded_random.h"
#include "stream_event.h"
#include "stream_world.h"

namespace dateline::bench {

/// What the stream is like. Shares are from 0 to 1. The defaults are a busy wire: what they should be like is described
/// in bench/README.md.
struct StreamOptions {
  std::uint64_t seed = 1;
  base::Instant begin = base::Instant(base::Day(std::chrono::days(20000)));  ///< Of the first report.
  double articles_a_day = 100000;  ///< Once stories have got going; by day three times as many as by night.

  // Sizes: a story is a single, or has 2 to `most_reports` reports, by a power law.
  double singles = 0.55;  ///< Share of the stories.
  double tail = 1.25;     ///< Exponent of the power law (Pareto): lower means more huge stories.
  std::uint32_t most_reports = 600;
  double most_days = 20;  ///< From a story's first report to its last; half of all stories take half a day.

  // How alike the reports of a story are.
  double copies = 0.3;       ///< Share of the reports that are syndicated copies of an earlier one.
  double edits = 0.2;        ///< Of the words and sentences of a copy at most this share is changed.
  double paraphrase = 0.35;  ///< Of the words of other reports, replaced by synonyms.
  double far = 0.15;         ///< Share of the reports that are short and share little wording with the others.
  std::uint32_t fewest_words = 80;
  std::uint32_t most_words = 400;

  // What looks like one story and is not.
  double look_alikes = 0.25;  ///< Share of the stories that are the like of a recent one: another town, other people.
  double recurring = 0.2;     ///< Share of the stories that are of a league or a parliament: same cast, another day.
  std::uint32_t leagues = 40;
  /// Share of the stories that are form letters: alike but for names and numbers (notices of the police, quarterly
  /// figures). Each is a single.
  double forms = 0.03;
  double round_ups = 0.02;  ///< Share of the reports: news in brief and live pages that touch 4 to 10 stories.

  std::size_t vocabulary = 60000;  ///< Different words; names come on top.
  std::uint32_t outlets = 800;
};

enum class ReportKind { kOwnWords, kCopy, kFarWords, kRoundUp };

struct StreamReport {
  news::Article article;  ///< Annotated: sentences, entities, mentions, times.
  /// The story it tells: equal numbers, one story. A round-up has a number of its own.
  std::uint64_t story = 0;
  ReportKind kind = ReportKind::kOwnWords;
  std::string copy_of{};  ///< kCopy: Article::uri of the report that it copies.
};

/// The stream, in order of arrival. The n-th report of equal options is equal, byte for byte, on every machine whose
/// std::log, std::exp and std::pow agree.
///
/// Memory: the stories that go on, some 100 bytes each. Threads: one at a time.
class EndlessStream {
 public:
  explicit EndlessStream(const StreamOptions& options);

  StreamReport next();

 private:
  struct Story {
    EventPlan plan;
    std::uint64_t number = 0;
    std::uint32_t size = 1;
    std::uint32_t told = 0;
    base::Instant begin{};
    double seconds = 0;   // from the first report to the last
    double progress = 0;  // of the last report told, 0 to 1
    base::Instant due{};  // when the next report comes
  };
  struct Later {
    bool operator()(const Story& a, const Story& b) const {
      return a.due != b.due ? a.due > b.due : a.number > b.number;
    }
  };

  std::uint32_t draw_size(Random& random) const;
  void open_story();
  EventPlan plan_event(std::uint64_t seed, base::Instant begin);
  void schedule(Story story);
  StreamReport report_of(const Story& story) const;
  StreamReport round_up(base::Instant at);
  std::string uri_of(const Story& story, std::uint32_t report) const;
  ReportKind kind_of(const Story& story, std::uint32_t report) const;
  Telling telling_of(const Story& story, std::uint32_t report, ReportKind kind) const;
  void date(news::Article& article, base::Instant arrived, Random& random) const;

  StreamOptions options_;
  World world_;
  Random random_;
  double seconds_between_stories_ = 0;
  double next_story_ = 0;  // seconds after options_.begin
  std::uint64_t stories_ = 0;
  std::priority_queue<Story, std::vector<Story>, Later> going_on_;
  std::deque<Story> recent_;  // the latest opened
};

}  // namespace dateline::bench

// stories/grouper.h -- which story an article belongs to, decided as it arrives.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "news/article.h"

namespace dateline::stories {

class Newsroom;

/// How many articles a grouper holds; older ones no longer matter to it, and need not be restored.
inline constexpr std::size_t kMostLiveArticles = std::size_t{1} << 20;

/// An earlier report that belongs to another story since this placement: two stories have proved to be one, or one to
/// be two.
struct Move {
  std::string uri;    ///< Article::uri.
  std::string story;  ///< Where it belongs now.
};

/// A story that has lost its last report to another. What led to `from` leads to `to` from now on; `from` is never
/// opened again.
struct Redirect {
  std::string from;
  std::string to;
};

/// Where an article went.
struct Placement {
  std::string story;                        ///< Story id, after `moves`.
  bool opened = false;                      ///< The article is the story's first.
  std::optional<std::string> duplicate_of;  ///< Article::uri of the earlier report that this one copies.
  double score = 0;                 ///< Odds that it belongs to the story it joined, 0 to 1; 0 when it opened one.
  std::vector<Move> moves;          ///< Of earlier reports, each uri once.
  std::vector<Redirect> redirects;  ///< Each `from` once, and never a `to` of another.
  /// What the grouper keeps of the article: to be filed with it and given back to restore(). Binary, under 4 KiB.
  std::string imprint;
};

/// Why an article went where it went.
struct Explanation {
  struct Story {
    std::string id;
    float odds = 0;  ///< Mean log odds over the reports that stand for the story; it is joined from 0.
  };
  std::vector<Story> stories;  ///< That it might have joined, best first.
  std::string nearest;         ///< Article::uri of the report most like it; empty when nothing is.
  struct Part {
    std::string_view name;  ///< In English, of unlimited life.
    float value = 0;
    float points = 0;  ///< Added to the log odds of the two.
  };
  std::vector<Part> parts;  ///< Of the odds that `nearest` tells the same event.
};

/// Groups a stream. One thread at a time. Results depend on the order of calls alone.
class Grouper {
 public:
  /// At most `capacity` articles are live: of more, the oldest can no longer be joined.
  explicit Grouper(std::size_t capacity = kMostLiveArticles);
  ~Grouper();
  Grouper(Grouper&&) noexcept;
  Grouper& operator=(Grouper&&) noexcept;

  /// Joins `article` (annotated) to a story or opens one. A story's id is made from its first article's uri, and is
  /// the same on every run. An article whose uri is live is a new version: it stays in its story whatever it says now,
  /// copies no report that came after its first version, and both versions are known as originals of later copies.
  /// `explanation`, where given, is told why; of a copy or a new version it stays empty.
  Placement place(const news::Article& article, Explanation* explanation = nullptr);

  /// Takes over an article whose story is known: how state is rebuilt from the archive, oldest first, and how a new
  /// version of an article stays in its story. Returns its imprint, as Placement::imprint.
  std::string restore(const news::Article& article, std::string_view story);
  /// The same from a Placement::imprint, many times faster, with the same outcome. False, and nothing is taken over,
  /// when `imprint` is none of this version's: then the article itself must be given.
  bool restore(std::string_view uri, std::string_view imprint, std::string_view story);

 private:
  std::unique_ptr<Newsroom> newsroom_;
};

}  // namespace dateline::stories

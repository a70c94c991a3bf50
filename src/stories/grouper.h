// stories/grouper.h -- which story an article belongs to, decided as it arrives.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "news/article.h"

namespace dateline::stories {

/// Where an article went.
struct Placement {
  std::string story;                        ///< Story id.
  bool opened = false;                      ///< The article is the story's first.
  std::optional<std::string> duplicate_of;  ///< Article::uri of the earlier report that this one copies.
  double score = 0;                         ///< Likeness to the story it joined, 0 to 1; 0 when it opened one.
};

/// Groups a stream. One thread at a time. Results depend on the order of calls alone.
class Grouper {
 public:
  Grouper();
  ~Grouper();
  Grouper(Grouper&&) noexcept;
  Grouper& operator=(Grouper&&) noexcept;

  /// Joins `article` (annotated) to a story or opens one. A story's id is made from its first article's uri, and is
  /// the same on every run.
  Placement place(const news::Article& article);

  /// Takes over an article whose story is known: how state is rebuilt from the archive, oldest first.
  void restore(const news::Article& article, std::string_view story);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline::stories

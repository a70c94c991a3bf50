// desk/regrouping.h -- what a run of placements tells of reports that were placed before, added up.
#pragma once

#include <map>
#include <string>

#include "stories/grouper.h"

namespace dateline::desk {

/// Moves and redirects, each later one on top of the earlier. Takes time in proportion to them, however many stories
/// become one after another. Threads: one.
class Regrouping {
 public:
  /// Takes over the moves and redirects of the next placement.
  void take(const stories::Placement& placement);

  /// The story to which a report belongs after all of this, that belonged to `story` before, or was placed there in the
  /// course of it. Good until the next take() or call of this kind.
  const std::string& story_now(const std::string& uri, const std::string& story) const;

  /// Where each report that moved belongs now, by uri. Those that came along with a redirect may be missing.
  std::map<std::string, std::string> moves() const;
  /// From each story that is gone to the one that it leads to, in one step.
  std::map<std::string, std::string> redirects() const;

 private:
  const std::string& follow(const std::string& story) const;

  std::map<std::string, std::string> moves_;  // to the story that was told; follow() has the one of now
  // From each story that is gone to one that took its reports since; every look shortens the way.
  mutable std::map<std::string, std::string> redirects_;
};

}  // namespace dateline::desk

// desk/regrouping.h -- what a run of placements tells of reports that were placed before, added up.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "stories/grouper.h"

namespace dateline::desk {

/// Moves and redirects, each later one on top of the earlier.
class Regrouping {
 public:
  /// Takes over the moves and redirects of the next placement.
  void take(const stories::Placement& placement);

  /// The story to which a report belongs after all of this, that belonged to `story` before, or was placed there in the
  /// course of it.
  const std::string& story_now(const std::string& uri, const std::string& story) const;

  /// Where each report that moved belongs now, by uri. Those that came along with a redirect may be missing.
  const std::map<std::string, std::string>& moves() const { return moves_; }
  /// From each story that is gone to the one that it leads to, in one step.
  const std::map<std::string, std::string>& redirects() const { return redirects_; }

 private:
  std::map<std::string, std::string> moves_;
  std::map<std::string, std::string> redirects_;
};

}  // namespace dateline::desk

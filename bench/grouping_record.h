// bench/grouping_record.h -- what a grouper said of a stream with known stories, and how right it was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "endless_stream.h"
#include "stories/grouper.h"

namespace dateline::bench {

/// Placements as they come in, moves applied. What no right grouper says is told on standard error.
class GroupingRecord {
 public:
  void add(const StreamReport& report, const stories::Placement& placement);

  std::size_t size() const { return gold_.size(); }
  /// The story that report `number` (in order of arrival) belongs to by now.
  const std::string& story(std::size_t number) const { return ids_[said_[number]]; }
  std::size_t imprint_bytes() const { return imprint_bytes_; }

  /// B-cubed, and how many copies were known, as a line for people.
  std::string agreement();

  /// Fails where the last agreement() was below `least`.
  void check_f1(double least);
  /// Fails where readers of an old link would not arrive: a redirect of a story that has reports, or to one without.
  void check_redirects();
  void fail(const std::string& what);
  bool failed() const { return failures_ > 0; }

  /// Writes gold.jsonl and said.jsonl, a line of {"id", "story"} a report, into `folder`.
  void dump(const std::string& folder) const;

 private:
  void check_copy(const StreamReport& report, const stories::Placement& placement);
  std::uint64_t number(const std::string& story);

  std::vector<std::uint64_t> gold_;
  std::vector<std::uint64_t> said_;  // into ids_
  std::vector<std::string> ids_;
  std::unordered_map<std::string, std::uint64_t> number_of_story_;
  std::unordered_map<std::string, std::size_t> number_of_;  // of a uri
  std::vector<stories::Redirect> gone_;
  std::size_t moves_ = 0;
  std::size_t copies_ = 0;
  std::size_t said_copies_ = 0;
  std::size_t true_copies_ = 0;
  std::size_t imprint_bytes_ = 0;
  std::size_t failures_ = 0;
  double f1_ = 0;
};

}  // namespace dateline::bench

// stories/link_model.h -- the odds that two sentences of a story say the same.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "stories/sentence_links.h"

namespace dateline::stories {

/// The trees of data/sentence-links.tsv: boosted regression trees (Friedman 2001) over the clues of a pair and over how
/// far they stand out in their story.
class LinkModel {
 public:
  /// Reads the file at the first call. Threads: any number at once.
  static const LinkModel& instance();

  /// The odds by two ways of weighing wording and trees.
  struct Odds {
    float of_group = 0;  ///< For groups of which each sentence is in one: in stories of few voices wording decides.
    float of_pair = 0;   ///< For a further statement that a sentence makes besides: in stories of few voices wording
                         ///< and trees must both agree.
  };

  /// What `scale` says, drawn towards what is usual in stories as long as few pairs were measured.
  LinkScale settle(const LinkScale& scale) const;
  /// `settled` is what settle() made of the story's scale.
  Odds log_odds(const LinkClues& clues, const LinkScale& settled) const;

 private:
  LinkModel();

  // A question or, where `left` is negative, an answer.
  struct Node {
    std::uint16_t sight = 0;  // clue, or kLinkClues + clue for how far it stands out
    std::int16_t left = -1;   // where the sight is at most `value`; `left` + 1 else
    float value = 0;
  };
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
  std::vector<float> most_left_;  // by tree: what it and all after it can still add
  LinkScale usual_;
};

}  // namespace dateline::stories

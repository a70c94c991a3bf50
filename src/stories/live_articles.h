// stories/live_articles.h -- the articles that new ones may join, found by their most telling terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "stories/profile.h"

namespace dateline::stories {

/// Counts articles from 0 in order of arrival.
using ArticleNumber = std::uint32_t;

struct Hit {
  ArticleNumber article = 0;
  float weight = 0;  ///< Of the common index terms, as the asking article weighs them.
};

/// The newest articles and an inverted index of them. When full, the oldest go. Cost of a call does not depend on how
/// many are held: each term leads to its newest articles only.
class LiveArticles {
 public:
  /// Articles of which at most `capacity` are held.
  explicit LiveArticles(std::size_t capacity = kCapacity);

  /// Takes the next article; `indexed` false keeps it from being found by terms. Returns its number.
  ArticleNumber add(Profile profile, std::uint32_t story, bool indexed);

  bool holds(ArticleNumber number) const;
  /// REQUIRES: holds(number).
  const Profile& profile(ArticleNumber number) const { return slot(number).profile; }
  std::uint32_t story_of(ArticleNumber number) const { return slot(number).story; }

  /// The articles most like `profile` by index terms, best first, newer before older when equal; at most `limit`.
  /// Only those that can_meet().
  std::vector<Hit> find(const Profile& profile, std::size_t limit) const;

  static constexpr std::size_t kCapacity = std::size_t{1} << 18;
  static constexpr std::size_t kPostings = 256;  ///< Newest articles looked at for one term.

 private:
  struct Slot {
    Profile profile;
    std::uint32_t story = 0;
  };
  const Slot& slot(ArticleNumber number) const { return slots_[number % capacity_]; }
  void sweep();

  std::size_t capacity_;
  ArticleNumber next_ = 0;
  std::vector<Slot> slots_;
  std::unordered_map<TermKey, std::vector<ArticleNumber>> postings_;
  mutable std::vector<float> scores_;  // by slot; all zero between calls
  mutable std::vector<ArticleNumber> touched_;
};

/// Whether two articles may tell one story at all: languages do not differ, and days lie at most kMostDaysApart apart,
/// where both are known.
bool can_meet(const Profile& a, const Profile& b);

inline constexpr int kMostDaysApart = 14;

}  // namespace dateline::stories

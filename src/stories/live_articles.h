// stories/live_articles.h -- the articles that new ones may join, found by their most telling terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "stories/chunks.h"
#include "stories/exact_array.h"
#include "stories/likeness.h"
#include "stories/neighbours.h"
#include "stories/postings.h"
#include "stories/profile.h"

namespace dateline::stories {

/// Counts stories from 0 in the order in which they opened.
using StoryNumber = std::uint32_t;
inline constexpr StoryNumber kNoStory = ~StoryNumber{0};

/// An article as it is kept.
struct LiveArticle {
  ExactArray<char> uri;
  Profile profile;
  Lengths lengths{};
  Neighbours neighbours{};
  ArticleNumber original = 0;  ///< The article that it copies or is a version of; its own number when none.
  std::uint8_t copies = 0;     ///< Of it, up to kFewCopies.
  /// It is compared, found by its terms, and makes them more usual. Not so a version, and the copies after the first
  /// few: ten thousand copies of one text are to later reports as some.
  bool counts = true;

  std::string_view uri_text() const { return {uri.begin(), uri.size()}; }
};

/// The newest articles and an inverted index of them. Cost of a call does not depend on how
/// many are held: each term leads to its newest articles only.
class LiveArticles {
 public:
  /// Articles of which at most `capacity` are held.
  explicit LiveArticles(std::size_t capacity);

  /// The oldest that is held; next() while there is none.
  ArticleNumber first() const { return first_; }
  /// The number that the next article will have.
  ArticleNumber next() const { return next_; }
  bool is_full() const { return next_ - first_ == capacity_; }
  /// Forgets the first.
  void make_room() { ++first_; }
  /// Takes the next article and makes it and its candidates neighbours. A round-up is not found by later ones.
  /// REQUIRES: not is_full(); the candidates are held.
  ArticleNumber add(LiveArticle article, const std::vector<Neighbour>& candidates);

  bool holds(ArticleNumber number) const { return number >= first_ && number < next_; }
  /// REQUIRES: holds(number).
  const LiveArticle& at(ArticleNumber number) const { return articles_[place_of(number)]; }
  /// Notes that `number` has one copy more; false when it has had kFewCopies.
  bool note_copy(ArticleNumber number);

  /// REQUIRES: holds(number). kNoStory until move().
  StoryNumber story_of(ArticleNumber number) const { return stories_[place_of(number)]; }
  void move(ArticleNumber number, StoryNumber story) { stories_[place_of(number)] = story; }

  /// The articles that share most of the most telling terms of `article`, of those that can_meet() it; at most
  /// kCandidates, the most like it first. A story of months has hundreds alike that can no longer: it must not end
  /// there.
  std::vector<Neighbour> find(const LiveArticle& article) const;

  static constexpr std::size_t kPostings = Postings::kMost;  ///< Newest articles looked at for one term.
  static constexpr std::size_t kIndexTerms = 16;             ///< Terms by which an article is found.
  static constexpr std::size_t kHits = 64;                   ///< Articles looked at for whether they can meet.
  static constexpr std::size_t kCandidates = 32;             ///< Articles compared as wholes.
  static constexpr std::uint8_t kFewCopies = 8;

 private:
  // A division is dear where it is done for each neighbour of a pair.
  std::size_t place_of(ArticleNumber number) const { return number < capacity_ ? number : number % capacity_; }
  std::vector<ArticleNumber> hits_of(const std::vector<ProfileTerm>& terms) const;

  std::size_t capacity_;
  ArticleNumber first_ = 0;
  ArticleNumber next_ = 0;
  Chunks<LiveArticle> articles_;  // a ring once it is full
  Chunks<StoryNumber> stories_;   // of each; close together, because all neighbours of a pair are asked for theirs
  Postings postings_;
};

/// False when both languages are known and differ.
bool same_language(const Profile& a, const Profile& b);

/// Whether two articles may tell one story at all: languages do not differ, and days lie at most kMostDaysApart apart,
/// where both are known.
bool can_meet(const Profile& a, const Profile& b);

inline constexpr int kMostDaysApart = 14;

}  // namespace dateline::stories

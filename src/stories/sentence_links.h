// stories/sentence_links.h -- which sentences of a story make the same statement.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "stories/statement.h"

namespace dateline::stories {

/// What is measured of two sentences of different reports.
enum class LinkClue : std::size_t {
  kTelling,     ///< Cosine, words weighed by how telling they are in the story.
  kShare,       ///< Common words / all words.
  kRareShare,   ///< The same, words weighed by how rare they are in the language.
  kPlainShare,  ///< kRareShare of the words that are no names.
  kLength,      ///< Weight of the shorter one / weight of the longer one.
  kOfShorter,   ///< Share of the shorter one's weight that both have.
  kOfLonger,    ///< Share of the longer one's weight that both have.
  kLeads,       ///< How many of the two are among the first two sentences of their reports: 0, 1, 2.
  kApart,       ///< Difference of their places, both from 0 (begin) to 1 (end of the report).
  kDepth,       ///< ln(1 + the lower of their sentence numbers).
  kCount
};
using LinkClues = std::array<float, static_cast<std::size_t>(LinkClue::kCount)>;

/// Compares the statements of one story.
class SentenceLinks {
 public:
  /// Borrows its arguments. `lengths[i]`: number of sentences of article i.
  SentenceLinks(std::span<const Statement> statements, const StoryWords& words, std::span<const std::size_t> lengths);

  LinkClues clues(std::size_t a, std::size_t b) const;
  /// Log odds that statements `a` and `b` say the same, by a logistic regression (docs/stories.md).
  float log_odds(std::size_t a, std::size_t b) const;

 private:
  std::span<const Statement> statements_;
  const StoryWords& words_;
  std::span<const std::size_t> lengths_;
  std::vector<float> usual_;    // weight of all words, by statement
  std::vector<float> telling_;  // length of the telling vector
};

/// Groups items 0 to `count` - 1: the two groups with the highest mean link are joined as long as that is at least
/// `least`. Groups are sorted, in order of their first item. `links` is count x count, symmetric.
/// Source: average-link clustering (Sokal and Michener 1958). Quadratic in memory and, as a rule, in time.
std::vector<std::vector<std::size_t>> join_by_mean_link(std::vector<float> links, std::size_t count, float least);

}  // namespace dateline::stories

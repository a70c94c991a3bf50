// stories/differences.h -- where the sentences of one statement contradict each other.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "news/article.h"
#include "news/story.h"
#include "stories/statement.h"

namespace dateline::stories {

/// What is compared: the statements of one fact, with the voice of each article.
struct Comparison {
  std::span<const news::Article* const> articles;
  std::span<const std::size_t> voices;  ///< By article.
  std::vector<const Statement*> statements;
};

/// All that differs: numbers, durations, times, places, names.
std::vector<news::Difference> find_differences(const Comparison& comparison);

/// Numbers of one thing that cannot both be true, or of which one has grown since the other was told.
void compare_numbers(const Comparison& comparison, std::vector<news::Difference>& out);

/// Days that stand in the same place of the statement: others, or more precise. Needs Article::times.
void compare_times(const Comparison& comparison, std::vector<news::Difference>& out);

/// Lengths of time and ages that stand in the same place of the statement and differ by more than rounding. Needs
/// Article::times.
void compare_durations(const Comparison& comparison, std::vector<news::Difference>& out);

/// Places that stand in the same place of the statement and lie apart; a town and its country do not. Needs
/// Article::entities, mentions and where they lie.
void compare_places(const Comparison& comparison, std::vector<news::Difference>& out);

/// One name in two spellings: capitalised words of one or two letters' difference in the same place; compatible where
/// they differ in accents alone.
void compare_names(const Comparison& comparison, std::vector<news::Difference>& out);

/// The keys of the content words within `reach` words of `span`, sorted, each once; of words inside it none.
/// Names count as words of the reach in any case, and where all nouns have capitals they are not told apart.
enum class Names { kWith, kWithout };
std::vector<TermKey> words_around(const Statement& statement, const base::Span& span, std::size_t reach, Names names);

/// True when one of the three words before `span` is one of `words` (in ASCII lower case): "before" of "before the end
/// of May".
bool follows_one_of(std::span<const std::string_view> words, std::string_view text, const base::Span& span);

/// How many keys stand in both. Both are sorted, each key once.
std::size_t common_keys(const std::vector<TermKey>& a, const std::vector<TermKey>& b);

/// Adds a side for what `statement` says in `span`, unless that voice already says it.
void add_side(news::Difference& difference, const Comparison& comparison, const Statement& statement,
              const base::Span& span);

/// Sides of one statement are compared up to this many sentences: beyond it a fact is a crowd, not a contradiction.
inline constexpr std::size_t kMostCompared = 60;
/// Numbers, times or names that are compared of one fact.
inline constexpr std::size_t kMostThings = 200;

}  // namespace dateline::stories

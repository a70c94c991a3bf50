// stories/pair_odds.h -- how likely two live articles tell the same event.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "stories/live_articles.h"
#include "stories/rivals.h"

namespace dateline::stories {

/// What is measured of two articles. "Rivals" as in rivals.h: in a stream about one parliament everything is a little
/// like everything, and only what stands out is the same event.
enum class PairClue : std::size_t {
  kOverall,  ///< ln of Likeness::overall().
  kWords,    ///< These as in Likeness.
  kHead,
  kNames,
  kPlain,
  kEntities,
  kContained,
  kHeadLeast,
  kHeadMost,
  kTelling,
  kRareCommon,
  kNamed,        ///< 1 when both name someone or something.
  kStrangers,    ///< 1 when both do, and nothing that both name is the same.
  kShorter,      ///< ln of the words of the shorter one
  kLonger,       ///< and of the longer one.
  kShared,       ///< shared_neighbours().
  kFirstLeast,   ///< ln(overall / best rival), of the side on which it stands out less
  kFirstMost,    ///< and of the side on which it stands out more.
  kSecondLeast,  ///< The same against the second, fourth and eighth rival.
  kSecondMost,
  kFourthLeast,
  kFourthMost,
  kEighthLeast,
  kEighthMost,
  kBothFirst,  ///< 1 when each is the other's best neighbour.
  kOneFirst,   ///< 1 when one is the other's best.
  kBothNear,   ///< 1 when each is among the other's best two
  kBothClose,  ///< or four.
  kSameDay,    ///< 1 when the leads name the same day of the week,
  kNextDay,    ///< neighbouring days,
  kOtherDay,   ///< or others.
  kCount
};
inline constexpr std::size_t kPairClues = static_cast<std::size_t>(PairClue::kCount);
using PairClues = std::array<float, kPairClues>;

/// In the words of `group --explain`.
std::string_view name_of(PairClue clue);

/// REQUIRES: `articles` holds both.
PairClues measure(ArticleNumber a, ArticleNumber b, const Question& question, const LiveArticles& articles);

/// Log odds of a pair measured for `question`, by a logistic regression over the clues and some of their products
/// (docs/stories.md tells how the settings were found). Questions that name stories have settings of their own.
float log_odds(const PairClues& clues, const Question& question);
/// log_odds() stays within this on both sides.
inline constexpr float kMostOdds = 5;

/// Added to it: positive for reports of one day, falling with their distance; 0 where a day is unknown.
float odds_of_days(const Profile& a, const Profile& b);

/// What each clue adds to log_odds(); a product is half of either's.
PairClues points_of(const PairClues& clues, const Question& question);

}  // namespace dateline::stories

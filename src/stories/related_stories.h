// stories/related_stories.h -- which stories of the past one goes on from, and which go on from it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "news/story.h"
#include "stories/day_range.h"
#include "stories/term_key.h"

namespace dateline::stories {

/// A story as it is compared with others: what it is about, and what its sentences speak of.
struct StoryDigest {
  struct Name {
    std::string key;   ///< Entity::key
    std::string name;  ///< As a report writes it.
    float share = 0;   ///< Of the story's reports, those that name it; half where none does at its beginning. 0 to 1.
    double usual = 0;  ///< usual_share() of its rarest word: "United States" are two frequent ones.
  };
  struct Word {
    TermKey key = 0;   ///< concept_key()
    float share = 0;   ///< Of the story's reports, those that have it in headline or first sentences. 0 to 1.
    double usual = 0;  ///< usual_short_share()
    bool name = false;
  };
  struct Sentence {
    news::SentenceRef ref;
    std::vector<TermKey> keys;       ///< Sorted, each once.
    std::vector<std::size_t> names;  ///< Indexes into StoryDigest::names.
    std::vector<DayRange> days;      ///< That its times of type date or time of day mean.
  };

  std::string id;
  std::optional<base::Day> first_day;  ///< Of publication; nothing: no report says or lets infer it.
  std::optional<base::Day> last_day;
  std::vector<DayRange> event_days;  ///< Days that headline sentences name, and the first day of publication.
  std::vector<Name> names;           ///< Sorted by key.
  std::vector<Word> words;           ///< Of headline and first sentences, sorted by key.
  std::vector<Sentence> sentences;   ///< In order, the first kSentencesLookedAt.
};

inline constexpr std::size_t kSentencesLookedAt = 400;

/// Digests the annotated reports of a story. SentenceRef::article indexes `articles`. A round-up adds nothing.
StoryDigest digest_story(std::string id, std::span<const news::Article* const> articles);

/// How common names and words are where the candidates come from: a name that half of an archive has leads nowhere.
struct NameUse {
  std::size_t stories = 0;                               ///< In all, or reports, if that is what is counted below.
  std::unordered_map<std::string, std::size_t> of_name;  ///< By Entity::key.
  std::unordered_map<TermKey, std::size_t> of_word;      ///< By concept_key().
};

/// Counts names and words over all stories at hand.
NameUse count_use(std::span<const StoryDigest> stories);

/// How telling a name or word is: about ln(all / those that have it), from 0 to 9. What its general frequency says
/// counts as 1,000 stories.
double telling(const StoryDigest::Name& name, const NameUse& use);
double telling(const StoryDigest::Word& word, const NameUse& use);

/// A story that another one goes on from, or that goes on from it.
struct RelatedStory {
  enum class When { kEarlier, kLater } when = When::kEarlier;  ///< The other story, seen from the one asked about.
  std::size_t other = 0;                                       ///< Index into the candidates.
  bool said_by_other = false;  ///< Whose report has the sentence: the other story's, or that of the one asked about.
  news::SentenceRef because;   ///< The sentence that speaks of the other event, in that story.
  bool by_day = false;         ///< The sentence names the day, week or month of the other event.
  double score = 0;            ///< For ordering; higher is surer.
};

inline constexpr std::size_t kMostRelated = 5;  ///< Earlier ones, and later ones.

/// The candidates that are earlier or later stories of the same matter, surest first in each direction, at most
/// kMostRelated each. A sentence must speak of the other event: with the other's own names and words, and best with its
/// day. Stories without a day, and those that begin on one day, are never related. Candidates with the story's own id
/// are passed over.
///
/// Linear in the sentences of the story and of all candidates.
std::vector<RelatedStory> find_related(const StoryDigest& story, std::span<const StoryDigest* const> candidates,
                                       const NameUse& use);

/// find_related() for each of a heap against all others: RelatedStory::other indexes `stories`. A story is compared
/// with at most 64 others, those that share the most telling names with it; names that more than 512 stories have are
/// not looked at.
std::vector<std::vector<RelatedStory>> relate_all(std::span<const StoryDigest> stories);

}  // namespace dateline::stories

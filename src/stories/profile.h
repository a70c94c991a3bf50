// stories/profile.h -- what is kept of an article for grouping.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "stories/rarity.h"
#include "stories/sketch.h"
#include "stories/term_key.h"

namespace dateline::stories {

/// The first bytes of a report that grouping looks at; what it is about stands there.
inline constexpr std::size_t kBytesLookedAt = std::size_t{32} << 10;

/// How an article has a term. Bits.
enum Mark : std::uint8_t {
  kInHead = 1,  ///< In the headline, or in the first sentence of an article without one.
  kAsName = 2,  ///< Capitalised where the writer had a choice.
  kInLead = 4,  ///< In the head or in the first bytes of the text.
  kEntity = 8,  ///< No word but the key of a person, an organisation or a place.
};

/// A term of an article before it is weighed.
struct CountedTerm {
  TermKey key = 0;
  std::uint32_t count = 0;
  std::uint8_t marks = 0;
};

/// An article's terms, each key once, sorted.
struct ArticleTerms {
  std::vector<CountedTerm> terms;
  std::size_t words = 0;  ///< Of the text, stop words included.
  Sketch sketch;          ///< Of the text; of the headline where there is no text.
  std::string language;
};

/// Reads headline and text, at most kBytesLookedAt of each, and the entities that stand there.
ArticleTerms count_terms(const news::Article& article);

/// A term as it is kept. Eight bytes: a hundred thousand live articles have six million.
struct ProfileTerm {
  TermKey key = 0;
  std::uint16_t weight = 0;  ///< In 65,535ths of the length of all words (of all entities, for an entity).
  std::uint8_t rarity = 0;   ///< In sixteenths.
  std::uint8_t marks = 0;
};

/// What an article is compared by. All of it stands in its imprint (imprint.h).
struct Profile {
  std::string language;            ///< Empty: unknown.
  std::optional<base::Day> day;    ///< Of publication; none for 1 January 1970 (an unset clock).
  std::uint8_t weekdays = 0;       ///< Days of the week that the lead names as those of the event; bit 0 is Monday.
  bool round_up = false;           ///< Announces several stories at once.
  float log_words = 0;             ///< ln of the words of the text + 1.
  std::vector<ProfileTerm> terms;  ///< Sorted by key, at most kMostTerms.
};

inline constexpr std::size_t kWordTerms = 60;
inline constexpr std::size_t kEntityTerms = 8;
inline constexpr std::size_t kMostTerms = kWordTerms + kEntityTerms;

/// Weighs `terms` as rare as `rarity` knows them now, and keeps the heaviest.
Profile make_profile(const news::Article& article, const ArticleTerms& terms, const Rarity& rarity);

/// The keys of `profile`, sorted: what Rarity counts.
std::vector<TermKey> keys_of(const Profile& profile);

/// True for a headline that announces several stories at once ("News in brief", "Morning round-up").
bool is_round_up(const news::Article& article);

}  // namespace dateline::stories

// stories/profile.h -- what is kept of an article for grouping.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "news/article.h"
#include "stories/exact_array.h"
#include "stories/language_code.h"
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
  kEntity = 4,  ///< No word but the key of a person, an organisation or a place.
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

/// A term as it is kept. Six bytes: a hundred thousand live articles have six million.
class ProfileTerm {
 public:
  ProfileTerm() = default;
  /// Rounds weight and rarity to what is kept. `weight`: 0 to 1; `rarity`: from 0.
  ProfileTerm(TermKey key, float weight, float rarity, std::uint8_t marks)
      : low_(static_cast<std::uint16_t>(key)),
        high_(static_cast<std::uint16_t>((key & kKeptKeyBits) >> 16 | unsigned{marks} << 12)),
        weights_(static_cast<std::uint16_t>(rounded(weight, kWeightUnit, kMostWeight) |
                                            rounded(rarity, kRarityUnit, kMostRarity) << 9)) {}

  TermKey key() const { return low_ | (high_ & 0xFFFu) << 16; }  ///< Its kKeptKeyBits.
  std::uint8_t marks() const { return static_cast<std::uint8_t>(high_ >> 12); }
  /// As a share of the length of all words (of all entities, for an entity).
  float weight() const { return static_cast<float>(weights_ & kMostWeight) / kWeightUnit; }
  unsigned weight_units() const { return weights_ & kMostWeight; }
  float rarity() const { return static_cast<float>(weights_ >> 9) / kRarityUnit; }

  /// For imprints.
  std::uint32_t key_and_marks() const { return low_ | std::uint32_t{high_} << 16; }
  std::uint16_t weights() const { return weights_; }
  ProfileTerm(std::uint32_t key_and_marks, std::uint16_t weights)
      : low_(static_cast<std::uint16_t>(key_and_marks)),
        high_(static_cast<std::uint16_t>(key_and_marks >> 16)),
        weights_(weights) {}

 private:
  static constexpr float kWeightUnit = 511;
  static constexpr unsigned kMostWeight = 511;
  static constexpr float kRarityUnit = 8;
  static constexpr unsigned kMostRarity = 127;

  static unsigned rounded(float value, float unit, unsigned most) {
    return std::min(most, static_cast<unsigned>(std::lround(value * unit)));
  }

  std::uint16_t low_ = 0;
  std::uint16_t high_ = 0;
  std::uint16_t weights_ = 0;
};
static_assert(sizeof(ProfileTerm) == 6);

/// What an article is compared by. All of it stands in its imprint (imprint.h).
struct Profile {
  LanguageCode language;
  std::optional<base::Day> day;   ///< Of publication; none for 1 January 1970 (an unset clock).
  std::uint8_t weekdays = 0;      ///< Days of the week that the lead names as those of the event; bit 0 is Monday.
  bool round_up = false;          ///< Announces several stories at once.
  float log_words = 0;            ///< ln of the words of the text + 1.
  ExactArray<ProfileTerm> terms;  ///< Sorted by key, at most kMostTerms.
};

inline constexpr std::size_t kWordTerms = 50;
inline constexpr std::size_t kEntityTerms = 8;
inline constexpr std::size_t kMostTerms = kWordTerms + kEntityTerms;

/// Weighs `terms` as rare as `rarity` knows them now, and keeps the heaviest.
Profile make_profile(const news::Article& article, const ArticleTerms& terms, const Rarity& rarity);

/// The keys of `profile`, sorted: what Rarity counts.
std::vector<TermKey> keys_of(const Profile& profile);

/// True for a headline that announces several stories at once ("News in brief", "Morning round-up").
bool is_round_up(const news::Article& article);

}  // namespace dateline::stories

// stories/likeness.h -- how alike two articles are, by what stands in them alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "stories/profile.h"

namespace dateline::stories {

/// Lengths of parts of a profile, kept beside it so that each comparison need not add them up.
struct Lengths {
  float head = 0;
  float names = 0;
  float plain = 0;        ///< Words that are no names.
  float weight = 0;       ///< Sum of the weights of all words.
  float head_rarity = 0;  ///< Sum of the rarities of the head's words.
};

Lengths lengths_of(const Profile& profile);

struct Likeness {
  // Cosines, 0 to 1; 0 where one side has none.
  float words = 0;
  float head = 0;
  float names = 0;
  float plain = 0;
  float entities = 0;
  float contained = 0;    ///< Share of the weight of one side's words that the other has; the higher of the two.
  float head_least = 0;   ///< Share of the rarity of one side's head that stands anywhere in the other; the lower
  float head_most = 0;    ///< and the higher of the two.
  float telling = 0;      ///< Sum of the rarities of the three rarest words in common.
  float rare_common = 0;  ///< Sum of the rarities above 3 of words in common.
  bool both_named = false;
  bool strangers = false;  ///< Both name someone or something, and nothing that both name is the same.

  /// One number to rank by.
  float overall() const { return words + 0.3F * head; }
};

/// Symmetric. Linear in the terms.
Likeness compare(const Profile& a, const Lengths& of_a, const Profile& b, const Lengths& of_b);

/// Likeness::overall() of one article to many, four times as fast.
class OverallLikeness {
 public:
  /// Borrows both.
  OverallLikeness(const Profile& profile, const Lengths& lengths);
  float to(const Profile& other, const Lengths& of_other) const;

 private:
  static constexpr std::size_t kPlaces = 2048;
  static constexpr std::uint8_t kNone = 0xFF;
  static constexpr std::uint8_t kSeveral = 0xFE;
  static_assert(kMostTerms < kSeveral);

  const ProfileTerm* find(TermKey key) const;

  const Profile& profile_;
  const Lengths& lengths_;
  // By the lowest bits of a word's key, where it stands in the profile: most words of another article are told apart by
  // it.
  std::array<std::uint8_t, kPlaces> places_;
};

}  // namespace dateline::stories

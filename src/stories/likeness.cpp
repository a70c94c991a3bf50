#include "stories/likeness.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::stories {
namespace {

float cosine(float dot, float a, float b) {
  return a > 0 && b > 0 ? std::min(dot / (a * b), 1.0F) : 0;
}

float share(float part, float whole) {
  return whole > 0 ? part / whole : 0;
}

// Adds up what two profiles have in common.
struct Common {
  float words = 0;
  float head = 0;
  float names = 0;
  float plain = 0;
  float entities = 0;
  float weight_of_a = 0;
  float weight_of_b = 0;
  float head_of_a = 0;
  float head_of_b = 0;
  float rare = 0;
  std::array<float, 3> rarest{};

  void add(const ProfileTerm& a, const ProfileTerm& b) {
    const float left = a.weight();
    const float right = b.weight();
    const float product = left * right;
    if ((a.marks() & kEntity) != 0) {
      entities += product;
      return;
    }
    const unsigned both = a.marks() & b.marks();
    const float rarity = b.rarity();
    words += product;
    weight_of_a += left;
    weight_of_b += right;
    if ((both & kInHead) != 0) head += product;
    if ((both & kAsName) != 0) names += product;
    if (((a.marks() | b.marks()) & kAsName) == 0) plain += product;
    if ((a.marks() & kInHead) != 0) head_of_a += a.rarity();
    if ((b.marks() & kInHead) != 0) head_of_b += rarity;
    constexpr float kRare = 3;
    if (rarity > kRare) rare += rarity;
    if (rarity > rarest[2]) {
      rarest[2] = rarity;
      if (rarest[2] > rarest[1]) std::swap(rarest[1], rarest[2]);
      if (rarest[1] > rarest[0]) std::swap(rarest[0], rarest[1]);
    }
  }
};

}  // namespace

Lengths lengths_of(const Profile& profile) {
  Lengths lengths;
  for (const ProfileTerm& term : profile.terms) {
    if ((term.marks() & kEntity) != 0) continue;
    const float weight = term.weight();
    lengths.weight += weight;
    if ((term.marks() & kAsName) != 0) {
      lengths.names += weight * weight;
    } else {
      lengths.plain += weight * weight;
    }
    if ((term.marks() & kInHead) == 0) continue;
    lengths.head += weight * weight;
    lengths.head_rarity += term.rarity();
  }
  lengths.head = std::sqrt(lengths.head);
  lengths.names = std::sqrt(lengths.names);
  lengths.plain = std::sqrt(lengths.plain);
  return lengths;
}

Likeness compare(const Profile& a, const Lengths& of_a, const Profile& b, const Lengths& of_b) {
  Common common;
  auto left = a.terms.begin();
  auto right = b.terms.begin();
  while (left != a.terms.end() && right != b.terms.end()) {
    const TermKey one = left->key();
    const TermKey two = right->key();
    if (one == two) common.add(*left, *right);
    left += one <= two ? 1 : 0;
    right += two <= one ? 1 : 0;
  }
  Likeness likeness;
  likeness.words = std::min(common.words, 1.0F);
  likeness.head = cosine(common.head, of_a.head, of_b.head);
  likeness.names = cosine(common.names, of_a.names, of_b.names);
  likeness.plain = cosine(common.plain, of_a.plain, of_b.plain);
  likeness.entities = std::min(common.entities, 1.0F);
  likeness.contained = std::max(share(common.weight_of_a, of_a.weight), share(common.weight_of_b, of_b.weight));
  const float head_of_a = share(common.head_of_a, of_a.head_rarity);
  const float head_of_b = share(common.head_of_b, of_b.head_rarity);
  likeness.head_least = std::min(head_of_a, head_of_b);
  likeness.head_most = std::max(head_of_a, head_of_b);
  likeness.telling = common.rarest[0] + common.rarest[1] + common.rarest[2];
  likeness.rare_common = common.rare;
  likeness.both_named = of_a.names > 0 && of_b.names > 0;
  likeness.strangers = likeness.both_named && !(common.names > 0) && !(common.entities > 0);
  return likeness;
}

OverallLikeness::OverallLikeness(const Profile& profile, const Lengths& lengths)
    : profile_(profile), lengths_(lengths) {
  places_.fill(kNone);
  for (std::size_t i = 0; i < profile.terms.size(); ++i) {
    if ((profile.terms[i].marks() & kEntity) != 0) continue;
    std::uint8_t& place = places_[profile.terms[i].key() % kPlaces];
    place = place == kNone ? static_cast<std::uint8_t>(i) : kSeveral;
  }
}

// A word of the profile, or null.
const ProfileTerm* OverallLikeness::find(TermKey key) const {
  const std::uint8_t place = places_[key % kPlaces];
  if (place == kNone) return nullptr;
  const ProfileTerm* term = profile_.terms.begin() + place;
  if (place == kSeveral) {
    const auto before = [](const ProfileTerm& a, TermKey b) { return a.key() < b; };
    term = std::lower_bound(profile_.terms.begin(), profile_.terms.end(), key, before);
    if (term == profile_.terms.end() || (term->marks() & kEntity) != 0) return nullptr;
  }
  return term->key() == key ? term : nullptr;
}

float OverallLikeness::to(const Profile& other, const Lengths& of_other) const {
  Likeness likeness;
  float head = 0;
  for (const ProfileTerm& term : other.terms) {
    const ProfileTerm* own = find(term.key());
    if (own == nullptr || (term.marks() & kEntity) != 0) continue;
    const float product = own->weight() * term.weight();
    likeness.words += product;
    if ((own->marks() & term.marks() & kInHead) != 0) head += product;
  }
  likeness.words = std::min(likeness.words, 1.0F);
  likeness.head = cosine(head, lengths_.head, of_other.head);
  return likeness.overall();
}

}  // namespace dateline::stories

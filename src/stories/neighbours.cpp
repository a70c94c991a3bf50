#include "stories/neighbours.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace dateline::stories {

std::uint16_t Neighbours::to_units(float likeness) {
  return static_cast<std::uint16_t>(std::lround(std::clamp(likeness, 0.0F, 1.6F) * kUnit));
}

void Neighbours::offer(const Neighbour& neighbour) {
  const std::uint16_t likeness = to_units(neighbour.likeness);
  if (count_ == kMost && likenesses_.back() >= likeness) return;
  if (count_ < kMost) ++count_;
  const auto end = likenesses_.begin() + count_;
  const auto place = std::upper_bound(likenesses_.begin(), end - 1, likeness, std::greater<>());
  const auto at = place - likenesses_.begin();
  std::move_backward(place, end - 1, end);
  std::move_backward(articles_.begin() + at, articles_.begin() + count_ - 1, articles_.begin() + count_);
  *place = likeness;
  articles_[static_cast<std::size_t>(at)] = neighbour.article;
}

float shared_neighbours(const Neighbours& a, const Neighbours& b) {
  float common = 0;
  float left = 0;
  float right = 0;
  for (std::size_t i = 0; i < a.size(); ++i) left += a[i].likeness * a[i].likeness;
  for (std::size_t j = 0; j < b.size(); ++j) {
    const Neighbour two = b[j];
    right += two.likeness * two.likeness;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i].article == two.article) common += a[i].likeness * two.likeness;
    }
  }
  return left > 0 && right > 0 ? common / std::sqrt(left * right) : 0;
}

}  // namespace dateline::stories

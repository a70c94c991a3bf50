#include "stories/neighbours.h"

#include <algorithm>
#include <cmath>

namespace dateline::stories {

void Neighbours::offer(const Neighbour& neighbour) {
  if (list_.size() == kMost && list_.back().likeness >= neighbour.likeness) return;
  if (list_.size() == kMost) list_.pop_back();
  const auto place = std::upper_bound(list_.begin(), list_.end(), neighbour,
                                      [](const Neighbour& a, const Neighbour& b) { return a.likeness > b.likeness; });
  list_.insert(place, neighbour);
}

std::size_t Neighbours::rank(float likeness, ArticleNumber but) const {
  std::size_t better = 0;
  for (const Neighbour& neighbour : list_) {
    if (neighbour.likeness <= likeness) break;
    better += neighbour.article == but ? 0u : 1u;
  }
  return better;
}

float Neighbours::at(std::size_t place, ArticleNumber but) const {
  for (const Neighbour& neighbour : list_) {
    if (neighbour.article == but) continue;
    if (place == 0) return neighbour.likeness;
    --place;
  }
  return 0;
}

float shared_neighbours(const Neighbours& a, const Neighbours& b) {
  float common = 0;
  float left = 0;
  float right = 0;
  for (const Neighbour& one : a.all()) left += one.likeness * one.likeness;
  for (const Neighbour& two : b.all()) {
    right += two.likeness * two.likeness;
    for (const Neighbour& one : a.all()) {
      if (one.article == two.article) common += one.likeness * two.likeness;
    }
  }
  return left > 0 && right > 0 ? common / std::sqrt(left * right) : 0;
}

}  // namespace dateline::stories

#include "stories/mean_link.h"

#include <algorithm>

namespace dateline::stories {

std::vector<std::vector<std::size_t>> join_by_mean_link(std::vector<float> links, std::size_t count, float least) {
  std::vector<std::vector<std::size_t>> groups(count);
  std::vector<std::size_t> nearest(count, 0);
  const auto link = [&](std::size_t a, std::size_t b) -> float& { return links[a * count + b]; };
  const auto alive = [&](std::size_t i) { return !groups[i].empty(); };
  const auto find_nearest = [&](std::size_t i) {
    nearest[i] = i;
    for (std::size_t j = 0; j < count; ++j) {
      if (j != i && alive(j) && (nearest[i] == i || link(i, j) > link(i, nearest[i]))) nearest[i] = j;
    }
  };
  for (std::size_t i = 0; i < count; ++i) groups[i] = {i};
  for (std::size_t i = 0; i < count; ++i) find_nearest(i);
  for (;;) {
    std::size_t best = count;
    for (std::size_t i = 0; i < count; ++i) {
      if (!alive(i) || nearest[i] == i) continue;
      if (best == count || link(i, nearest[i]) > link(best, nearest[best])) best = i;
    }
    if (best == count || link(best, nearest[best]) < least) break;
    const std::size_t into = std::min(best, nearest[best]);
    const std::size_t from = std::max(best, nearest[best]);
    const float first = static_cast<float>(groups[into].size());
    const float second = static_cast<float>(groups[from].size());
    groups[into].insert(groups[into].end(), groups[from].begin(), groups[from].end());
    groups[from].clear();
    for (std::size_t j = 0; j < count; ++j) {
      if (j == into || !alive(j)) continue;
      link(into, j) = link(j, into) = (first * link(into, j) + second * link(from, j)) / (first + second);
    }
    for (std::size_t j = 0; j < count; ++j) {
      if (!alive(j)) continue;
      if (j == into || nearest[j] == into || nearest[j] == from) {
        find_nearest(j);
      } else if (link(j, into) > link(j, nearest[j])) {
        nearest[j] = into;
      }
    }
  }
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  for (auto& group : groups) std::sort(group.begin(), group.end());
  return groups;
}

}  // namespace dateline::stories

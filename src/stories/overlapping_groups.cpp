#include "stories/overlapping_groups.h"

#include <algorithm>

namespace dateline::stories {
namespace {

struct Link {
  std::size_t a = 0;
  std::size_t b = 0;
  float strength = 0;
};

}  // namespace

std::vector<std::vector<std::size_t>> groups_across(const std::vector<float>& links, std::size_t count, float least,
                                                    const std::vector<std::vector<std::size_t>>& groups) {
  std::vector<bool> held(count * count, false);  // the two stand in a group
  const auto hold = [&](const std::vector<std::size_t>& group) {
    for (const std::size_t a : group) {
      for (const std::size_t b : group) held[a * count + b] = true;
    }
  };
  for (const auto& group : groups) hold(group);
  std::vector<Link> open;
  std::vector<std::vector<std::size_t>> neighbours(count);
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = 0; b < count; ++b) {
      const float strength = links[a * count + b];
      if (a == b || strength < least) continue;
      neighbours[a].push_back(b);
      if (a < b && !held[a * count + b]) open.push_back({a, b, strength});
    }
  }
  std::stable_sort(open.begin(), open.end(), [](const Link& x, const Link& y) { return x.strength > y.strength; });
  std::vector<std::vector<std::size_t>> found;
  for (const Link& link : open) {
    if (held[link.a * count + link.b]) continue;
    std::vector<std::size_t> group = {link.a, link.b};
    for (const std::size_t other : neighbours[link.a]) {
      // One that is linked with all of them, and not only where other groups say so already.
      const auto linked = [&](std::size_t member) { return member != other && links[member * count + other] >= least; };
      const auto is_new = [&](std::size_t member) { return !held[member * count + other]; };
      if (std::all_of(group.begin(), group.end(), linked) && std::any_of(group.begin(), group.end(), is_new))
        group.push_back(other);
    }
    std::sort(group.begin(), group.end());
    hold(group);
    found.push_back(std::move(group));
  }
  return found;
}

}  // namespace dateline::stories

#include "stories/voices.h"

#include <string>
#include <unordered_map>

#include "stories/sketch.h"
#include "text/words.h"

namespace dateline::stories {
namespace {

// Comparing each with each is for stories of a size that people read; beyond it only outlets make one voice.
constexpr std::size_t kMostCompared = 500;

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

void unite(std::vector<std::size_t>& parents, std::size_t a, std::size_t b) {
  const std::size_t first = root_of(parents, a);
  const std::size_t second = root_of(parents, b);
  parents[std::max(first, second)] = std::min(first, second);
}

}  // namespace

std::vector<std::size_t> find_voices(std::span<const news::Article* const> articles) {
  std::vector<std::size_t> parents(articles.size());
  for (std::size_t i = 0; i < parents.size(); ++i) parents[i] = i;
  std::unordered_map<std::string, std::size_t> outlets;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const news::Outlet& outlet = articles[i]->outlet;
    if (outlet.name.empty() && outlet.domain.empty()) continue;
    const auto [first, added] = outlets.emplace(text::fold(news::outlet_label(outlet)), i);
    if (!added) unite(parents, first->second, i);
  }
  std::vector<Sketch> sketches;
  for (std::size_t i = 0; i < std::min(articles.size(), kMostCompared); ++i)
    sketches.push_back(sketch_text(articles[i]->text));
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (root_of(parents, i) != root_of(parents, j) && is_copy(sketches[i], sketches[j])) unite(parents, i, j);
    }
  }
  for (std::size_t i = 0; i < parents.size(); ++i) parents[i] = root_of(parents, i);
  return parents;
}

}  // namespace dateline::stories

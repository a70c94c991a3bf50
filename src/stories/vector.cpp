#include "stories/vector.h"

#include <algorithm>
#include <cmath>

namespace dateline::stories {

Vector make_vector(std::vector<Weighted> terms, std::size_t limit) {
  std::erase_if(terms, [](const Weighted& term) { return !(term.weight > 0); });
  if (terms.size() > limit) {
    const auto heavier = [](const Weighted& a, const Weighted& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
    };
    std::nth_element(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(limit), terms.end(), heavier);
    terms.resize(limit);
  }
  std::sort(terms.begin(), terms.end(), [](const Weighted& a, const Weighted& b) { return a.key < b.key; });
  double squares = 0;
  for (const Weighted& term : terms) squares += static_cast<double>(term.weight) * static_cast<double>(term.weight);
  const float length = static_cast<float>(std::sqrt(squares));
  for (Weighted& term : terms) term.weight /= length;
  terms.shrink_to_fit();
  return terms;
}

float likeness(std::span<const Weighted> a, std::span<const Weighted> b) {
  float sum = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const TermKey left = a[i].key;
    const TermKey right = b[j].key;
    if (left == right) sum += a[i].weight * b[j].weight;
    i += left <= right ? 1u : 0u;
    j += right <= left ? 1u : 0u;
  }
  return std::min(sum, 1.0F);
}

}  // namespace dateline::stories

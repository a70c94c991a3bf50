#include "stories/local_links.h"

#include <algorithm>

namespace dateline::stories {
namespace {

constexpr std::size_t kWindow = 10;      // content words
constexpr float kNameWeight = 0.25F;     // the names of a story stand in most of its clauses
constexpr std::size_t kMostPlaces = 24;  // common words looked at of one pair: the windows of these are cubic

// A word that stands in both statements.
struct Common {
  std::size_t left = 0;  // its place among the words of either
  std::size_t right = 0;
  TermKey key = 0;
  bool name = false;  // in both
};

std::vector<Common> common_words(const Statement& a, const Statement& b) {
  std::vector<Common> common;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    if (!std::binary_search(b.keys.begin(), b.keys.end(), a.words[i].key)) continue;
    for (std::size_t j = 0; j < b.words.size(); ++j) {
      if (b.words[j].key != a.words[i].key) continue;
      common.push_back({i, j, a.words[i].key, a.words[i].name && b.words[j].name});
      if (common.size() == kMostPlaces) return common;
    }
  }
  return common;
}

}  // namespace

float local_likeness(const Statement& a, const Statement& b, const StoryWords& words) {
  const std::vector<Common> common = common_words(a, b);
  float best = 0;
  for (const Common& first : common) {
    for (const Common& corner : common) {
      // The window that begins at `first` on the left and at `corner` on the right.
      std::vector<TermKey> keys;
      float weight = 0;
      std::size_t plain = 0;
      for (const Common& word : common) {
        if (word.left < first.left || word.left >= first.left + kWindow) continue;
        if (word.right < corner.right || word.right >= corner.right + kWindow) continue;
        if (std::find(keys.begin(), keys.end(), word.key) != keys.end()) continue;
        keys.push_back(word.key);
        weight += words.usual(word.key) * (word.name ? kNameWeight : 1);
        plain += word.name ? 0u : 1u;
      }
      if (plain >= 3) best = std::max(best, weight);
    }
  }
  return best;
}

}  // namespace dateline::stories

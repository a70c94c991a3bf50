// stories/neighbours.h -- the live articles that are most like one: what tells a chance likeness from the same event.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dateline::stories {

/// Counts articles from 0 in order of arrival.
using ArticleNumber = std::uint32_t;

struct Neighbour {
  ArticleNumber article = 0;
  float likeness = 0;
};

/// Best first, of equal ones the earlier; each article once. Likenesses are kept in 40,000ths.
class Neighbours {
 public:
  static constexpr std::size_t kMost = 16;

  /// Takes `neighbour` in if it is among the best. REQUIRES: it is not there yet.
  void offer(const Neighbour& neighbour);
  std::size_t size() const { return count_; }
  /// REQUIRES: place < size().
  Neighbour operator[](std::size_t place) const {
    return {articles_[place], static_cast<float>(likenesses_[place]) / kUnit};
  }

  /// How many others are more like the article than `likeness`, `but` not counted; kMost for all.
  std::size_t rank(float likeness, ArticleNumber but) const;
  /// The likeness of the neighbour at `place` (0 is the best), `but` not counted; 0 beyond the last.
  float at(std::size_t place, ArticleNumber but) const;

 private:
  static constexpr float kUnit = 40000;
  static std::uint16_t rounded(float likeness);

  std::array<ArticleNumber, kMost> articles_{};
  std::array<std::uint16_t, kMost> likenesses_{};
  std::uint8_t count_ = 0;
};

/// How far the neighbours of two articles are the same: the cosine of the two lists, 0 to 1.
/// Source: shared nearest neighbours, Jarvis and Patrick 1973.
float shared_neighbours(const Neighbours& a, const Neighbours& b);

}  // namespace dateline::stories

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

  /// A likeness as it is kept.
  static float round(float likeness) { return static_cast<float>(to_units(likeness)) / kUnit; }

 private:
  static constexpr float kUnit = 40000;
  static std::uint16_t to_units(float likeness);

  std::array<ArticleNumber, kMost> articles_{};
  std::array<std::uint16_t, kMost> likenesses_{};
  std::uint8_t count_ = 0;
};

/// How far the neighbours of two articles are the same: the cosine of the two lists, 0 to 1.
/// Source: shared nearest neighbours, Jarvis and Patrick 1973.
float shared_neighbours(const Neighbours& a, const Neighbours& b);

}  // namespace dateline::stories

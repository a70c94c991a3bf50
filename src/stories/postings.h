// stories/postings.h -- the newest articles that have a term.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "stories/neighbours.h"
#include "stories/term_table.h"

namespace dateline::stories {

/// Lists of article numbers by term. Each list lies in one block of memory with little room to spare; the blocks of one
/// size lie together, and are used again.
class Postings {
 public:
  static constexpr std::size_t kMost = 128;  ///< Held for a term: the highest numbers.

  /// REQUIRES: `number` is above all that `key` leads to, and below 2^32 - 1.
  void add(TermKey key, ArticleNumber number);
  /// In no order; valid until the next call.
  std::span<const ArticleNumber> find(TermKey key) const;
  /// Forgets terms that lead to numbers below `oldest` only.
  void forget_below(ArticleNumber oldest);

 private:
  static constexpr std::array<std::size_t, 15> kSizes = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 80, 96, kMost};
  static constexpr std::size_t kChunk = 1024;  // numbers
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  // Blocks of one size. A free one begins with the number of the next free one.
  struct Pool {
    std::vector<std::unique_ptr<std::array<ArticleNumber, kChunk>>> chunks;
    std::uint32_t blocks = 0;
    std::uint32_t free = kNone;
  };
  // Where a list is, as a number that is not 0: the lowest four bits are its size.
  static std::uint32_t place(std::size_t size, std::uint32_t block) {
    return (block + 1) << 4 | static_cast<std::uint32_t>(size);
  }
  std::span<ArticleNumber> block_at(std::uint32_t place) const;
  std::uint32_t take(std::size_t size);
  void give_back(std::uint32_t place);

  TermTable places_;
  std::array<Pool, kSizes.size()> pools_;
};

}  // namespace dateline::stories

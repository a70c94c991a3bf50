#include "stories/postings.h"

#include <algorithm>

namespace dateline::stories {

std::span<ArticleNumber> Postings::block_at(std::uint32_t place) const {
  const std::size_t size = place & 15;
  const std::size_t block = (place >> 4) - 1;
  const std::size_t a_chunk = kChunk / kSizes[size];
  return std::span(*pools_[size].chunks[block / a_chunk]).subspan(block % a_chunk * kSizes[size], kSizes[size]);
}

std::uint32_t Postings::take(std::size_t size) {
  Pool& pool = pools_[size];
  std::uint32_t block = pool.free;
  if (block == kNone) {
    block = pool.blocks++;
    if (block % (kChunk / kSizes[size]) == 0) {
      pool.chunks.push_back(std::make_unique<std::array<ArticleNumber, kChunk>>());
    }
  } else {
    pool.free = block_at(place(size, block)).front();
  }
  const std::span<ArticleNumber> numbers = block_at(place(size, block));
  std::fill(numbers.begin(), numbers.end(), kNone);
  return place(size, block);
}

void Postings::give_back(std::uint32_t place) {
  Pool& pool = pools_[place & 15];
  block_at(place).front() = pool.free;
  pool.free = (place >> 4) - 1;
}

void Postings::add(TermKey key, ArticleNumber number) {
  std::uint32_t& held = places_.at(key);
  if (held == 0) held = take(0);
  std::span<ArticleNumber> numbers = block_at(held);
  auto room = std::find(numbers.begin(), numbers.end(), kNone);
  if (room == numbers.end() && numbers.size() < kMost) {
    const std::uint32_t larger = take((held & 15) + 1);
    const std::span<ArticleNumber> more = block_at(larger);
    room = std::copy(numbers.begin(), numbers.end(), more.begin());
    numbers = more;
    give_back(held);
    held = larger;
  }
  if (room == numbers.end()) room = std::min_element(numbers.begin(), numbers.end());
  *room = number;
}

std::span<const ArticleNumber> Postings::find(TermKey key) const {
  const std::uint32_t held = places_.find(key);
  if (held == 0) return {};
  const std::span<const ArticleNumber> numbers = block_at(held);
  std::size_t count = numbers.size();
  while (count > 0 && numbers[count - 1] == kNone) --count;
  return numbers.first(count);
}

void Postings::forget_below(ArticleNumber oldest) {
  places_.for_each([&](std::uint32_t& held) {
    const std::span<const ArticleNumber> numbers = block_at(held);
    if (std::any_of(numbers.begin(), numbers.end(),
                    [&](ArticleNumber number) { return number != kNone && number >= oldest; })) {
      return;
    }
    give_back(held);
    held = 0;
  });
}

}  // namespace dateline::stories

#include "b_cubed.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline::bench {

Agreement b_cubed(std::span<const std::uint64_t> gold, std::span<const std::uint64_t> said) {
  std::unordered_map<std::uint64_t, double> gold_size;
  std::unordered_map<std::uint64_t, double> said_size;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> both;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    ++gold_size[gold[i]];
    ++said_size[said[i]];
    both.emplace_back(gold[i], said[i]);
  }
  std::sort(both.begin(), both.end());
  Agreement sum;
  for (std::size_t begin = 0; begin < both.size();) {
    std::size_t end = begin;
    while (end < both.size() && both[end] == both[begin]) ++end;
    const auto common = static_cast<double>(end - begin);
    sum.precision += common * common / said_size[both[begin].second];
    sum.recall += common * common / gold_size[both[begin].first];
    begin = end;
  }
  const auto all = static_cast<double>(std::max<std::size_t>(gold.size(), 1));
  return {sum.precision / all, sum.recall / all};
}

}  // namespace dateline::bench

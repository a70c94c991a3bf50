#include "stories/neighbours.h"

#include <gtest/gtest.h>

namespace dateline::stories {
namespace {

TEST(Neighbours, BestFirstOfEqualOnesTheEarlier) {
  Neighbours neighbours;
  neighbours.offer({.article = 1, .likeness = 0.5F});
  neighbours.offer({.article = 2, .likeness = 0.25F});
  neighbours.offer({.article = 3, .likeness = 0.75F});
  neighbours.offer({.article = 4, .likeness = 0.5F});
  std::vector<ArticleNumber> order;
  for (std::size_t i = 0; i < neighbours.size(); ++i) order.push_back(neighbours[i].article);
  EXPECT_EQ(order, (std::vector<ArticleNumber>{3, 1, 4, 2}));
}

TEST(Neighbours, TheWorstGoes) {
  Neighbours neighbours;
  for (ArticleNumber i = 0; i < Neighbours::kMost; ++i) {
    neighbours.offer({.article = i, .likeness = 0.5F + static_cast<float>(i) / 64});
  }
  neighbours.offer({.article = 100, .likeness = 0.5F});  // as much as the worst: comes too late
  EXPECT_EQ(neighbours.size(), Neighbours::kMost);
  EXPECT_EQ(neighbours[Neighbours::kMost - 1].article, 0u);
  neighbours.offer({.article = 101, .likeness = 0.9375F});
  EXPECT_EQ(neighbours.size(), Neighbours::kMost);
  EXPECT_EQ(neighbours[0].article, 101u);
  EXPECT_EQ(neighbours[Neighbours::kMost - 1].article, 1u);
}

TEST(Neighbours, SharedOnesAreACosine) {
  Neighbours a;
  a.offer({.article = 1, .likeness = 0.5F});
  a.offer({.article = 2, .likeness = 0.5F});
  Neighbours b;
  b.offer({.article = 2, .likeness = 0.5F});
  b.offer({.article = 3, .likeness = 0.5F});
  EXPECT_FLOAT_EQ(shared_neighbours(a, a), 1);
  EXPECT_FLOAT_EQ(shared_neighbours(a, b), 0.5F);
  EXPECT_FLOAT_EQ(shared_neighbours(b, a), 0.5F);
  EXPECT_EQ(shared_neighbours(a, {}), 0);
  EXPECT_EQ(shared_neighbours({}, {}), 0);
}

}  // namespace
}  // namespace dateline::stories

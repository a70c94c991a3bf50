#include "stories/voices.h"

#include <gtest/gtest.h>

#include "stories/test_articles.h"

namespace dateline::stories {
namespace {

TEST(Voices, OutletsAndCopies) {
  using testing::make_article;
  const std::string text =
      "A long enough report of the village fete at Brill, with stalls, a brass band, cakes, a raffle and a short "
      "shower.";
  const std::vector<news::Article> articles = {make_article("a", "Echo", "", {text}),
                                               make_article("b", "Voice", "", {"Short words."}),
                                               make_article("c", "ECHO", "", {"Other words of the same paper."}),
                                               make_article("d", "Leaf", "", {text}),
                                               make_article("e", "", "", {"An unknown outlet."}),
                                               make_article("f", "", "", {"Another unknown one."})};
  const auto voices = find_voices(testing::pointers(articles));
  EXPECT_EQ(voices, (std::vector<std::size_t>{0, 1, 0, 0, 4, 5}));
}

}  // namespace
}  // namespace dateline::stories

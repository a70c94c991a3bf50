#include "stories/rivals.h"

namespace dateline::stories {

Rivals::Rivals(ArticleNumber article, ArticleNumber other, const Question& question, const LiveArticles& articles) {
  const Neighbours& neighbours = articles.at(article).neighbours;
  const bool names_a_story = question.names_a_story();
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    const Neighbour neighbour = neighbours[i];
    if (neighbour.article == other || !articles.holds(neighbour.article)) continue;
    if (names_a_story && question.names(articles.story_of(neighbour.article))) continue;
    likenesses_[count_++] = neighbour.likeness;
  }
}

std::size_t Rivals::rank(float likeness) const {
  std::size_t better = 0;
  while (better < count_ && likenesses_[better] > likeness) ++better;
  return better;
}

}  // namespace dateline::stories

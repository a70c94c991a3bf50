// stories/rivals.h -- the neighbours of an article that a likeness has to stand out from.
#pragma once

#include <array>
#include <cstddef>

#include "stories/live_articles.h"

namespace dateline::stories {

/// The stories that a question is about; their reports are nobody's rivals in it. Whether a report belongs to a story
/// is no less likely because the story's other reports are like it too. A question about no story ("do these two belong
/// together at all?") takes everything else for a rival.
struct Question {
  StoryNumber one = kNoStory;
  StoryNumber two = kNoStory;

  bool names(StoryNumber story) const { return story == one || story == two; }
  bool names_a_story() const { return one != kNoStory || two != kNoStory; }
  friend bool operator==(const Question&, const Question&) = default;
};

/// Likenesses of an article to its rivals, best first.
class Rivals {
 public:
  /// Of `article` against `other`. Neighbours that are no longer live are no rivals.
  /// REQUIRES: `articles` holds `article`.
  Rivals(ArticleNumber article, ArticleNumber other, const Question& question, const LiveArticles& articles);

  /// That of the rival at `place`, 0 for the best; 0 beyond the last.
  float at(std::size_t place) const { return place < count_ ? likenesses_[place] : 0; }
  /// How many are more like the article than `likeness`, as neighbours keep it.
  std::size_t rank(float likeness) const;

 private:
  std::array<float, Neighbours::kMost> likenesses_;
  std::size_t count_ = 0;
};

}  // namespace dateline::stories

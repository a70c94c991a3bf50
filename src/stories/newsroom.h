// stories/newsroom.h -- the state of a grouper: live articles, their stories, copies, versions, and how rare words are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stories/arrangement.h"
#include "stories/copy_index.h"
#include "stories/grouper.h"
#include "stories/live_articles.h"
#include "stories/live_stories.h"
#include "stories/number_table.h"
#include "stories/rarity.h"

namespace dateline::stories {

/// An article on its way in.
struct Arrival {
  LiveArticle article;
  Sketch sketch;
  std::vector<Neighbour> candidates;
  std::optional<ArticleNumber> earlier;   ///< The first live version of the same uri.
  std::optional<ArticleNumber> original;  ///< The live article that it copies.
};

/// Depends on the articles taken in, in their order, and on their stories alone: the same after a restart.
class Newsroom {
 public:
  explicit Newsroom(std::size_t capacity);
  Newsroom(const Newsroom&) = delete;
  Newsroom& operator=(const Newsroom&) = delete;

  /// As those of Grouper.
  Placement place(const news::Article& article, Explanation* explanation);
  std::string restore(const news::Article& article, std::string_view story);
  bool restore(std::string_view uri, std::string_view imprint, std::string_view story);

 private:
  /// Lets the oldest article go when there is no room for another: nothing must lead to it any more by then.
  void make_room();
  /// Weighs `article` by what is live now.
  LiveArticle read(const news::Article& article, Sketch& sketch) const;
  /// Looks up what is known of an article.
  Arrival look_up(LiveArticle article, Sketch sketch) const;
  /// Makes it live, in no story yet. Leaves `arrival` its candidates.
  ArticleNumber take(Arrival& arrival);
  void take_over(LiveArticle article, Sketch sketch, std::string_view story);

  /// Decides where `number`, just taken, belongs; tells in `placement` what follows.
  void decide(ArticleNumber number, const std::vector<Neighbour>& candidates, Placement& placement,
              Explanation* explanation);
  void join(ArticleNumber number, StoryNumber story, const std::vector<Neighbour>& candidates, Placement& placement);
  std::string_view uri_of(ArticleNumber number) const { return articles_.at(number).uri_text(); }
  std::optional<ArticleNumber> first_version(std::string_view uri) const;
  void report_changes(ArticleNumber number, const std::string& opened, Placement& placement);
  Explanation explain(ArticleNumber number, const std::vector<Chance>& chances,
                      const std::vector<Neighbour>& candidates) const;

  Rarity rarity_;
  LiveArticles articles_;
  CopyIndex copies_;
  NumberTable uris_;  // the numbers that an article's versions have
  LiveStories stories_;
  Arrangement arrangement_;
};

}  // namespace dateline::stories

// stories/live_stories.h -- which live articles make up which story.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "stories/live_articles.h"

namespace dateline::stories {

/// Stories and their reports. Reports are in order of arrival; those that are no longer live are forgotten by sweep().
class LiveStories {
 public:
  /// The number of story `id`, opened when there is none.
  StoryNumber find_or_open(const std::string& id);
  const std::string& id(StoryNumber story) const { return stories_.at(story).id; }
  std::span<const ArticleNumber> reports(StoryNumber story) const { return stories_.at(story).reports; }

  void add(StoryNumber story, ArticleNumber article);
  /// Moves `reports` (sorted, all of `from`) to another story. A story without reports stays until close() or sweep().
  /// Linear in what both hold.
  void move(std::span<const ArticleNumber> reports, StoryNumber from, StoryNumber to);
  /// Forgets reports of `story` that `articles` no longer holds.
  void forget_gone(StoryNumber story, const LiveArticles& articles);
  void close(StoryNumber story);
  /// forget_gone() of all stories; those without a report are closed.
  void sweep(const LiveArticles& articles);

  /// Live reports that stand for the story, neither copies nor `but` among them: its first and its latest ones, at most
  /// `most`.
  std::vector<ArticleNumber> sample(StoryNumber story, ArticleNumber but, std::size_t most,
                                    const LiveArticles& articles) const;

 private:
  struct Story {
    std::string id;
    std::vector<ArticleNumber> reports;
  };

  static void forget_gone(Story& story, const LiveArticles& articles);

  StoryNumber next_ = 0;
  std::unordered_map<StoryNumber, Story> stories_;
  std::unordered_map<std::string, StoryNumber> by_id_;
};

}  // namespace dateline::stories

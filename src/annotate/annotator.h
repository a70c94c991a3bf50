// annotate/annotator.h -- an article to its sentences, entities, times and quotes; the day of an undated article.
#pragma once

#include <memory>
#include <span>

#include "news/article.h"

namespace dateline::annotate {

/// Reads the gazetteers that are embedded in the program once; then annotates any number of articles.
///
/// Threads: annotate() from any number of threads at once.
class Annotator {
 public:
  Annotator();
  ~Annotator();
  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;

  /// Fills sentences (kept when there already, as rows may bring their own), entities, mentions, times, quotes, and
  /// `language` when it is empty. Times are resolved against Article::published; without a day, expressions that need
  /// one have values without it ("XXXX-11-02") until date_articles() has run.
  void annotate(news::Article& article) const;

  /// Works out the day of undated articles that report one event from what each says (weekday, month and day, years
  /// named as past or to come) and from the others' stated days; sets Published with kInferred and its reason, then
  /// resolves their times again. `group` holds annotated articles of one story (or one alone). Articles whose day the
  /// evidence does not force to one day stay undated.
  void date_articles(std::span<news::Article* const> group) const;

  struct Resources;  ///< resources.h; for the room itself.

 private:
  std::unique_ptr<Resources> resources_;
};

}  // namespace dateline::annotate

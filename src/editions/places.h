// editions/places.h -- turns spans of an article into what readers see: paragraph number and words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "editions/brief.h"
#include "news/article.h"

namespace dateline::editions {

/// Places in one article. Borrows it. Article::paragraph_number counts from the first block at each call; a brief asks
/// for every sentence, so the numbers are worked out once here.
class Places {
 public:
  Places(const news::Article& article, std::size_t index);

  const news::Article& article() const { return *article_; }
  /// As Article::paragraph_number of the block that holds `offset_bytes`; 1 in an article without blocks.
  std::size_t paragraph_of(std::size_t offset_bytes) const;
  /// REQUIRES: `span` lies inside the text.
  ShownSentence show(const base::Span& span) const;
  /// The sentence that holds `span`, or `span` itself where none does.
  base::Span sentence_around(const base::Span& span) const;

 private:
  const news::Article* article_;
  std::size_t index_;
  std::vector<std::size_t> numbers_;
};

/// One for each article of `view`, in order.
std::vector<Places> places_of(const StoryView& view);

/// The class that pages give a block of this kind: "text", "subhead", "item", "quotation", "caption".
std::string_view class_of_block(news::ParagraphKind kind);

}  // namespace dateline::editions

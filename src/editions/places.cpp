#include "editions/places.h"

#include <algorithm>

namespace dateline::editions {

Places::Places(const news::Article& article, std::size_t index) : article_(&article), index_(index) {
  std::size_t number = 0;
  numbers_.reserve(article.paragraphs.size());
  for (const news::Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind != news::ParagraphKind::kSubhead && paragraph.kind != news::ParagraphKind::kCaption) ++number;
    numbers_.push_back(std::max<std::size_t>(number, 1));
  }
}

std::size_t Places::paragraph_of(std::size_t offset_bytes) const {
  return numbers_.empty() ? 1 : numbers_[article_->paragraph_at(offset_bytes)];
}

ShownSentence Places::show(const base::Span& span) const {
  return {index_, paragraph_of(span.begin_bytes), span, std::string(span.of(article_->text))};
}

base::Span Places::sentence_around(const base::Span& span) const {
  const auto& sentences = article_->sentences;
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), span.begin_bytes,
      [](std::size_t offset_bytes, const base::Span& sentence) { return offset_bytes < sentence.begin_bytes; });
  if (after == sentences.begin() || !(after - 1)->overlaps(span)) return span;
  return *(after - 1);
}

std::vector<Places> places_of(const StoryView& view) {
  std::vector<Places> places;
  places.reserve(view.articles.size());
  for (std::size_t i = 0; i < view.articles.size(); ++i) places.emplace_back(view.articles[i], i);
  return places;
}

std::string_view class_of_block(news::ParagraphKind kind) {
  switch (kind) {
    case news::ParagraphKind::kSubhead:
      return "subhead";
    case news::ParagraphKind::kListItem:
      return "item";
    case news::ParagraphKind::kQuotation:
      return "quotation";
    case news::ParagraphKind::kCaption:
      return "caption";
    case news::ParagraphKind::kParagraph:
      return "text";
  }
  return "text";
}

}  // namespace dateline::editions

#include "news/article.h"

#include <algorithm>

#include "base/check.h"

namespace dateline::news {

std::optional<base::Moment> Published::moment() const {
  if (!instant) return std::nullopt;
  return base::Moment{*instant, has_time_of_day, utc_offset_minutes};
}

std::optional<base::Day> Published::day() const {
  const auto known = moment();
  if (!known) return std::nullopt;
  return known->day();
}

Published stated(const base::Moment& moment) {
  return {moment.instant, moment.has_time_of_day, Certainty::kStated, {}, moment.utc_offset_minutes};
}

void Article::append_paragraph(std::string_view block, ParagraphKind kind) {
  if (!paragraphs.empty()) text.push_back('\n');
  const std::size_t begin = text.size();
  text.append(block);
  std::replace_if(
      text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), [](char c) { return c == '\n' || c == '\r'; },
      ' ');
  paragraphs.push_back({{begin, text.size()}, kind});
}

std::size_t Article::paragraph_at(std::size_t offset_bytes) const {
  CHECK(!paragraphs.empty());
  const auto after = std::upper_bound(
      paragraphs.begin(), paragraphs.end(), offset_bytes,
      [](std::size_t offset, const Paragraph& paragraph) { return offset < paragraph.span.begin_bytes; });
  return after == paragraphs.begin() ? 0 : static_cast<std::size_t>(after - paragraphs.begin()) - 1;
}

std::size_t Article::paragraph_number(std::size_t index) const {
  std::size_t number = 0;
  for (std::size_t i = 0; i <= index && i < paragraphs.size(); ++i) {
    const ParagraphKind kind = paragraphs[i].kind;
    if (kind != ParagraphKind::kSubhead && kind != ParagraphKind::kCaption) ++number;
  }
  return std::max<std::size_t>(number, 1);
}

std::pair<std::size_t, std::size_t> Article::mentions_in(const Span& span) const {
  const auto first =
      std::lower_bound(mentions.begin(), mentions.end(), span.begin_bytes,
                       [](const Mention& mention, std::size_t offset) { return mention.span.begin_bytes < offset; });
  auto last = first;
  while (last != mentions.end() && last->span.end_bytes <= span.end_bytes) ++last;
  return {static_cast<std::size_t>(first - mentions.begin()), static_cast<std::size_t>(last - mentions.begin())};
}

std::string outlet_label(const Outlet& outlet) {
  if (!outlet.name.empty()) return outlet.name;
  if (!outlet.domain.empty()) return outlet.domain;
  return "unknown outlet";
}

}  // namespace dateline::news

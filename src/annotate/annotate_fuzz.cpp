// Any text, with or without a day, in any language: what annotate() promises about its answer must hold. Sizes are for
// annotate_linear_fuzz; here short texts find more in the same time, and longer ones are cut.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "annotate/annotator.h"
#include "base/check.h"
#include "base/utf8.h"

namespace {

using dateline::base::Span;

void check_span(std::string_view text, const Span& span) {
  CHECK(span.begin_bytes < span.end_bytes);
  CHECK(span.end_bytes <= text.size());
  const auto border = [text](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  CHECK(border(span.begin_bytes) && border(span.end_bytes));
}

void check_ordered(std::string_view text, const Span& span, std::size_t* last_end) {
  check_span(text, span);
  CHECK(span.begin_bytes >= *last_end);
  *last_end = span.end_bytes;
}

void check_article(const dateline::news::Article& article) {
  const std::string_view text = article.text;
  std::size_t last = 0;
  for (const Span& sentence : article.sentences) check_ordered(text, sentence, &last);
  last = 0;
  for (const dateline::news::Mention& mention : article.mentions) {
    check_ordered(text, mention.span, &last);
    CHECK(mention.entity < article.entities.size());
  }
  last = 0;
  for (const dateline::news::Time& time : article.times) {
    check_ordered(text, time.span, &last);
    CHECK(!time.value.empty());
  }
  for (const dateline::news::Quote& quote : article.quotes) {
    CHECK(!quote.content.empty());
    for (const Span& part : quote.content) check_span(text, part);
    for (const Span& part : quote.cue) check_span(text, part);
    for (const Span& part : quote.source) check_span(text, part);
    CHECK(!quote.speaker || *quote.speaker < article.entities.size());
  }
  for (const dateline::news::Entity& entity : article.entities) {
    CHECK(!entity.key.empty() && !entity.name.empty());
    CHECK(entity.of.empty() || entity.of.starts_with("loc:"));
    if (!entity.location) continue;
    CHECK(entity.key.starts_with("loc:"));
    CHECK(entity.location->latitude_degrees >= -90 && entity.location->latitude_degrees <= 90);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dateline::annotate::Annotator kAnnotator;
  constexpr std::size_t kMaxBytes = 4096;
  if (size == 0) return 0;
  size = std::min(size, kMaxBytes);
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  dateline::news::Article article;
  constexpr std::string_view kLanguages[] = {"en", "en", "en", "", "de", "fr", "ja", "xx"};
  article.language = kLanguages[data[0] / 2 % 8];
  if (data[0] % 2 == 0) article.published.instant = dateline::base::parse_instant("2013-11-02");
  std::size_t at = 0;
  const std::string text = dateline::base::mend_utf8(bytes);
  while (at <= text.size()) {  // Every line a paragraph.
    const std::size_t end = std::min(text.find('\n', at), text.size());
    article.append_paragraph(std::string_view(text).substr(at, end - at), dateline::news::ParagraphKind::kParagraph);
    at = end + 1;
  }
  kAnnotator.annotate(article);
  check_article(article);
  dateline::news::Article* const group[] = {&article};
  kAnnotator.date_articles(group);
  check_article(article);
  return 0;
}

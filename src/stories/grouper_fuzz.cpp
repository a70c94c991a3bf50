// Streams of articles made from bytes: two groupers agree, copies stay in their original's story, ids are well formed.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "news/article.h"
#include "stories/grouper.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using dateline::news::Article;
  const std::string text =
      dateline::base::mend_utf8({reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 16384)});
  dateline::stories::Grouper first;
  dateline::stories::Grouper second;
  std::map<std::string, std::string> story_of;
  std::size_t number = 0;
  // Every line is an article; its first byte tells the day and the language.
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    const unsigned tag = line.empty() ? 0 : static_cast<unsigned char>(line.front());
    Article article;
    article.uri = "u" + std::to_string(number);
    article.language = tag % 3 == 0 ? "en" : tag % 3 == 1 ? "de" : "";
    if (tag % 2 == 0)
      article.published.instant = dateline::base::Instant(dateline::base::Day(std::chrono::days(16000 + tag)));
    if (tag % 5 == 0) article.headline = std::string(dateline::base::utf8_prefix(line, 30));
    article.append_paragraph(line, dateline::news::ParagraphKind::kParagraph);
    const auto placement = first.place(article);
    CHECK(placement.story.size() == 14 && placement.story.starts_with("s-"));
    CHECK(placement.score >= 0 && placement.score <= 1);
    if (placement.duplicate_of) CHECK(story_of.at(*placement.duplicate_of) == placement.story);
    story_of[article.uri] = placement.story;
    if (number % 4 == 3) {
      second.restore(article, placement.story);
    } else {
      CHECK(second.place(article).story == placement.story);
    }
  }
  return 0;
}

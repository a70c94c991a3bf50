// annotate/article_dump.h -- sample articles of tests/cases/annotate/articles, and an annotated article as text. For
// tests.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/strings.h"
#include "news/article.h"
#include "news/words.h"

namespace dateline::annotate {

/// "day: 2025-03-04" or "day: -", paragraphs a line, "---", the dump.
struct Sample {
  news::Article article;
  std::string source;    ///< The lines before "---".
  std::string expected;  ///< The lines behind it.
};

inline Sample read_sample(std::string_view text) {
  Sample sample;
  const std::size_t rule = text.find("---\n");
  sample.source = text.substr(0, rule);
  if (rule != std::string_view::npos) sample.expected = text.substr(rule + 4);
  sample.article.language = "en";
  bool first = true;
  for (const std::string_view line : base::split(sample.source, '\n')) {
    if (line.starts_with("day: ")) {
      sample.article.published.instant = base::parse_instant(line.substr(5));
    } else if (!line.empty()) {
      sample.article.append_paragraph(line, first ? news::ParagraphKind::kSubhead : news::ParagraphKind::kParagraph);
      first = false;
    }
  }
  return sample;
}

/// "PER Karin Holm, chief executive, x3 [per:karin-holm]", "DATE late May = 2025-05", "QUOTE Karin Holm: …".
inline std::string dump(const news::Article& article) {
  std::string out;
  for (std::size_t i = 0; i < article.entities.size(); ++i) {
    const news::Entity& entity = article.entities[i];
    std::size_t count = 0;
    for (const news::Mention& mention : article.mentions) count += mention.entity == i ? 1 : 0;
    out += std::string(news::to_word(entity.type)) + ' ' + entity.name;
    if (!entity.role.empty()) out += ", " + entity.role;
    out += ", x" + std::to_string(count) + " [" + entity.key + "]\n";
  }
  for (const news::Time& time : article.times) {
    out += std::string(news::to_word(time.type)) + ' ' + std::string(time.span.of(article.text)) + " = " + time.value +
           '\n';
  }
  for (const news::Quote& quote : article.quotes) {
    const bool attitude = quote.kind == news::QuoteKind::kAttitude;
    out += attitude ? "ATTITUDE " : quote.direct ? "DIRECT " : "INDIRECT ";
    out += quote.speaker ? article.entities[*quote.speaker].name : "-";
    for (std::size_t i = 0; i < quote.content.size(); ++i) {
      out += (i == 0 ? ": " : " + ") + std::string(quote.content[i].of(article.text));
    }
    out += '\n';
  }
  return out;
}

}  // namespace dateline::annotate

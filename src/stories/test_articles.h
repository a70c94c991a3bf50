// stories/test_articles.h -- articles written by hand, and the case files of tests/cases/stories. For tests only.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/strings.h"
#include "news/article.h"
#include "text/sentences.h"

namespace dateline::stories::testing {

inline news::Article make_article(const std::string& uri, const std::string& outlet, const std::string& headline,
                                  const std::vector<std::string>& paragraphs, const std::string& day = "",
                                  const std::string& language = "en") {
  news::Article article;
  article.id = article.uri = uri;
  article.outlet.name = outlet;
  article.headline = headline;
  article.language = language;
  for (const std::string& paragraph : paragraphs) article.append_paragraph(paragraph, news::ParagraphKind::kParagraph);
  for (const news::Paragraph& paragraph : article.paragraphs) {
    for (const base::Span& span : text::split_sentences(paragraph.span.of(article.text), language)) {
      const std::size_t from = paragraph.span.begin_bytes;
      article.sentences.push_back({from + span.begin_bytes, from + span.end_bytes});
    }
  }
  if (const auto published = base::parse_day(day)) {
    article.published.instant = base::Instant(*published);
    article.published.certainty = news::Certainty::kStated;
  }
  return article;
}

/// Adds the time that `words` (its first occurrence) means. Times must be added in order.
inline void add_time(news::Article& article, std::string_view words, const std::string& value,
                     news::TimeType type = news::TimeType::kDate) {
  const std::size_t at = article.text.find(words);
  article.times.push_back({{at, at + words.size()}, type, value});
}

inline std::vector<const news::Article*> pointers(const std::vector<news::Article>& articles) {
  std::vector<const news::Article*> out;
  for (const news::Article& article : articles) out.push_back(&article);
  return out;
}

/// One case file; the format is described in tests/cases/stories/README.md.
struct StoryCase {
  struct Expectation {
    std::string kind;                ///< "shared", "single", "differing", "apart", "first"
    std::vector<std::string> parts;  ///< What stood between the bars.
  };
  std::vector<news::Article> articles;
  std::vector<std::string> stories;  ///< By article: the label after "story:".
  std::vector<Expectation> expectations;
};

inline StoryCase read_case(const std::filesystem::path& path) {
  StoryCase out;
  struct Draft {
    std::vector<std::string> head;  // outlet, headline, day
    std::string story;
    std::vector<std::string> paragraphs;
    std::vector<std::pair<std::string, std::string>> times;
  };
  std::vector<Draft> drafts;
  const auto parts_of = [](std::string_view text) {
    std::vector<std::string> parts;
    for (const std::string_view part : base::split(text, '|')) parts.emplace_back(base::trim(part));
    return parts;
  };
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line)) {
    const std::string_view text = base::trim(line);
    if (text.empty() || text.starts_with('#')) continue;
    const std::size_t colon = text.find(':');
    const std::string_view key = text.substr(0, colon);
    const std::string_view rest = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (key == "report") {
      drafts.push_back({parts_of(rest), "", {}, {}});
    } else if (key == "story") {
      drafts.back().story = base::trim(rest);
    } else if (key == "time") {
      const auto parts = parts_of(rest);
      drafts.back().times.emplace_back(parts.at(0), parts.at(1));
    } else if (key.starts_with("expect ")) {
      out.expectations.push_back({std::string(key.substr(7)), parts_of(rest)});
    } else {
      drafts.back().paragraphs.emplace_back(text);
    }
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    draft.head.resize(3);
    const std::string uri = "https://" + path.stem().string() + ".example/" + std::to_string(i);
    out.articles.push_back(make_article(uri, draft.head[0], draft.head[1], draft.paragraphs, draft.head[2]));
    for (const auto& [words, value] : draft.times) add_time(out.articles.back(), words, value);
    out.stories.push_back(draft.story);
  }
  return out;
}

}  // namespace dateline::stories::testing
